import { expect, type Locator, type Page } from '@playwright/test';

/** What a shopper touches, by the words on it. */
export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole('button', { name, exact: true });
}

export function step(page: Page, name: RegExp): Locator {
  return page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name });
}

export function option(page: Page, name: string): Locator {
  return page.getByRole('main').locator('label').filter({ hasText: name }).first();
}

/** Opens the address behind the `#` without leaving the page. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

/** A lipstick of one's own, as far as it has to be: color, finish, wax, scent, case. */
export async function designLipstick(page: Page): Promise<void> {
  await option(page, 'Signal Red').tap();
  await step(page, /^Finish/).tap();
  await option(page, 'Satin').tap();
  await step(page, /^Wax/).tap();
  await option(page, 'Beeswax').tap();
  await step(page, /^Scent/).tap();
  await option(page, 'Unscented').tap();
  await step(page, /^Case/).last().tap();
  await option(page, 'Solid brass').tap();
  await expect(button(page, 'Add to bag')).toBeVisible();
}

/** Says in the open sheet that they are allergic to it, looking for its name. */
export async function pickAllergen(sheet: Locator, name: string): Promise<void> {
  await sheet.getByRole('searchbox').fill(name);
  // It comes a moment later, and the sheet gives way to it.
  await expect(sheet.page().locator('[data-keyboard]')).toBeVisible();
  const allergen = sheet.locator('label').filter({ hasText: new RegExp(`^${name}$`) });
  await allergen.tap();
  await expect(allergen.getByRole('checkbox')).toBeChecked();
}
