import { expect, type Locator, type Page, type Route } from '@playwright/test';
import { required } from '#shared/lib/assert.ts';
import { test } from './fixtures.ts';
import { lookAt, standStill } from './look-at.ts';
import { button, goTo } from './on-screen.ts';

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

const busy = { ok: false, error: { code: 'store.busy', message: 'The store is busy.' } };
const pageSize = 30;

/** Counts how often hits after the first ones are asked for, and answers like this. */
async function answerMore(page: Page, answer: (route: Route) => Promise<void>) {
  let asked = 0;
  await page.route('**/rpc/catalog.search', (route) => {
    if (route.request().postDataJSON().offset === 0) return route.continue();
    asked += 1;
    return answer(route);
  });
  return () => asked;
}

async function boxOf(target: Locator) {
  return required(await target.boundingBox(), 'what is in the page');
}

test('UIX-101 more is asked for before the last hits are reached, and by a button when it did not come', async ({
  page,
}, info) => {
  const asked = await answerMore(page, (route) => route.abort());
  await goTo(page, '#/search?text=');
  const items = page.getByRole('main').locator('[aria-setsize]');
  const lastFound = page.getByRole('main').locator(`[aria-posinset="${pageSize}"]`);
  const again = button(page, 'Show more');
  await expect(items.first()).toBeVisible();
  expect(asked()).toBe(0);

  await page.mouse.move(800, 700);
  for (let step = 0; step < 60 && asked() === 0; step += 1) {
    await page.mouse.wheel(0, 100);
    await standStill(page);
  }
  expect(asked()).toBe(1);
  // A whole row more can be scrolled to while they come.
  const { y, height } = await boxOf(lastFound);
  expect(y - (await boxOf(page.locator('footer.comfort-bar'))).y).toBeGreaterThan(height);

  const told = page.getByRole('alertdialog');
  await told.getByRole('button').last().tap();
  await expect(told).toBeHidden();
  await page.mouse.wheel(0, 100_000);
  await expect(lastFound).toBeInViewport();
  await expect(again).toBeVisible();
  await lookAt(page, info, 'search-more');
  await page.mouse.wheel(0, -500);
  await page.mouse.wheel(0, 100_000);
  await standStill(page);
  expect(asked()).toBe(1);

  await page.unroute('**/rpc/catalog.search');
  const askedAgain = await answerMore(page, (route) => route.fulfill({ json: busy }));
  await again.tap();
  await told.getByRole('button').last().tap();
  expect(askedAgain()).toBe(1);
  await expect(lastFound).toBeInViewport();

  await page.unroute('**/rpc/catalog.search');
  await again.tap();
  await expect(again).toHaveCount(0);
  await expect(page.getByRole('main').locator(`[aria-posinset="${pageSize + 1}"]`)).toBeAttached();
});

test('UIX-104 what stays in the page is not drawn again when the list is scrolled', async ({
  page,
}) => {
  // Whoever draws a product asks for its look, by the product.
  await page.addInitScript(() => {
    const drawn = new Map<string, number>();
    Object.assign(window, { drawn });
    const { get } = WeakMap.prototype;
    WeakMap.prototype.get = function (this: WeakMap<object, unknown>, key: object) {
      if (key !== null && Reflect.get(Object(key), 'kind') === 'product') {
        const sku = String(Reflect.get(key, 'sku'));
        drawn.set(sku, (drawn.get(sku) ?? 0) + 1);
      }
      return get.call(this, key);
    };
  });
  await page.reload();
  await goTo(page, '#/search?text=');
  const items = page.getByRole('main').locator('[aria-setsize]');
  await expect(items.first()).toBeVisible();
  await standStill(page);
  const draws = () =>
    page.evaluate(() => [...(Reflect.get(window, 'drawn') as Map<string, number>)]);
  const before = new Map(await draws());
  expect(before.size).toBeGreaterThan(5);

  const placesBefore = await places();
  await page.mouse.move(800, 700);
  for (let step = 0; step < 8; step += 1) {
    await page.mouse.wheel(0, 100);
    await standStill(page);
  }
  expect(await places()).not.toEqual(placesBefore);
  const after = await draws();
  expect(after.length).toBeGreaterThan(before.size);
  // Those that were there are as often drawn as before.
  expect(after.filter(([sku, times]) => before.has(sku) && before.get(sku) !== times)).toEqual([]);

  function places() {
    return items.evaluateAll((all) => all.map((one) => one.ariaPosInSet));
  }
});
