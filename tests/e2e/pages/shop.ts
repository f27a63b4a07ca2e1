import { expect, type Locator, type Page } from '@playwright/test';
import { BagPage } from './bag-page.ts';
import { DesignerPage } from './designer-page.ts';
import { HomePage } from './home-page.ts';
import { IdlePage } from './idle-page.ts';
import { PaymentPage } from './payment-page.ts';
import { ShadesPage } from './shades-page.ts';
import { SurveyPage } from './survey-page.ts';
import { ThanksPage } from './thanks-page.ts';
import { WelcomePage } from './welcome-page.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/** The kiosk as a shopper of one language meets it: a page object for each screen. */
export class Shop {
  readonly words: Words;
  readonly welcome: WelcomePage;
  readonly home: HomePage;
  readonly designer: DesignerPage;
  readonly shades: ShadesPage;
  readonly bag: BagPage;
  readonly payment: PaymentPage;
  readonly thanks: ThanksPage;
  readonly survey: SurveyPage;
  readonly idle: IdlePage;

  private readonly page: Page;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = wordsOf(language);
    this.welcome = new WelcomePage(page, this.words);
    this.home = new HomePage(page, this.words);
    this.designer = new DesignerPage(page, this.words);
    this.shades = new ShadesPage(page, this.words);
    this.bag = new BagPage(page, this.words);
    this.payment = new PaymentPage(page, this.words);
    this.thanks = new ThanksPage(page, this.words);
    this.survey = new SurveyPage(page, this.words);
    this.idle = new IdlePage(page, this.words);
  }

  /** Everything cleared, on the way that always asks first. */
  async startOver(): Promise<void> {
    await this.page.locator('header button:has(svg.lucide-rotate-ccw)').tap();
    await expect(this.page.locator('.sheet-backdrop')).toHaveCSS('opacity', '1');
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: this.words.say('startOver.confirm') })
      .tap();
  }

  /** As the next shopper finds it: in the store's language, with nothing of the last one. */
  async isAsNew(): Promise<void> {
    await expect(this.page).toHaveURL(/#\/welcome$/);
    await expect(this.page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(heading(this.page)).toHaveText(wordsOf('en').say('welcome.title'));
  }
}

function heading(page: Page): Locator {
  return page.getByRole('heading', { level: 1 });
}
