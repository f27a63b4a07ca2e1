import { expect } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

/** By card, at the virtual terminal. */
export class PaymentPage extends ScreenPage {
  async payByCard(): Promise<void> {
    await this.hand.press(this.button('payment.card'));
    await expect(this.main.locator('[aria-live="assertive"]')).toBeVisible();
    await this.page.evaluate(async () => {
      await fetch('/rpc/bench.answerCard', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ commandId: crypto.randomUUID(), answer: 'approve' }),
      });
    });
  }
}
