import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button, step } from './on-screen.ts';

test('UIX-8 UIX-18 UIX-25 what asks for the age is had in a few taps, at a price that is told', async ({
  page,
}, info) => {
  await button(page, /Lipstick, poured for you/).tap();
  await step(page, /^Comfort/).tap();
  await expect(page.getByText('+€2.50 each after the first')).toBeVisible();
  await step(page, /^Engraving/).tap();
  await expect(page.getByText('Up to 8 characters +€5.00 · more +€8.00')).toBeVisible();
  await step(page, /^Plumping tingle/).tap();
  await expect(page.getByText('Up to 2 steps +€2.00 · 3 steps +€3.00')).toBeVisible();

  await button(page, 'Why?').tap();
  const why = page.getByRole('dialog', { name: /Why not Plumping tingle/ });
  await why.getByRole('button', { name: 'Tell us your age' }).tap();

  const sheet = page.getByRole('dialog', { name: 'Allergies and age' });
  const age = sheet.getByRole('textbox', { name: 'Your age' });
  // From a keyboard that writes other digits. UIX-76
  await age.fill('٥٦');
  await expect(age).toHaveValue('56');
  await age.fill('');
  await sheet.getByRole('button', { name: '3', exact: true }).tap();
  await sheet.getByRole('button', { name: '4', exact: true }).tap();
  await expect(age).toHaveValue('34');
  await lookAt(page, info, 'age-told');
  await sheet.getByRole('button', { name: 'Done' }).tap();
  await expect(page.getByText('not possible as things stand')).toHaveCount(0);
  await button(page, 'More').tap();
  await button(page, 'More').tap();
  await button(page, 'More').tap();
  await expect(page.getByRole('main').getByRole('status').getByText('2 steps')).toBeVisible();
});
