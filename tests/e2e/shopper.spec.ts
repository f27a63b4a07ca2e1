import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { type Hand, holdSwitch, keyboard, oneSwitch } from './pages/hand.ts';
import { lipstickSteps, Shop } from './pages/shop.ts';
import { type Language, spoken } from './pages/words.ts';

const allergenRefused =
  'This holds a fragrance allergen that you told us about, or one whose amount our supplier does not state, so we leave it out.';

const shop = test.extend<{ readonly open: (language: Language, hand?: Hand) => Promise<Shop> }>({
  open: async ({ page }, use) => {
    await use(async (language, hand) => {
      const opened = new Shop(page, language, hand);
      await opened.welcome.begin();
      return opened;
    });
  },
});

shop.use({ isInside: false });

/** From the home screen to the next shopper's welcome. */
async function buyAndAnswer(visit: Shop): Promise<void> {
  const { pickup, order } = await visit.buyLipstick();
  expect(order).not.toBe('');
  expect(pickup).not.toBe('');
  await visit.thanks.leave();
  await visit.answerAll();
  await visit.isAsNew();
}

for (const language of spoken(4)) {
  shop(
    `UIX-50 UIX-55 SUR-11 SUR-12 ${language}: a product of one's own, bought by card, and three questions`,
    async ({ open }) => buyAndAnswer(await open(language)),
  );
}

for (const language of spoken(0)) {
  shop(`UIX-58 ${language}: the same by keyboard alone`, async ({ page, open }) => {
    shop.slow();
    await buyAndAnswer(await open(language, keyboard(page)));
  });
}

for (const language of spoken(5)) {
  shop(`UIX-80 UIX-81 ${language}: the same by one switch`, async ({ page, open }) => {
    shop.slow();
    await page.clock.install();
    await page.reload();
    await expect(page.locator('.welcome-begin')).toBeVisible();
    await holdSwitch(page);
    await buyAndAnswer(await open(language, oneSwitch(page)));
  });
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
    await visit.designer.openStep(lipstickSteps.scent);
    await visit.designer.isRefused('rose', visit.words.store(allergenRefused));
  });
}

for (const language of spoken(3)) {
  shop(
    `SUR-7 ${language}: whoever leaves a bag behind is asked why, and forgotten`,
    async ({ open }) => {
      const visit = await open(language);
      await visit.designLipstick();
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
      await visit.designLipstick();
      await visit.designer.addToBag();
      await visit.idle.waitUntilAsked();
      await visit.idle.stay();
      await visit.idle.waitUntilAsked();
      await visit.idle.waitUntilCleared();
      await visit.isAsNew();
    },
  );
}
