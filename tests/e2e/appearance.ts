import type { Page } from '@playwright/test';

/** How one shopper may see the kiosk. */
export interface Appearance {
  /** BCP 47 tag; `en-XA` is the pseudo-locale. */
  readonly language: string;
  readonly highContrast: boolean;
  readonly textSize: 'normal' | 'large' | 'largest';
  readonly reach: boolean;
}

export const usual: Appearance = {
  language: 'en',
  highContrast: false,
  textSize: 'normal',
  reach: false,
};

const sizes = ['normal', 'large', 'largest'] as const;

/** Changes the appearance as a shopper would, whatever language is spoken just now. */
export async function appearAs(page: Page, from: Appearance, to: Appearance): Promise<void> {
  const bar = page.locator('footer nav button');
  const sheet = page.getByRole('dialog');
  if (from.language !== to.language) {
    await bar.nth(0).tap();
    await sheet.locator(`button[lang="${to.language}"]`).tap();
    await page.locator(`html[lang="${to.language}"]`).waitFor();
  }
  const { highContrast, textSize, reach } = to;
  const isSame =
    from.highContrast === highContrast && from.textSize === textSize && from.reach === reach;
  if (!isSame) {
    await bar.nth(1).tap();
    if (from.textSize !== textSize)
      await sheet.locator('label.choice').nth(sizes.indexOf(textSize)).tap();
    if (from.highContrast !== highContrast) await sheet.locator('label.toggle').nth(0).tap();
    if (from.reach !== reach) await sheet.locator('label.toggle').nth(1).tap();
    await sheet.locator('header button').tap();
    await sheet.waitFor({ state: 'hidden' });
  }
  await page.evaluate(() => document.fonts.ready);
}

/** Loads the page anew, with the pseudo-locale among its languages. */
export async function withPseudo(page: Page): Promise<void> {
  await page.goto(new URL('/?pseudo', page.url()).href);
  await page.locator('footer nav button').first().waitFor();
}
