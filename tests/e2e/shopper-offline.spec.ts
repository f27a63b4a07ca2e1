import { expect } from '@playwright/test';
import { ask } from './bench-tools.ts';
import { test } from './head-office-fixtures.ts';
import { goTo } from './on-screen.ts';
import { Shop } from './pages/shop.ts';
import { spoken } from './pages/words.ts';

for (const language of spoken(1)) {
  test(`UIX-47 UIX-55 ${language}: a shopper buys and answers while head office is away`, async ({
    page,
    headOffice,
  }) => {
    test.slow();
    await ask(page, 'sync.enrol', {
      url: headOffice.url,
      code: headOffice.enrolCode(`Kiosk ${language}`),
    });
    await headOffice.kill();
    await goTo(page, '#/welcome');
    const shop = new Shop(page, language);
    await shop.welcome.begin();
    const { order } = await shop.buyLipstick();
    await shop.thanks.leave();
    await shop.answerAll();
    await shop.isAsNew();
    expect((await ask(page, 'sync.status', {})).waiting).toBeGreaterThan(0);

    await headOffice.start();
    await expect
      .poll(() => headOffice.findOrder(order), { timeout: 60_000 })
      .toMatchObject({ totalMinor: expect.any(Number) });
  });
}
