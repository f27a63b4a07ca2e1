import { expect } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

/** Sold: the number, the receipt, and the way on. */
export class ThanksPage extends ScreenPage {
  /** What is called when it is ready, and the number of the order as head office knows it. */
  async shows(): Promise<{ readonly pickup: string; readonly order: string }> {
    await this.isShown('thanks.title');
    const receipt = this.main.locator('.receipt-paper');
    await expect(receipt).toBeVisible();
    const [order = ''] = /\w{5}-\d{6}/.exec((await receipt.textContent()) ?? '') ?? [];
    return { pickup: (await this.page.getByTestId('order-number').textContent()) ?? '', order };
  }

  async leave(): Promise<void> {
    await this.hand.press(this.button('thanks.done'));
  }
}
