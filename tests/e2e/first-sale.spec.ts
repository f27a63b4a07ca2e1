import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button, designLipstick, goTo, option, pickAllergen, step } from './on-screen.ts';

/** Presses a button of the virtual card terminal, as its bench does. */
async function terminal(page: Page, answer: 'approve' | 'decline' | 'loseAnswer'): Promise<void> {
  const state = await page.evaluate(async (pressed) => {
    const response = await fetch('/rpc/bench.answerCard', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: crypto.randomUUID(), answer: pressed }),
    });
    return response.json();
  }, answer);
  expect(state).toMatchObject({ ok: true });
}

const price = (page: Page) => button(page, /Why this price/).first();

test('UIX-8 UIX-10 UIX-11 search, customize, cart with a promotion, card, receipt', async ({
  page,
}) => {
  await test.step('a typing error is forgiven', async () => {
    await page.getByRole('searchbox', { name: 'Search products' }).fill('lipstik');
    await button(page, 'Search').tap();
    await expect(page.getByText('Showing results for “lipstick”')).toBeVisible();
  });

  await test.step('the design begins', async () => {
    await button(page, /Lipstick, poured for you/).tap();
    await expect(page.getByRole('heading', { name: 'Color' })).toBeVisible();
    await expect(page.getByText('more choices to make')).toBeVisible();
    await expect(price(page)).toContainText('€32.00');
    await designLipstick(page);
  });

  await test.step('an impossible option says so before the tap, and why after it', async () => {
    await step(page, /^Finish/).tap();
    await option(page, 'Soft matte').tap();
    await step(page, /^Comfort/).tap();
    const shea = option(page, 'Shea butter');
    await expect(shea).toContainText('Not with Soft matte');
    await shea.tap();
    const dialog = page.getByRole('dialog', { name: 'Why not Shea butter?' });
    await expect(dialog).toContainText('a soft matte would turn shiny');
    await dialog.getByRole('button', { name: 'Keep my design' }).tap();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('checkbox', { name: /Shea butter/ })).not.toBeChecked();
  });

  await test.step('the way out changes what stands in the way', async () => {
    await option(page, 'Shea butter').tap();
    await button(page, 'Finish: Satin instead of Soft matte').tap();
    await expect(page.getByRole('checkbox', { name: /Shea butter/ })).toBeChecked();
    await expect(step(page, /^Finish/)).toContainText('Satin');
  });

  await test.step('allergies rule out what holds them', async () => {
    await button(page, 'Allergies and age').tap();
    const sheet = page.getByRole('dialog', { name: 'Allergies and age' });
    await pickAllergen(sheet, 'Citronellol');
    await sheet.getByRole('button', { name: 'Done' }).tap();
    await step(page, /^Scent/).tap();
    await expect(option(page, 'Rose')).toContainText('fragrance allergen');
    await button(page, /on the label|No allergens/).tap();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('an engraving keeps to its rules and shows on the case', async () => {
    await step(page, /^Engraving/).tap();
    const text = page.getByLabel('Your text');
    await text.fill('Élodie ♥');
    await expect(page.getByText('We cannot write ♥ here.')).toBeVisible();
    await expect(step(page, /^Engraving/)).toContainText('needs another look');
    const drawing = page.getByRole('img', { name: 'How your product looks now' });
    await expect(drawing.getByText('Élodie')).toHaveCount(0);
    await text.fill('Élodie');
    await expect(page.getByText('We cannot write ♥ here.')).toBeHidden();
    await expect(drawing.getByText('Élodie').first()).toBeVisible();
    await expect(step(page, /^Engraving/)).toContainText('“Élodie”');
  });

  await test.step('the price explains itself', async () => {
    await expect(price(page)).toContainText('€46.00');
    await price(page).tap();
    const sheet = page.getByRole('dialog', { name: 'Why this price?' });
    await expect(sheet.getByRole('row', { name: /Solid brass/ })).toContainText('+€9.00');
    await expect(sheet.getByRole('row', { name: /Total/ })).toContainText('€46.00');
    await expect(sheet.getByRole('row').last()).toHaveText('Includes VAT 19%€7.34');
    await page.keyboard.press('Escape');
  });

  await test.step('two of them bring an offer', async () => {
    await button(page, 'Add to bag').tap();
    await expect(page.getByRole('heading', { name: 'Your bag' })).toBeVisible();
    await button(page, 'One more').tap();
    const offers = page.getByRole('region', { name: 'Offers in your bag' });
    await expect(offers).toContainText('−€10.00');
    await expect(button(page, 'Pay €82.00')).toBeVisible();
  });

  await test.step('the card is declined, then approved', async () => {
    await button(page, /^Pay/).tap();
    await expect(page.getByRole('heading', { name: 'How would you like to pay?' })).toBeVisible();
    await button(page, /By card or phone/).tap();
    await expect(page.getByRole('heading', { name: /Hold your card/ })).toBeVisible();
    await terminal(page, 'decline');
    await expect(page.getByRole('heading', { name: 'The card was declined' })).toBeVisible();
    await button(page, 'Try again').tap();
    await expect(page.getByRole('heading', { name: /Hold your card/ })).toBeVisible();
    await terminal(page, 'approve');
  });

  await test.step('the receipt, on screen and on paper', async () => {
    await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();
    const receipt = page.getByRole('region', { name: 'Your receipt' });
    await expect(receipt).toContainText('Engraving: Élodie');
    await expect(receipt).toContainText('€82.00');
    await expect(page.getByText('we call it when your product is ready')).toBeVisible();
    const number = await page.getByTestId('order-number').textContent();
    await goTo(page, '#/bench');
    await expect(page.getByRole('region', { name: 'Paper of the receipt printer' })).toContainText(
      number ?? 'the number of the order',
    );
  });
});

test('UIX-12 a lost answer is settled, and the shopper pays once', async ({ page }, info) => {
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await button(page, 'See bag').tap();
  await button(page, /^Pay/).tap();
  await button(page, /By card or phone/).tap();
  await expect(page.getByRole('heading', { name: /Hold your card/ })).toBeVisible();
  await terminal(page, 'loseAnswer');
  await expect(page.getByRole('heading', { name: 'We lost the terminal’s answer' })).toBeVisible();
  await lookAt(page, info, 'unsettled');
  await button(page, 'Ask the terminal again').tap();
  await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();
});

test('UIX-13 cash: the associate takes it and the change is told', async ({ page }) => {
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await expect(button(page, 'See bag')).toBeVisible();
  await button(page, 'See bag').tap();
  await button(page, /^Pay/).tap();
  await button(page, /In cash/).tap();
  await button(page, 'An associate takes the money here').tap();
  await expect(button(page, 'Take the payment')).toBeDisabled();
  await button(page, '€50.00').tap();
  await button(page, 'Take the payment').tap();
  await expect(page.getByText('€17.10 change')).toBeVisible();
  await expect(page.getByText('yours to take home')).toBeVisible();
  await expect(page.getByText('we call it')).toHaveCount(0);
});

test('UIX-1 a scan leads to the product, an unknown code says so', async ({ page }) => {
  await goTo(page, '#/bench');
  await button(page, /Scan Still Water/).tap();
  await button(page, 'Show it').tap();
  await expect(page.getByRole('heading', { name: /Still Water/ })).toBeVisible();
  await goTo(page, '#/bench');
  await page.getByRole('textbox', { name: 'Barcode' }).fill('4006381333931');
  await button(page, 'Scan this code').tap();
  await expect(page.getByText('We do not know the barcode 4006381333931')).toBeVisible();
  await goTo(page, '#/search?text=qqzzqq');
  await expect(page.getByRole('heading', { name: /Nothing on our shelves/ })).toBeVisible();
});
