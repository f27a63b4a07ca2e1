import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { button, goTo } from './on-screen.ts';

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
});
