import { expect } from '@playwright/test';
import { appearAs, usual } from './appearance.ts';
import { test } from './fixtures.ts';
import { standStill } from './look-at.ts';
import { button, goTo } from './on-screen.ts';
import { walkTo } from './walk.ts';
import { design, expectInSight, keyboard, main, openStep, withIcon } from './wordless.ts';

test('UIX-70 to UIX-75 whoever has no keyboard touches one', async ({ page }) => {
  const keyboard = page.getByRole('region', { name: 'Keyboard' });
  const key = (name: string) => keyboard.getByRole('button', { name, exact: true });
  const search = page.getByRole('searchbox', { name: 'Search products' });

  await test.step('UIX-71 who comes by keys gets it only when asked for', async () => {
    await page.keyboard.press('Tab');
    await search.focus();
    await expect(keyboard).toHaveCount(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(key('q')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(search).toHaveValue('a');
    await page.keyboard.press('Escape');
    await expect(search).toBeFocused();
    await expect(keyboard).toHaveCount(0);
    await page.keyboard.press('Backspace');
  });

  await test.step('UIX-70 a touch shows it, and it types where the focus stays', async () => {
    await search.tap();
    for (const letter of 'lipstikk') await key(letter).tap();
    await key('Delete').tap();
    await expect(search).toHaveValue('lipstik');
    await expect(search).toBeFocused();
    await key('Search').tap();
    await expect(page.getByText('Showing results for “lipstick”')).toBeVisible();
    await expect(keyboard).toHaveCount(0);
  });

  await test.step('UIX-72 UIX-74 a name with an accent, and keys that cannot be engraved', async () => {
    await goTo(page, '#/customize/AT-LIPSTICK');
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button').last().tap();
    const engraving = page.getByRole('textbox', { name: 'Your text' });
    await engraving.tap();
    await key('Z').tap();
    await key('o').tap();
    await key('áé, letters with accents').tap();
    await key('ë').tap();
    await expect(engraving).toHaveValue('Zoë');
    await key('123, digits and signs').tap();
    await expect(key('hash')).toBeDisabled();
    await button(page, /^Next/).tap();
    await expect(keyboard).toHaveCount(0);
  });

  await test.step('UIX-70 it goes when a coupon is handed in, which may be tried again', async () => {
    await goTo(page, '#/');
    await button(page, /Still Water/).tap();
    await button(page, 'Add to bag').tap();
    await button(page, 'See bag').tap();
    await button(page, 'I have a coupon').tap();
    const coupon = page.getByRole('region', { name: 'Coupons' }).getByRole('textbox');
    for (const letter of 'nope') await key(letter).tap();
    await coupon.press('Enter');
    await expect(coupon).toHaveAttribute('aria-invalid', 'true');
    await expect(coupon).toBeFocused();
    await expect(keyboard).toHaveCount(0);
    const isKeptBack = (field: Element) => !(field as HTMLInputElement).checkValidity();
    expect(await coupon.evaluate(isKeptBack)).toBe(false);
  });
});

test('UIX-53 UIX-70 a field is in sight above the keyboard, within reach and very large', async ({
  page,
}) => {
  await appearAs(page, usual, { ...usual, textSize: 'largest', reach: true, language: 'ja' });
  await design(page);
  await openStep(page, 'engraving');
  await main(page).locator('section input').tap();
  await expect(keyboard(page)).toBeVisible();
  await main(page).locator('section input').fill('Élodie');
  // What would stand below it is there a moment later.
  await expect(withIcon(main(page), 'undo-2')).toBeAttached();
  await expectInSight(main(page).locator('section input'));
  await keyboard(page).locator('button').last().tap();
  await expect(keyboard(page)).toHaveCount(0);
  // Looks itself at the field of the bag.
  await walkTo(page, ['product-added', 'cart-again', 'cart-coupon', 'cart-coupon-refused'], () =>
    standStill(page),
  );
});
