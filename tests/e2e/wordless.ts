import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './on-screen.ts';

/** A screen, or a sheet over one. */
export interface Stop {
  readonly name: string;
  readonly show: (page: Page) => Promise<void>;
  /** Takes back what would be in the way of those after it. */
  readonly leave?: (page: Page) => Promise<void>;
}

export const main = (page: Page) => page.getByRole('main');
export const sheet = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));
export const keyboard = (page: Page) => page.locator('.keyboard');
/** A button by its sign: words change with the language. */
export const withIcon = (within: Locator, icon: string) =>
  within.locator(`button:has(svg.lucide-${icon})`).first();
/** By its place among the option groups of the lipstick. */
const stepAt = (page: Page, index: number) => main(page).locator('nav li button').nth(index);
export const optionOf = (page: Page, id: string) =>
  main(page).locator(`label:has(input[value="${id}"])`);
const steps = { color: 0, finish: 1, wax: 2, care: 3, scent: 4, tingle: 5, cap: 6, engraving: 7 };

export async function openStep(page: Page, name: keyof typeof steps): Promise<void> {
  await stepAt(page, steps[name]).tap();
  await expect(stepAt(page, steps[name])).toHaveAttribute('aria-current', 'step');
}

export async function choose(page: Page, step: keyof typeof steps, option: string): Promise<void> {
  await openStep(page, step);
  await optionOf(page, option).tap();
  await expect(optionOf(page, option).locator('input')).toBeChecked();
}

export async function openSheet(page: Page, opener: Locator): Promise<void> {
  await opener.tap();
  await expect(sheet(page)).toBeVisible();
  // It waits a moment for a keyboard on the screen when a field in it takes the focus.
  await expect(page.locator('.sheet-backdrop')).toHaveCSS('opacity', '1');
}

export async function openBar(page: Page, index: number): Promise<void> {
  await openSheet(page, page.locator('footer nav button').nth(index));
}

export async function goToScreen(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
  await expect(main(page).locator('h1')).toBeVisible();
}

export async function design(page: Page): Promise<void> {
  await goTo(page, '#/customize/AT-LIPSTICK');
  await expect(stepAt(page, 0)).toBeVisible();
}

/** Waits until it stands there whole: neither scrolled away, nor cut, nor below something else. */
export async function expectInSight(target: Locator): Promise<void> {
  await expect(target).toBeInViewport({ ratio: 0.99 });
  const isCovered = () =>
    target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const points = [2, height / 2, height - 2].map((down) => [left + width / 2, top + down]);
      return points.some(([x = 0, y = 0]) => {
        const seen = document.elementFromPoint(x, y);
        return seen !== element && !element.contains(seen);
      });
    });
  await expect.poll(isCovered).toBe(false);
}

export async function closeSheet(page: Page): Promise<void> {
  if ((await sheet(page).count()) === 0) return;
  await sheet(page).locator('header button').tap();
  await expect(sheet(page)).toBeHidden();
}
