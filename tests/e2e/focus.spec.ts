import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { button, goTo } from './on-screen.ts';

async function pressByKey(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press('Enter');
}

test('UIX-58 a control that goes, or cannot be pressed any more, gives the focus on', async ({
  page,
}) => {
  const bag = page.getByRole('main');
  const takeOut = (inside: Locator) => inside.locator('button:has(svg.lucide-trash-2)');
  const line = (name: RegExp) => bag.getByRole('article', { name });
  for (const sku of ['HL-HYDRA-01', 'RP-SATIN-133']) {
    await goTo(page, `#/product/${sku}`);
    await button(page, 'Add to bag').tap();
    await expect(page.getByRole('status').getByText(/in your bag/)).toBeVisible();
  }
  await goTo(page, '#/cart');
  const water = line(/Still Water/);
  await expect(water).toBeVisible();

  await test.step('the last but one cannot be taken away by its stepper', async () => {
    await pressByKey(page, water.getByRole('button', { name: 'One more' }));
    await expect(water).toContainText('2');
    await pressByKey(page, water.getByRole('button', { name: 'One less' }));
    await expect(water.getByRole('button', { name: 'One more' })).toBeFocused();
  });

  await test.step('a line that is taken out leads to the next one', async () => {
    await pressByKey(page, takeOut(water));
    await expect(water).toHaveCount(0);
    await expect(bag.getByRole('article').first().locator(':focus')).toBeVisible();
  });

  await test.step('what was said for a moment leads to the heading', async () => {
    await pressByKey(page, page.getByRole('status').getByRole('button'));
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  });

  await test.step('who touches is led nowhere', async () => {
    await takeOut(bag.getByRole('article').last()).tap();
    await expect(bag.getByRole('article')).toHaveCount(1);
    await page.waitForTimeout(400);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });
});
