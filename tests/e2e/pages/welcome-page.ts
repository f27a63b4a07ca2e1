import { ScreenPage } from './screen-page.ts';

/** Where everybody begins. */
export class WelcomePage extends ScreenPage {
  /** By the language's own name, in its own script. */
  async begin(): Promise<void> {
    const { language } = this.words;
    const ownName = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? '';
    await this.hand.press(this.page.getByRole('button', { name: new RegExp(`^${ownName}$`, 'i') }));
    await this.isShown('home.greeting');
  }
}
