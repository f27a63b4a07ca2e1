import { expect, type Page } from '@playwright/test';
import {
  closeSheet,
  expectInSight,
  goToScreen,
  keyboard,
  main,
  openSheet,
  type Stop,
  sheet,
  withIcon,
} from './wordless.ts';

/** From the bag to the thanks and what is asked then, what associates see, and how a visit ends. `…-again` needs nothing but a full bag. */
export const saleStops: readonly Stop[] = [
  {
    name: 'cart',
    async show(page) {
      await withIcon(main(page), 'shopping-bag').tap();
      await expect(withIcon(main(page), 'ticket')).toBeVisible();
      await withIcon(main(page).locator('article').last(), 'plus').tap();
      await expect(main(page).locator('section svg.lucide-sparkles').first()).toBeVisible();
    },
  },
  {
    name: 'cart-coupon',
    async show(page) {
      await withIcon(main(page), 'ticket').tap();
      await expect(keyboard(page)).toBeVisible();
      await main(page).locator('form input').fill('NOPE');
      await expectInSight(main(page).locator('form input'));
      await expectInSight(main(page).locator('form button[type="submit"]'));
    },
  },
  {
    name: 'cart-coupon-refused',
    async show(page) {
      await main(page).locator('form button[type="submit"]').tap();
      await expect(keyboard(page)).toBeHidden();
      await expectInSight(main(page).locator('form .text-danger'));
      await expectInSight(main(page).locator('button.action-primary'));
    },
  },
  {
    name: 'cart-card',
    async show(page) {
      await openSheet(page, withIcon(main(page).locator('article'), 'qr-code'));
      await expect(page.getByTestId('card-code')).toBeVisible();
    },
  },
  {
    name: 'card-found',
    async show(page) {
      await openSheet(page, withIcon(main(page).locator('article'), 'qr-code'));
      const code = (await page.getByTestId('card-code').textContent()) ?? '';
      await closeSheet(page);
      await goToScreen(page, '#/');
      await openSheet(page, withIcon(main(page), 'qr-code'));
      await sheet(page).locator('input').fill(code);
      await sheet(page).locator('footer button').tap();
      await expect(sheet(page).locator('dl, ul').first()).toBeVisible();
      await expect(sheet(page).locator('input')).toHaveCount(0);
    },
  },
  { name: 'cart-again', show: (page) => goToScreen(page, '#/cart') },
  { name: 'payment', show: (page) => goToScreen(page, '#/payment') },
  {
    name: 'payment-card',
    async show(page) {
      await main(page).locator('button').first().tap();
      await expect(main(page).locator('[aria-live="assertive"]')).toBeVisible();
    },
  },
  {
    name: 'payment-declined',
    async show(page) {
      await answerCard(page, 'decline');
      await expect(main(page).locator('button.action-primary')).toBeVisible();
    },
  },
  {
    name: 'payment-hand-off',
    async show(page) {
      await main(page).locator('button.action-secondary').tap();
      await main(page).locator('button').nth(1).tap();
      await expect(withIcon(main(page), 'printer')).toBeEnabled();
    },
  },
  {
    name: 'payment-cash',
    async show(page) {
      await main(page).locator('button.action-quiet').tap();
      await main(page).locator('.action-large').nth(1).tap();
      await expect(main(page).locator('button.action-primary')).toBeEnabled();
    },
  },
  {
    name: 'payment-cash-again',
    async show(page) {
      await goToScreen(page, '#/payment');
      await main(page).locator('button').nth(1).tap();
      await main(page).locator('button.action-quiet').tap();
      await expect(main(page).locator('fieldset')).toBeVisible();
    },
    leave: (page) => main(page).locator('button.action-secondary').last().tap(),
  },
  {
    name: 'thanks',
    async show(page) {
      await main(page).locator('button.action-primary').tap();
      await expect(page.getByTestId('order-number')).toBeVisible();
      await expect(main(page).locator('.receipt-paper')).toBeVisible();
    },
  },
  {
    name: 'thanks-translated',
    async show(page) {
      // Who speaks the store's language has nothing to translate.
      const toggle = main(page).locator('.toggle');
      if (!(await toggle.isVisible())) return;
      await toggle.tap();
      const lang = (await page.locator('html').getAttribute('lang')) ?? '';
      await expect(main(page).locator('.receipt-paper')).toHaveAttribute('lang', lang);
    },
  },
  { name: 'thanks-card', show: (page) => openSheet(page, withIcon(main(page), 'qr-code')) },
  {
    name: 'survey-rating',
    async show(page) {
      await main(page).locator('button.action-primary').tap();
      await expect(answers(page)).toHaveCount(11);
    },
  },
  {
    name: 'survey-smileys',
    async show(page) {
      await answers(page).nth(3).tap();
      await expect(answers(page)).toHaveCount(5);
    },
  },
  {
    name: 'survey-several',
    async show(page) {
      await answers(page).nth(3).tap();
      await main(page).locator('label.choice').first().tap();
      await main(page).locator('label.choice').nth(2).tap();
    },
  },
  {
    name: 'survey-thanks',
    async show(page) {
      await main(page).locator('button.action-primary').tap();
      await expect(main(page).locator('label.choice')).toHaveCount(0);
      await expect(main(page).locator('button.action-secondary')).toBeVisible();
    },
  },
  {
    name: 'survey-text',
    async show(page) {
      await main(page).locator('button.action-secondary').tap();
      await main(page).locator('textarea').tap();
      await expect(keyboard(page)).toBeVisible();
      await expect(main(page).locator('textarea')).toBeFocused();
      await expectInSight(main(page).locator('textarea'));
      // Very large, what stands above the field is scrolled away. UIX-54
      const isLarge = await page.locator('html[data-text="largest"]').count();
      if (isLarge === 0) await expectInSight(main(page).locator('h1'));
      await expectInSight(main(page).locator('button.action-primary'));
    },
  },
  { name: 'devices', show: (page) => goToScreen(page, '#/devices') },
  {
    name: 'devices-connection',
    async show(page) {
      await openSheet(page, withIcon(main(page), 'cable'));
      await sheet(page).locator('label:has(input[value="serial"])').tap();
    },
  },
  {
    name: 'devices-drawer',
    async show(page) {
      await openSheet(page, main(page).locator('article article button'));
    },
  },
  { name: 'devices-enrol', show: (page) => openSheet(page, withIcon(main(page), 'key-round')) },
  { name: 'bench', show: (page) => goToScreen(page, '#/bench') },
  // The visit before is over, and its bag was sold: this is the bag of another, left behind.
  { name: 'survey-exit', show: leaveBag },
  { name: 'idle', show: waitLong },
];

const answers = (page: Page) => main(page).locator('button.choice');

async function leaveBag(page: Page): Promise<void> {
  await goToScreen(page, '#/welcome');
  await goToScreen(page, '#/product/HL-HYDRA-01');
  await main(page).locator('button.action-primary').tap();
  await expect(page.locator('[role="status"] .enter')).toBeVisible();
  await openSheet(page, withIcon(page.locator('header'), 'rotate-ccw'));
  await sheet(page).locator('footer button.action-secondary').tap();
  await expect(answers(page)).toHaveCount(6);
}

/** Presses a button of the virtual card terminal, as its bench does. */
async function answerCard(page: Page, answer: string): Promise<void> {
  await page.evaluate(async (pressed) => {
    await fetch('/rpc/bench.answerCard', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: crypto.randomUUID(), answer: pressed }),
    });
  }, answer);
}

/** Nobody touches the screen for as long as it takes to be asked. */
async function waitLong(page: Page): Promise<void> {
  await goToScreen(page, '#/');
  await page.clock.install();
  await page.locator('body').dispatchEvent('pointerdown');
  await page.clock.fastForward(91_000);
  await expect(sheet(page)).toBeVisible();
}
