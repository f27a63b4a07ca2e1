import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, type Page } from '@playwright/test';
import readQr from 'jsqr';
import { ask } from './bench-tools.ts';
import { test } from './fixtures.ts';
import { button } from './on-screen.ts';

/** What a telephone, or a scanner, reads from the display. */
async function codeOnScreen(page: Page): Promise<string> {
  const image = await loadImage(await page.locator('figure').screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return readQr(data, image.width, image.height)?.data ?? '';
}

test('HOF-1 HOF-6 HOF-9 a bag leaves the screen as a code, is paid at the counter, and only once', async ({
  page,
}) => {
  for (const name of [/Still Water/, 'Add to bag', 'See bag', /^Pay/, /In cash/]) {
    await button(page, name).first().tap();
  }
  const shown = page.getByTestId('hand-off-code');
  await expect(shown).toHaveText(/^[A-Z]-\d{3}$/);
  const code = (await shown.textContent()) ?? '';
  await expect(page.locator('figure svg')).toBeVisible();
  const text = await codeOnScreen(page);
  expect(text).toMatch(/^BH1\*/);
  await button(page, 'Print it').tap();
  await expect(page.getByText('Your slip is printed.')).toBeVisible();
  await button(page, 'Done, start over').tap();
  await expect(button(page, 'English')).toBeVisible();

  await ask(page, 'bench.scan', { code: text });
  await expect(page.getByRole('heading', { name: 'Payment in cash' })).toBeVisible();
  await expect(page.getByText(`Bag ${code} from another screen.`)).toBeVisible();
  await button(page, /^Exactly/).tap();
  await button(page, 'Take the payment').tap();
  await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();

  // Sooner it would be a scanner that reads twice.
  await page.waitForTimeout(500);
  await ask(page, 'bench.scan', { code: text });
  await expect(page.getByText('This bag was paid for already.')).toBeVisible();
});
