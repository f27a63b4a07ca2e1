import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { standStill } from './look-at.ts';
import { goTo } from './on-screen.ts';

test('UIX-100 to UIX-103 of a long list only what is near the display is in the page', async ({
  page,
}) => {
  await goTo(page, '#/search?text=');
  const items = page.getByRole('main').locator('[aria-setsize]');
  const first = items.first().getByRole('button');
  await expect(first).toBeVisible();
  const total = Number(await items.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(60);

  let most = 0;
  const seen = new Set<string>();
  await page.mouse.move(800, 700);
  for (let step = 0; step < 60 && seen.size < total; step += 1) {
    const places = await items.evaluateAll((all) => all.map((one) => one.ariaPosInSet ?? ''));
    for (const place of places) seen.add(place);
    most = Math.max(most, places.length);
    await page.mouse.wheel(0, 500);
    await standStill(page);
  }
  expect(seen.size).toBe(total);
  expect(most).toBeLessThan(50);

  // What has the focus stays in the page, however far the list was scrolled.
  await items.last().getByRole('button').focus();
  await page.mouse.wheel(0, -100_000);
  await expect(items.first()).toHaveAttribute('aria-posinset', '1');
  await expect(items.last()).toHaveAttribute('aria-posinset', String(total));
  await expect(items.last().getByRole('button')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(items.getByRole('button').and(page.locator(':focus'))).toBeInViewport();
});
