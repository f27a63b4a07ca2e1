import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { button, designLipstick, goTo, option, step } from './on-screen.ts';

test('UIX-90 to UIX-93 a change is taken back, and two designs are compared', async ({ page }) => {
  await goTo(page, '#/customize/AT-LIPSTICK');
  await designLipstick(page);
  const sheet = page.getByRole('dialog', { name: 'Side by side' });
  const chosen = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });

  await test.step('UIX-90 the button says what it takes back', async () => {
    await button(page, /^Take back: Case/).tap();
    await expect(step(page, /^Case/).last()).toHaveAttribute('aria-current', 'step');
    await expect(chosen('Solid brass')).not.toBeChecked();
    await button(page, 'Again: Case: add Solid brass').tap();
    await expect(chosen('Solid brass')).toBeChecked();
  });

  await test.step('UIX-92 side by side', async () => {
    await button(page, 'Keep this one beside').tap();
    await step(page, /^Finish/).tap();
    await option(page, 'Gloss').tap();
    await button(page, 'Compare').tap();
    await expect(sheet.getByRole('row', { name: /^Finish/ })).toContainText('Satin');
    await expect(sheet.getByRole('row')).toHaveCount(2);
  });

  await test.step('UIX-93 the kept one is taken', async () => {
    await sheet.getByRole('button', { name: 'Take this one Kept beside' }).tap();
    await expect(sheet).toBeHidden();
    await expect(chosen('Satin')).toBeChecked();
  });
});
