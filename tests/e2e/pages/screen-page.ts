import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from './hand.ts';
import type { Words } from './words.ts';

/** What every screen has. */
export abstract class ScreenPage {
  protected readonly page: Page;
  protected readonly words: Words;
  protected readonly hand: Hand;

  constructor(page: Page, words: Words, hand: Hand) {
    this.page = page;
    this.words = words;
    this.hand = hand;
  }

  protected get main(): Locator {
    return this.page.getByRole('main');
  }

  protected button(key: string): Locator {
    return this.page.getByRole('button', { name: this.words.say(key) }).first();
  }

  /** The heading says which screen it is, and has the focus, so that it is read out. */
  protected async isShown(key: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.say(key));
    await expect(this.page.locator('html')).toHaveAttribute('lang', this.words.language);
  }
}
