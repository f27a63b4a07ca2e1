import { expect, type Page } from '@playwright/test';
import { appearAs, usual } from './appearance.ts';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button } from './on-screen.ts';
import { expectInSight, main, openSheet, sheet, withIcon } from './wordless.ts';

async function type(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await button(page, digit).tap();
}

test('UIX-23 a barcode that is typed leads to its product, and any other gets a kind word', async ({
  page,
}, info) => {
  await button(page, 'Scan or type a barcode').tap();
  const sheet = page.getByRole('dialog', { name: 'Scan or type a barcode' });
  const find = sheet.getByRole('button', { name: 'Find it' });
  await expect(find).toBeDisabled();
  await type(page, '4006381333932');
  await find.tap();
  await expect(sheet).toContainText('One of these digits cannot be right');
  await lookAt(page, info, 'barcode-misread');

  await button(page, 'Delete the last digit').tap();
  await expect(sheet.getByText('One of these digits cannot be right')).toBeHidden();
  await type(page, '1');
  await find.tap();
  await expect(sheet).toContainText('We have nothing with the barcode 4006381333931 here.');
  await expect(sheet.getByRole('button', { name: 'Search by name' })).toBeVisible();
  await lookAt(page, info, 'barcode-unknown');

  // From a keyboard that writes other digits. UIX-76
  await sheet.getByRole('textbox').fill('۲۹۰０');
  await expect(sheet.getByRole('textbox')).toHaveValue('2900');
  await button(page, 'Clear').tap();
  await type(page, '2900000013032');
  await find.tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Still Water/);
});

test('UIX-77 what is said of a barcode is read out, and in sight each time, very large too', async ({
  page,
}) => {
  await appearAs(page, usual, { ...usual, textSize: 'largest', language: 'de' });
  await openSheet(page, withIcon(main(page), 'scan-barcode'));
  const said = sheet(page).getByRole('alert').locator('.text-danger');
  const find = sheet(page).locator('button[type="submit"]');
  for (const [code, word] of [
    ['4006381333932', 'noch einmal'],
    ['4006381333931', '4006381333931'],
  ] as const) {
    await sheet(page).locator('input').fill(code);
    for (const time of ['first', 'again']) {
      await find.scrollIntoViewIfNeeded();
      await find.tap();
      await expectInSight(said);
      await expect(said, time).toContainText(word);
      await page.locator('.sheet .scroll-quiet').evaluate((part) => part.scrollTo(0, 0));
    }
  }
});

test('UIX-76 digits that an input method composes are taken once', async ({ page }) => {
  await button(page, 'Scan or type a barcode').tap();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.focus();
  const client = await page.context().newCDPSession(page);
  for (const text of ['１', '１２', '１２３']) {
    const end = text.length;
    await client.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }
  await client.send('Input.insertText', { text: '１２３' });
  await expect(field).toHaveValue('123');
  await page.keyboard.type('4');
  await expect(field).toHaveValue('1234');
  await expect(page.getByRole('dialog')).toContainText('4 digits');
});

test('the home screen names every category, and its words are whole', async ({ page }) => {
  const categories = page.getByRole('navigation', { name: 'Categories' });
  await expect(categories.getByRole('button', { name: /^Books/ })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search products' });
  const isWhole = await search.evaluate((input: HTMLInputElement) => {
    const style = getComputedStyle(input);
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas === null) return false;
    canvas.font = style.font;
    const room =
      input.clientWidth -
      Number.parseFloat(style.paddingLeft) -
      Number.parseFloat(style.paddingRight);
    return canvas.measureText(input.placeholder).width <= room;
  });
  expect(isWhole).toBe(true);
});

test('UIX-18 UIX-19 an offer shows on the tile and on the product, and explains itself', async ({
  page,
}, info) => {
  await page.getByRole('searchbox', { name: 'Search products' }).fill('everyday rain');
  await page.keyboard.press('Enter');
  const tile = button(page, /Everyday Rain Shampoo/);
  await expect(tile).toContainText('€14.90');
  await expect(tile).toContainText('€2 off every hair care product');
  await expect(tile.locator('s')).toHaveText('instead of €16.90');
  await lookAt(page, info, 'search-offer');

  await tile.tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everyday Rain Shampoo');
  await expect(page.getByRole('main').locator('s')).toHaveText('instead of €16.90');
  await button(page, 'Add to bag').tap();
  await expect(page.getByText('One in your bag')).toBeVisible();
  await lookAt(page, info, 'product-offer');

  await button(page, /Why this price/).tap();
  const sheet = page.getByRole('dialog', { name: 'Why this price?' });
  const one = sheet.getByRole('region', { name: 'One piece' });
  await expect(one.getByRole('row', { name: /off every hair care/ })).toContainText('−€2.00');
  await expect(one.getByRole('row', { name: /Total/ })).toContainText('€14.90');
  const bag = sheet.getByRole('region', { name: 'In your bag' });
  await expect(bag.getByRole('row', { name: /Total/ })).toContainText('€14.90');
  await expect(bag.getByRole('row').last()).toHaveText('Includes VAT 19%€2.38');
});
