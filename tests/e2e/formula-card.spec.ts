import { expect, type Page } from '@playwright/test';
import { writeCardText } from '#shared/domain/card/card-text.ts';
import { ask, sheets } from './bench-tools.ts';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button, designLipstick, pickAllergen, step } from './on-screen.ts';

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

async function tellAllergy(page: Page): Promise<void> {
  await button(page, 'Allergies and age').tap();
  const told = dialog(page, 'Allergies and age');
  await pickAllergen(told, 'Citronellol');
  await told.getByRole('button', { name: 'Done' }).tap();
}

test('CRD-2 CRD-21 CRD-30 CRD-35 a card is kept, printed, typed and scanned again', async ({
  page,
}) => {
  await button(page, /Lipstick, poured for you/).tap();
  await designLipstick(page);
  await step(page, /^Engraving/).tap();
  await page.getByLabel('Your text').fill('Ada');
  await tellAllergy(page);
  await button(page, 'Add to bag').tap();

  await page.getByRole('button', { name: /^Formula card of/ }).tap();
  const card = dialog(page, 'Your formula card');
  const code = (await card.getByTestId('card-code').textContent()) ?? '';
  await expect(card).toContainText('Engraving: to be typed again');
  await card.locator('label').filter({ hasText: 'Also keep my allergies' }).tap();
  await card.getByRole('button', { name: 'Print it' }).tap();
  await expect(card.getByText('Your card is printed.')).toBeVisible();
  // The paper is narrow.
  const paper = (await sheets(page)).join(' ').replace(/\s+/g, ' ');
  expect(paper).toMatch(/Allergies, on this paper alone: Citronellol/i);
  expect(paper).not.toContain('Ada');
  await card.getByRole('button', { name: 'Done' }).tap();
  await button(page, 'Start over').tap();
  await page.getByRole('button', { name: 'Yes, clear everything' }).tap();
  await button(page, 'No, thank you').tap();
  await button(page, 'English').tap();

  // Years later, and with a letter in place of a digit.
  await button(page, 'I have a formula card').tap();
  const find = dialog(page, 'Your formula card');
  await find.getByRole('textbox').fill(code.toLowerCase().replaceAll('0', 'o'));
  await find.getByRole('button', { name: 'Find it' }).tap();
  const found = dialog(page, /^Found: /);
  await expect(found).toContainText('Signal Red');
  await found.getByRole('button', { name: 'Have it made again' }).tap();
  await expect(button(page, 'Add to bag')).toBeVisible();
  await button(page, 'Blendbar, to the start').tap();

  const selections = { shade: 'signal', finish: 'no-such-finish' };
  const design = { template: 'lipstick', selections };
  const text = writeCardText({
    code: code.replace('-', ''),
    sku: 'AT-LIPSTICK',
    design,
    leftOut: [],
    allergies: ['citronellol'],
  });
  await ask(page, 'bench.scan', { code: text });
  await expect(found).toContainText('Not offered any more: Finish');
  await expect(found).toContainText('takes the place of the design that you began');
  await found.getByRole('button', { name: 'Have it made again' }).tap();
  await expect(step(page, /^Finish/)).toHaveAttribute('aria-current', 'step');
});

test('CRD-20 allergies are switched on for one card, and for no other', async ({ page }) => {
  for (let design = 0; design < 2; design += 1) {
    await button(page, 'Blendbar, to the start').tap();
    await button(page, /Lipstick, poured for you/).tap();
    await designLipstick(page);
    if (design === 0) await tellAllergy(page);
    await button(page, 'Add to bag').tap();
    await expect(page.getByRole('heading', { name: 'Your bag' })).toBeVisible();
  }
  for (const name of [/^Pay/, /In cash/, /here/, /^Exactly/, 'Take the payment']) {
    await button(page, name).first().tap();
  }
  await button(page, 'Formula card').tap();
  const card = dialog(page, 'Your formula card');
  const allergies = card.getByRole('switch');
  await card.locator('label').filter({ hasText: 'Also keep my allergies' }).tap();
  await expect(allergies).toBeChecked();
  for (const which of [1, 0]) {
    await card.locator('label:has(input[type="radio"])').nth(which).tap();
    await expect(allergies).not.toBeChecked();
  }
});

test('CRD-33 a product that is not made any more is told, with a way to look around', async ({
  page,
}, info) => {
  const design = { template: 'lipstick', selections: { shade: 'signal' } };
  const card = { code: '000000000', design, leftOut: [], allergies: [] };
  const find = dialog(page, 'Your formula card');
  const gone = 'What this card is for is not made here any more.';
  const around = find.getByRole('button', { name: 'Look around' });

  await ask(page, 'bench.scan', { code: writeCardText({ ...card, sku: 'NO-LONGER-MADE' }) });
  await expect(find).toContainText(gone);
  await lookAt(page, info, 'card-product-gone');
  await around.tap();
  await expect(find).toBeHidden();
  await expect(page).toHaveURL(/#\/search/);
  await expect(page.getByRole('main').locator('[aria-setsize]').first()).toBeVisible();

  // Another card is not told the same.
  await ask(page, 'bench.scan', { code: writeCardText({ ...card, sku: 'NO-LONGER-MADE' }) });
  await expect(find).toContainText(gone);
  await find.getByRole('textbox').fill('0000-00001');
  await expect(around).toHaveCount(0);
  await find.getByRole('button', { name: 'Find it' }).tap();
  await expect(find).not.toContainText(gone);
  await expect(around).toHaveCount(0);
  await ask(page, 'bench.scan', { code: writeCardText({ ...card, sku: 'AT-LIPSTICK' }) });
  await expect(dialog(page, /^Found: /)).toBeVisible();
});

test('UIX-120 printing pressed twice within a frame prints one card', async ({ page }) => {
  await button(page, /Lipstick, poured for you/).tap();
  await designLipstick(page);
  await button(page, 'Add to bag').tap();
  await page.getByRole('button', { name: /^Formula card of/ }).tap();
  const card = dialog(page, 'Your formula card');
  const before = (await sheets(page)).length;
  await card.getByRole('button', { name: 'Print it' }).evaluate((print: HTMLElement) => {
    print.click();
    print.click();
  });
  await expect(card.getByText('Your card is printed.')).toBeVisible();
  expect((await sheets(page)).length - before).toBe(1);
});
