import { expect } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

/** What can be designed, found, scanned or matched. */
export class HomePage extends ScreenPage {
  async design(sku: string): Promise<void> {
    await this.hand.press(this.main.getByRole('button', { name: this.words.product(sku) }).first());
    await expect(this.page).toHaveURL(new RegExp(`#/customize/${sku}`));
  }

  async matchShade(): Promise<void> {
    await this.hand.press(this.button('home.shades'));
    await this.isShown('shades.title');
  }
}
