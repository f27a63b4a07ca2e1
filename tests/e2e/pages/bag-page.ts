import { ScreenPage } from './screen-page.ts';

/** What is going to be bought, and what it costs. */
export class BagPage extends ScreenPage {
  async pay(): Promise<void> {
    await this.hand.press(this.button('cart.pay'));
    await this.isShown('payment.title');
  }
}
