import { expect, type Locator, type Page } from '@playwright/test';
import { required } from '#shared/lib/assert.ts';
import { goTo } from './on-screen.ts';

/** A screen, or a sheet over one. */
interface Stop {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
}

const main = (page: Page) => page.getByRole('main');
const sheet = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));
/** A button by its sign: words change with the language. */
const withIcon = (within: Locator, icon: string) =>
  within.locator(`button:has(svg.lucide-${icon})`).first();
/** By its place among the option groups of the lipstick. */
const stepAt = (page: Page, index: number) => main(page).locator('nav li button').nth(index);
const optionOf = (page: Page, id: string) => main(page).locator(`label:has(input[value="${id}"])`);
const steps = { color: 0, finish: 1, wax: 2, care: 3, scent: 4, tingle: 5, cap: 6, engraving: 7 };

async function openStep(page: Page, name: keyof typeof steps): Promise<void> {
  await stepAt(page, steps[name]).tap();
  await expect(stepAt(page, steps[name])).toHaveAttribute('aria-current', 'step');
}

async function choose(page: Page, step: keyof typeof steps, option: string): Promise<void> {
  await openStep(page, step);
  await optionOf(page, option).tap();
}

async function openSheet(page: Page, opener: Locator): Promise<void> {
  await opener.tap();
  await expect(sheet(page)).toBeVisible();
  // It waits a moment for a keyboard on the screen when a field in it takes the focus.
  await expect(page.locator('.sheet-backdrop')).toHaveCSS('opacity', '1');
}

async function openBar(page: Page, index: number): Promise<void> {
  await openSheet(page, page.locator('footer nav button').nth(index));
}

async function goToScreen(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
  await expect(main(page).locator('h1')).toBeVisible();
}

async function design(page: Page): Promise<void> {
  await goTo(page, '#/customize/AT-LIPSTICK');
  await expect(stepAt(page, 0)).toBeVisible();
}

/**
 * Every screen and its sheets, in an order that needs no word of any language. Between `welcome` and `thanks`
 * lies one sale; whoever walks on begins anew. `…-again` needs nothing but a full bag.
 */
const stops: readonly Stop[] = [
  { name: 'welcome', show: (page) => goToScreen(page, '#/welcome') },
  { name: 'home', show: (page) => goToScreen(page, '#/') },
  {
    name: 'home-card',
    show: (page) => openSheet(page, withIcon(main(page), 'qr-code')),
  },
  {
    name: 'home-barcode',
    show: (page) => openSheet(page, withIcon(main(page), 'scan-barcode')),
  },
  { name: 'language', show: (page) => openBar(page, 0) },
  { name: 'comfort', show: (page) => openBar(page, 1) },
  { name: 'help', show: (page) => openBar(page, 2) },
  { name: 'search', show: (page) => goToScreen(page, '#/search?text=lipstick') },
  { name: 'search-corrected', show: (page) => goToScreen(page, '#/search?text=lipstik') },
  { name: 'search-nothing', show: (page) => goToScreen(page, '#/search?text=qqzzqq') },
  { name: 'fault', show: (page) => goToScreen(page, '#/product/NOPE') },
  { name: 'cart-empty', show: (page) => goToScreen(page, '#/cart') },
  { name: 'product-shades', show: (page) => goToScreen(page, '#/product/RP-SATIN-133') },
  {
    name: 'product-added',
    async show(page) {
      await goToScreen(page, '#/product/HL-HYDRA-01');
      await main(page).locator('button.action-primary').tap();
      await expect(page.locator('[role="status"] .enter')).toBeVisible();
    },
  },
  {
    name: 'product-ingredients',
    async show(page) {
      await main(page).locator('button[aria-expanded]').tap();
      await main(page).locator('h2').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'product-price',
    show: (page) => openSheet(page, main(page).locator('button:has(.underline)')),
  },
  { name: 'customizer-color', show: design },
  { name: 'customizer-finish', show: (page) => choose(page, 'finish', 'matte') },
  { name: 'customizer-care', show: (page) => openStep(page, 'care') },
  { name: 'impossible', show: (page) => openSheet(page, optionOf(page, 'shea')) },
  { name: 'customizer-scent', show: (page) => choose(page, 'scent', 'rose') },
  {
    name: 'customizer-amount',
    show: (page) => openStep(page, 'tingle'),
  },
  {
    name: 'impossible-age',
    show: (page) => openSheet(page, main(page).locator('div:has(> p > svg.lucide-ban) > button')),
  },
  {
    name: 'about-you',
    show: (page) => openSheet(page, withIcon(main(page), 'shield-check')),
  },
  { name: 'allergens', show: (page) => openSheet(page, withIcon(main(page), 'leaf')) },
  {
    name: 'customizer-text',
    async show(page) {
      await openStep(page, 'engraving');
      await main(page).locator('section input').fill('Élodie ♥');
      await expect(main(page).locator('section input')).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'customizer-done',
    async show(page) {
      await main(page).locator('section input').fill('Élodie');
      await choose(page, 'color', 'signal');
      await choose(page, 'wax', 'beeswax');
      await choose(page, 'cap', 'brass');
      await expect(withIcon(main(page), 'shopping-bag')).toBeEnabled();
    },
  },
  {
    name: 'customizer-price',
    show: (page) => openSheet(page, main(page).locator('button:has(.underline)')),
  },
  {
    name: 'start-over',
    show: (page) => openSheet(page, withIcon(page.locator('header'), 'rotate-ccw')),
  },
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
      await main(page).locator('form input').fill('NOPE');
      await main(page).locator('form button[type="submit"]').tap();
      await expect(main(page).locator('form .text-danger')).toBeVisible();
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
  { name: 'idle', show: waitLong },
];

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

/** Every screen and every sheet, once; sheets are closed again. */
export async function walk(page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  await walkTo(
    page,
    stops.map(({ name }) => name).filter((name) => !name.endsWith('-again')),
    visit,
  );
}

/** Only these, in this order; what one of them needs must have been done before. */
export async function walkTo(
  page: Page,
  names: readonly string[],
  visit: (name: string) => Promise<void>,
): Promise<void> {
  for (const name of names) {
    if ((await sheet(page).count()) > 0) {
      await sheet(page).locator('header button').tap();
      await expect(sheet(page)).toBeHidden();
    }
    await required(
      stops.find((stop) => stop.name === name),
      `a stop called ${name}`,
    ).show(page);
    await visit(name);
  }
}
