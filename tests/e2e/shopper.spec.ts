import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { Shop } from './pages/shop.ts';
import { type Language, languages } from './pages/words.ts';

const steps = { color: 0, finish: 1, wax: 2, care: 3, scent: 4, tingle: 5, cap: 6 };

const allergenRefused =
  'This holds a fragrance allergen that you told us about, or one whose amount our supplier does not state, so we leave it out.';

/** The test command speaks a language a journey, so that it stays short and hears all of them. */
function spoken(turn: number): readonly Language[] {
  if (process.env.BLENDBAR_E2E !== 'share') return languages;
  return languages.filter((_, index) => index === turn % languages.length);
}

const shop = test.extend<{ readonly open: (language: Language) => Promise<Shop> }>({
  open: async ({ page }, use) => {
    await use(async (language) => {
      const opened = new Shop(page, language);
      await opened.welcome.begin();
      return opened;
    });
  },
});

shop.use({ isInside: false });

async function designLipstick({ home, designer }: Shop): Promise<void> {
  await home.design('AT-LIPSTICK');
  await designer.choose(steps.color, 'signal');
  await designer.choose(steps.finish, 'satin');
  await designer.choose(steps.wax, 'beeswax');
  await designer.choose(steps.scent, 'none');
  await designer.choose(steps.cap, 'brass');
}

for (const language of spoken(4)) {
  shop(
    `UIX-50 UIX-55 SUR-11 SUR-12 ${language}: a product of one's own, bought by card, and three questions`,
    async ({ open }) => {
      const visit = await open(language);
      await designLipstick(visit);
      await visit.designer.addToBag();
      await visit.bag.pay();
      await visit.payment.payByCard();
      expect(await visit.thanks.shows()).not.toBe('');
      await visit.thanks.leave();
      await visit.survey.asks(11);
      await visit.survey.answer(9);
      await visit.survey.asks(5);
      await visit.survey.answer(4);
      await visit.survey.asks(2);
      await visit.survey.answer(0);
      await visit.survey.isThankful();
      await visit.survey.leave();
      await visit.isAsNew();
    },
  );
}

for (const language of spoken(1)) {
  shop(
    `UIX-61 UIX-62 ${language}: from a tone of skin to a foundation, bought`,
    async ({ open }) => {
      const visit = await open(language);
      await visit.home.matchShade();
      await visit.shades.touchTone(12);
      await visit.shades.takeNearestDesign('AT-FOUNDATION');
      await visit.designer.chooseTheRest();
      await visit.designer.addToBag();
      await visit.bag.pay();
      await visit.payment.payByCard();
      await visit.thanks.shows();
      await visit.thanks.leave();
      await visit.survey.skip();
      await visit.isAsNew();
    },
  );
}

for (const language of spoken(2)) {
  shop(`UIX-8 ${language}: what somebody is allergic to is refused, and why`, async ({ open }) => {
    const visit = await open(language);
    await visit.home.design('AT-LIPSTICK');
    await visit.designer.declareAllergy('Citronellol');
    await visit.designer.openStep(steps.scent);
    await visit.designer.isRefused('rose', visit.words.store(allergenRefused));
  });
}

for (const language of spoken(3)) {
  shop(
    `SUR-7 ${language}: whoever leaves a bag behind is asked why, and forgotten`,
    async ({ open }) => {
      const visit = await open(language);
      await designLipstick(visit);
      await visit.designer.addToBag();
      await visit.startOver();
      await visit.survey.asks(6);
      await visit.survey.answer(0);
      await visit.survey.isThankful();
      await visit.survey.leave();
      await visit.isAsNew();
    },
  );
}

for (const language of spoken(5)) {
  shop(
    `UIX-51 SUR-7 ${language}: whoever is away is asked, may stay, and is forgotten unasked`,
    async ({ page, open }) => {
      await page.clock.install();
      await page.reload();
      const visit = await open(language);
      await designLipstick(visit);
      await visit.designer.addToBag();
      await visit.idle.waitUntilAsked();
      await visit.idle.stay();
      await visit.idle.waitUntilAsked();
      await visit.idle.waitUntilCleared();
      await visit.isAsNew();
    },
  );
}
