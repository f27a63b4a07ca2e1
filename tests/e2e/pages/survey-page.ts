import { expect } from '@playwright/test';
import { ScreenPage } from './screen-page.ts';

const readingMs = 300;

/** A question or two at the end. */
export class SurveyPage extends ScreenPage {
  /** One touch on an answer, counted from 0. */
  async answer(index: number): Promise<void> {
    const question = this.main.getByRole('heading', { level: 1 });
    const before = (await question.textContent()) ?? '';
    // Who reads it first is not taken for a hand that trembles. SUR-11
    await this.page.waitForTimeout(readingMs);
    await this.hand.press(this.main.locator('button.choice').nth(index));
    await expect(question).not.toHaveText(before);
  }

  async asks(count: number): Promise<void> {
    await expect(this.main.locator('button.choice')).toHaveCount(count);
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.words.language);
  }

  async isThankful(): Promise<void> {
    await this.isShown('survey.thanks');
  }

  async leave(): Promise<void> {
    await this.hand.press(this.button('survey.done'));
  }

  async skip(): Promise<void> {
    await this.hand.press(this.button('survey.skip'));
  }
}
