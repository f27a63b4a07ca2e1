import { expect, type Locator } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

const quietMs = 91_000;
const warningMs = 31_000;

/** Whether somebody is still there; the page's clock is the test's. */
export class IdlePage extends ScreenPage {
  get warning(): Locator {
    return this.page.getByRole('alertdialog', { name: this.words.say('idle.title') });
  }

  async waitUntilAsked(): Promise<void> {
    await this.page.clock.runFor(quietMs);
    await expect(this.warning).toBeVisible();
  }

  async stay(): Promise<void> {
    // While it comes in, a touch may land beside what it is meant for.
    await expect(this.page.locator('.sheet-backdrop')).toHaveCSS('opacity', '1');
    await this.hand.press(this.warning.getByRole('button', { name: this.words.say('idle.stay') }));
    await expect(this.warning).toBeHidden();
  }

  async waitUntilCleared(): Promise<void> {
    await this.page.clock.runFor(warningMs);
    await expect(this.warning).toBeHidden();
  }
}
