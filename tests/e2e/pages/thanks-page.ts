import { expect } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

/** Sold: the number, the receipt, and the way on. */
export class ThanksPage extends ScreenPage {
  async shows(): Promise<string> {
    await this.isShown('thanks.title');
    await expect(this.main.locator('.receipt-paper')).toBeVisible();
    return (await this.page.getByTestId('order-number').textContent()) ?? '';
  }

  async leave(): Promise<void> {
    await this.button('thanks.done').tap();
  }
}
