import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { enterShop, test } from './fixtures.ts';
import { button, designLipstick, pickAllergen, step } from './on-screen.ts';

/** Typed by a shopper, and nowhere else to be found. */
const canary = 'ZQXVKJWYPB';
const barcode = '93071864205';
const lightness = '57.931';

/** Whatever a browser may keep, in one text. */
function keptByBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    return JSON.stringify([
      document.documentElement.outerHTML,
      fields,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
      databases,
      caches,
    ]);
  });
}

/** Every file beside the store, as bytes: what was deleted from a database may still lie in it. */
function keptOnDisk(file: string): Buffer {
  const folder = dirname(file);
  return Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  );
}

async function typeEverywhere(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search products' }).fill(canary);
  await button(page, 'Search').tap();
  await expect(page.getByText(/nothing|Nothing/).first()).toBeVisible();
  await button(page, 'Blendbar, to the start').tap();

  await button(page, 'Scan or type a barcode').tap();
  await page.getByRole('dialog').getByRole('textbox').fill(barcode);
  await page.keyboard.press('Escape');

  await button(page, 'Find your shade').tap();
  await button(page, 'I have a reading').tap();
  await page.getByLabel('L* of reading 1').fill(lightness);
  await page.keyboard.press('Escape');
  await button(page, 'Blendbar, to the start').tap();

  await button(page, /Lipstick, poured for you/).tap();
  await designLipstick(page);
  await step(page, /^Engraving/).tap();
  await page.getByLabel('Your text').fill(canary);
  await button(page, 'Allergies and age').tap();
  const told = page.getByRole('dialog', { name: 'Allergies and age' });
  await told.getByRole('searchbox').fill(canary);
  await pickAllergen(told, 'Citronellol');
  await told.getByRole('button', { name: 'Done' }).tap();
  await button(page, 'Add to bag').tap();
  await button(page, 'I have a coupon').tap();
  const coupon = page.getByRole('region', { name: 'Coupons' }).getByRole('textbox');
  await coupon.fill(canary);
  await coupon.press('ControlOrMeta+A');
  await coupon.press('ControlOrMeta+C');
  await coupon.press('ControlOrMeta+X');
  await coupon.press('Enter');
  await expect(coupon).toHaveAttribute('aria-invalid', 'true');
}

test('UIX-56 nothing of a shopper is left when they have gone', async ({ page, host }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await typeEverywhere(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
  expect(await keptByBrowser(page)).toContain(canary);
  expect(await host.heap()).toContain(canary);
  await button(page, 'Start over').tap();
  await button(page, 'Yes, clear everything').tap();
  await button(page, 'What I wanted is not here').tap();
  await page.getByLabel('Your words').fill(canary);
  const began = Date.now();
  await button(page, 'No, thank you').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Yours alone/);
  test.info().annotations.push({ type: 'reset', description: `${Date.now() - began} ms` });

  const kept = await keptByBrowser(page);
  expect(kept).not.toContain(canary);
  expect(kept).not.toContain(barcode);
  expect(kept).not.toContain(lightness);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(3);
  for (const word of [canary, barcode, lightness]) {
    expect(keptOnDisk(host.file).includes(word), `${word} on disk`).toBe(false);
    expect(host.said(), `${word} in the log`).not.toContain(word);
  }
  // Nor do answers that were kept in case somebody asks once more.
  const heap = await host.heap();
  for (const word of [canary, barcode, lightness]) {
    expect(heap.includes(word), `${word} in the memory of the host`).toBe(false);
  }

  // The next shopper finds nothing of it either, by whatever way they come.
  await page.reload();
  await enterShop(page);
  expect(await keptByBrowser(page)).not.toContain(canary);
  await button(page, /Lipstick, poured for you/).tap();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
  await button(page, 'Allergies and age').tap();
  await expect(page.getByRole('dialog').getByRole('checkbox', { checked: true })).toHaveCount(0);
});
