import { expect, type Locator, type Page } from '@playwright/test';
import { BagPage } from './bag-page.ts';
import { DesignerPage } from './designer-page.ts';
import { type Hand, touch } from './hand.ts';
import { HomePage } from './home-page.ts';
import { IdlePage } from './idle-page.ts';
import { PaymentPage } from './payment-page.ts';
import { ShadesPage } from './shades-page.ts';
import { SurveyPage } from './survey-page.ts';
import { ThanksPage } from './thanks-page.ts';
import { WelcomePage } from './welcome-page.ts';
import { type Language, type Words, wordsOf } from './words.ts';

/** Places in the demo store's lipstick, from 0. */
export const lipstickSteps = { color: 0, finish: 1, wax: 2, care: 3, scent: 4, tingle: 5, cap: 6 };

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
  private readonly hand: Hand;

  constructor(page: Page, language: Language, hand: Hand = touch()) {
    this.page = page;
    this.hand = hand;
    this.words = wordsOf(language);
    this.welcome = new WelcomePage(page, this.words, hand);
    this.home = new HomePage(page, this.words, hand);
    this.designer = new DesignerPage(page, this.words, hand);
    this.shades = new ShadesPage(page, this.words, hand);
    this.bag = new BagPage(page, this.words, hand);
    this.payment = new PaymentPage(page, this.words, hand);
    this.thanks = new ThanksPage(page, this.words, hand);
    this.survey = new SurveyPage(page, this.words, hand);
    this.idle = new IdlePage(page, this.words, hand);
  }

  /** A lipstick of one's own, as far as it has to be; from the home screen. */
  async designLipstick(): Promise<void> {
    const { home, designer } = this;
    await home.design('AT-LIPSTICK');
    await designer.choose(lipstickSteps.color, 'signal');
    await designer.choose(lipstickSteps.finish, 'satin');
    await designer.choose(lipstickSteps.wax, 'beeswax');
    await designer.choose(lipstickSteps.scent, 'none');
    await designer.choose(lipstickSteps.cap, 'brass');
  }

  /** The same, paid by card: its numbers. */
  async buyLipstick(): ReturnType<ThanksPage['shows']> {
    await this.designLipstick();
    await this.designer.addToBag();
    await this.bag.pay();
    await this.payment.payByCard();
    return this.thanks.shows();
  }

  /** The three questions after a purchase, to the end. */
  async answerAll(): Promise<void> {
    const { survey } = this;
    await survey.asks(11);
    await survey.answer(9);
    await survey.asks(5);
    await survey.answer(4);
    await survey.asks(2);
    await survey.answer(0);
    await survey.isThankful();
    await survey.leave();
  }

  /** Everything cleared, on the way that always asks first. */
  async startOver(): Promise<void> {
    await this.hand.press(this.page.locator('header button:has(svg.lucide-rotate-ccw)'));
    await expect(this.page.locator('.sheet-backdrop')).toHaveCSS('opacity', '1');
    await this.hand.press(
      this.page
        .getByRole('alertdialog')
        .getByRole('button', { name: this.words.say('startOver.confirm') }),
    );
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
