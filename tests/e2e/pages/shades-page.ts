import { expect } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

/** From a tone of skin to the nearest shade. */
export class ShadesPage extends ScreenPage {
  /** Tones are numbered from 1, row by row. */
  async touchTone(number: number): Promise<void> {
    const tone = this.main.locator('button[aria-pressed]').nth(number - 1);
    await this.hand.press(tone);
    await expect(tone).toHaveAttribute('aria-pressed', 'true');
  }

  /** The nearest shade of a product that is made to order. */
  async takeNearestDesign(sku: string): Promise<void> {
    await this.hand.press(
      this.main
        .getByRole('listitem')
        .getByRole('button', { name: this.words.product(sku) })
        .first(),
    );
    await expect(this.page).toHaveURL(new RegExp(`#/customize/${sku}`));
  }
}
