import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button } from './on-screen.ts';

const minuteMs = 60_000;

async function comfort(page: Page, ...wishes: readonly string[]): Promise<void> {
  await button(page, 'Comfort').tap();
  const sheet = page.getByRole('dialog', { name: 'As it suits you' });
  for (const wish of wishes) await sheet.locator('label').filter({ hasText: wish }).tap();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
}

test('UIX-51 whoever does nothing is asked, may stay, and is forgotten', async ({ page }) => {
  await page.clock.install();
  await page.reload();
  await button(page, 'Language: English').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Deutsch' }).tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await button(page, /Lippenstift|Lipstick/)
    .first()
    .tap();
  await page.locator('main label').first().tap();

  await page.clock.fastForward(2 * minuteMs);
  const warning = page.getByRole('alertdialog', { name: 'Sind Sie noch da?' });
  await expect(warning).toBeVisible();
  // While it comes in, a touch may land beside what it is meant for.
  await expect(page.locator('.sheet-backdrop')).toHaveCSS('opacity', '1');
  await warning.getByRole('button').last().tap();
  await expect(warning).toBeHidden();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);

  await page.locator('footer nav button').last().tap();
  await page.clock.runFor(91_000);
  await expect(warning).toContainText('2');
  await page.clock.runFor(31_000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yours alone, in minutes.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await button(page, 'Touch to begin').tap();
  await button(page, /Lipstick, poured for you/).tap();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('UIX-53 UIX-55 another language, larger text and more contrast, until one leaves', async ({
  page,
}) => {
  await button(page, 'Language: English').tap();
  await page.getByRole('dialog').getByRole('button', { name: 'العربية' }).tap();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await expect(html).toHaveAttribute('lang', 'ar');
  await page.locator('footer nav button').first().tap();
  await page.getByRole('dialog').getByRole('button', { name: 'English' }).tap();
  await expect(html).toHaveAttribute('dir', 'ltr');

  const size = () =>
    page
      .getByText('Design a product of your own')
      .evaluate((text) => getComputedStyle(text).fontSize);
  const before = Number.parseFloat(await size());
  await comfort(page, 'Very large', 'High contrast', 'Within reach');
  expect(Number.parseFloat(await size())).toBeCloseTo(2 * before, 1);
  await expect(html).toHaveAttribute('data-contrast', 'high');
  const { y } = (await page.locator('header').first().boundingBox()) ?? { y: 0 };
  expect(y).toBeGreaterThan((page.viewportSize()?.height ?? 0) * 0.4);
  await button(page, 'Blendbar, to the start').tap();
  await button(page, /Nail polish/)
    .first()
    .tap();
  await page.locator('main label').first().tap();
  await button(page, 'Start over').tap();
  await button(page, 'Yes, clear everything').tap();
  await expect(html).toHaveAttribute('data-contrast', 'standard');
  await expect(html).toHaveAttribute('data-text', 'normal');
  await expect(html).toHaveAttribute('data-reach', 'false');
});

test('UIX-57 what one comes to is read out in the language, and shown', async ({ page }, info) => {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    window.speechSynthesis.speak = ({ text, lang }) => said.push(`${lang}: ${text}`);
  });
  const said = () => page.evaluate(() => Reflect.get(window, 'said').join('\n'));
  await comfort(page, 'Read aloud');
  await page.getByRole('searchbox').focus();
  await expect.poll(said).toContain('en: Search products');
  await expect(page.locator('[data-captions]')).toHaveText(/Search products/);
  await page.keyboard.press('Tab');
  await expect.poll(said).toContain('Keyboard on the screen');
  await page.keyboard.press('Tab');
  await expect.poll(said).toContain('Scan or type a barcode');
  await lookAt(page, info, 'captions');
  await button(page, /Still Water/).tap();
  await expect.poll(said).toContain('Still Water Hyaluronic Serum');
  await comfort(page, 'Read aloud');
  await expect(page.locator('[data-captions]')).toHaveCount(0);
});
