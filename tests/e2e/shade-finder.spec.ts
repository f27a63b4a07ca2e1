import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button } from './on-screen.ts';

test('UIX-60 UIX-61 UIX-62 from a tone of skin to the nearest shade, and to its design', async ({
  page,
}) => {
  await button(page, 'Find your shade').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find your shade');

  await button(page, /^Tone 28:/).tap();
  const found = page.getByRole('region', { name: 'Shades near your tone' });
  await expect(found).toContainText('Looking for: Tan, neutral');
  await expect(button(page, /^Tone 28:/)).toHaveAttribute('aria-pressed', 'true');
  const nearest = found.getByRole('listitem').getByRole('button').first();
  await expect(nearest).toContainText(/Close|Very close/);

  await test.step('steps lead to another tone, and back', async () => {
    const before = await nearest.textContent();
    for (const _ of [1, 2, 3, 4]) await button(page, 'Deeper').tap();
    await expect(found).toContainText('Looking for: Deep');
    for (const _ of [1, 2, 3, 4]) await button(page, 'Lighter').tap();
    await expect(found).toContainText('Looking for: Tan, neutral');
    await expect(nearest).toHaveText(before ?? '');
  });

  await test.step('what a person says of themselves counts', async () => {
    await found.locator('label', { hasText: /^olive$/ }).tap();
    await expect(found).toContainText('Looking for: Tan, olive');
  });

  await nearest.tap();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(button(page, 'Start over')).toBeVisible();
});

test('UIX-63 UIX-64 readings that agree lead to shades; those that do not are named', async ({
  page,
}, info) => {
  await button(page, 'Find your shade').tap();
  await button(page, 'I have a reading').tap();
  const sheet = page.getByRole('dialog', { name: 'Readings of your skin' });
  const type = async (row: number, values: readonly string[]) => {
    for (const [index, part] of ['L*', 'a*', 'b*'].entries()) {
      await sheet.getByLabel(`${part} of reading ${row}`).fill(values[index] ?? '');
    }
  };
  await type(1, ['58.2', '13.1', '21.4']);
  await type(2, ['58.4', '13.0', '21.6']);
  await type(3, ['40.0', '13.0', '21.6']);
  await sheet.getByRole('button', { name: 'Find my shades' }).tap();
  await expect(sheet.getByRole('alert')).toContainText('3');
  await expect(sheet.getByLabel('L* of reading 3')).toHaveAttribute('aria-invalid', 'true');
  await lookAt(page, info, 'shades-readings');

  await test.step('by the keypad', async () => {
    const lightness = sheet.getByLabel('L* of reading 3');
    await lightness.fill('');
    await lightness.focus();
    for (const key of ['5', '8', '.', '1'])
      await sheet.getByRole('button', { name: key, exact: true }).tap();
    await expect(lightness).toHaveValue('58.1');
  });
  await sheet.getByRole('button', { name: 'Find my shades' }).tap();
  await expect(sheet).toBeHidden();
  const found = page.getByRole('region', { name: 'Shades near your tone' });
  await expect(found.getByRole('listitem').first()).toBeVisible();
});
