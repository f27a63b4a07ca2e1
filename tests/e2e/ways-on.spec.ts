import { expect, type Page } from '@playwright/test';
import { enterShop, test } from './fixtures.ts';
import { lookAt } from './look-at.ts';
import { button, goTo, option } from './on-screen.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** From now on the kiosk answers a request like this. */
async function answer(page: Page, request: string, body: object): Promise<void> {
  await page.route(`**/rpc/${request}`, (route) => route.fulfill({ json: body }));
}

const busy = { ok: false, error: { code: 'store.busy', message: 'The store is busy.' } };

test('UIX-24 a screen that could not be filled says so, keeps the bag and leads on', async ({
  page,
}, info) => {
  const expectCalm = async (name: string) => {
    await expect(heading(page)).toHaveText('That did not work');
    await expect(heading(page)).toBeFocused();
    await expect(page.getByRole('main').getByRole('button', { name: 'Start over' })).toHaveCount(0);
    await lookAt(page, info, name);
  };
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await expect(button(page, /1 · €32.90/)).toBeVisible();

  await test.step('a product that is not there', async () => {
    await goTo(page, '#/product/NOPE');
    await expectCalm('fault-product');
    await button(page, 'Back').last().tap();
    await expect(heading(page)).toHaveText(/Still Water/);
  });

  await test.step('a design that cannot be begun', async () => {
    await goTo(page, '#/customize/NOPE');
    await expectCalm('fault-customizer');
  });

  await test.step('a search that was answered too late goes on when it is tried again', async () => {
    await answer(page, 'catalog.search', busy);
    await goTo(page, '#/search?text=serum');
    await expectCalm('fault-search');
    await page.unroute('**/rpc/catalog.search');
    await button(page, 'Try again').tap();
    await expect(heading(page)).toHaveText('Search results');
  });

  await test.step('the home screen, and a kiosk that nothing came before', async () => {
    await answer(page, 'catalog.home', busy);
    await goTo(page, '#/');
    await page.reload();
    await expectCalm('fault-home');
    await page.unroute('**/rpc/catalog.home');
    await button(page, 'Try again').tap();
    await expect(heading(page)).toHaveText(/Made for you/);
  });

  await test.step('a bag that does not come, and its payment', async () => {
    await answer(page, 'cart.get', busy);
    for (const place of ['cart', 'payment']) {
      await goTo(page, `#/${place}`);
      // Whoever comes new has none yet.
      await page.reload();
      await expectCalm(`fault-${place}`);
    }
    await page.unroute('**/rpc/cart.get');
    await button(page, 'Try again').tap();
    await expect(heading(page)).toHaveText('Your bag is empty');
  });

  await test.step('devices that are not there', async () => {
    await page.route('**/rpc/kiosk.info', async (route) => {
      const response = await route.fetch();
      const info = await response.json();
      await route.fulfill({ json: { ...info, value: { ...info.value, bench: false } } });
    });
    await goTo(page, '#/bench');
    await page.reload();
    await expectCalm('fault-bench');
    await button(page, 'Look around').tap();
    await expect(heading(page)).toHaveText(/Made for you/);
  });
});

test('UIX-1 a ready product is shown after one to be designed, by whatever way they come', async ({
  page,
}) => {
  await goTo(page, '#/product/AT-LIPSTICK');
  await expect(page).toHaveURL(/#\/customize\/AT-LIPSTICK$/);
  await goTo(page, '#/product/HL-HYDRA-01');
  await expect(heading(page)).toHaveText(/Still Water/);
  await expect(page).toHaveURL(/#\/product\/HL-HYDRA-01$/);
});

test('UIX-24 HOF-1 a bag that could not be handed off is handed off when it is tried again', async ({
  page,
}) => {
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await expect(button(page, /1 · €32.90/)).toBeVisible();
  await answer(page, 'handOff.make', busy);
  await goTo(page, '#/payment');
  await button(page, /^In cash/).tap();
  await expect(page.getByRole('status').getByText(/busy/)).toBeVisible();
  await page.unroute('**/rpc/handOff.make');
  await button(page, 'Try again').tap();
  await expect(page.getByTestId('hand-off-code')).toHaveText(/^\w+-\d{3}$/);
  await expect(button(page, 'Try again')).toHaveCount(0);
});

test('UIX-7 a design that nobody could judge is not said to be ready', async ({ page }) => {
  await answer(page, 'design.evaluate', busy);
  await button(page, /Lipstick, poured for you/).tap();
  await button(page, 'All right').tap();
  await expect(heading(page)).toHaveText(/Lipstick/);
  const main = page.getByRole('main');
  await expect(main).not.toContainText('Ready to be made');
  await expect(main).not.toContainText('if you like');
  await page.unroute('**/rpc/design.evaluate');
  await option(page, 'Signal Red').tap();
  await expect(main).toContainText(/\d more choices to make/);
});

test('UIX-3 UIX-17 nothing that was chosen is lost without a question', async ({ page }, info) => {
  await button(page, /Lipstick, poured for you/).tap();
  await option(page, 'Signal Red').tap();

  await test.step('starting over asks first', async () => {
    await button(page, 'Start over').tap();
    const dialog = page.getByRole('alertdialog', { name: 'Start over?' });
    await expect(dialog).toContainText('The design that you began');
    await dialog.getByRole('button', { name: 'Keep everything' }).tap();
    await expect(page.getByRole('radio', { name: /Signal Red/ })).toBeChecked();
  });

  await test.step('another design waits for none and takes none away', async () => {
    await button(page, 'Blendbar, to the start').tap();
    await expect(button(page, /Lipstick, poured for you/)).toContainText('Go on with your design');
    await lookAt(page, info, 'home-design-begun');
    await button(page, /Serum, composed/).tap();
    await option(page, 'Sensitive').tap();
    await goTo(page, '#/');
    await button(page, /Lipstick, poured for you/).tap();
    await expect(page.getByRole('radio', { name: /Signal Red/ })).toBeChecked();
  });

  await test.step('a yes clears everything', async () => {
    await button(page, 'Start over').tap();
    await button(page, 'Yes, clear everything').tap();
    await expect(heading(page)).toHaveText(/Yours alone/);
    await enterShop(page);
    await expect(page.getByText('Go on with your design')).toHaveCount(0);
    await expect(button(page, 'Start over')).toHaveCount(0);
  });
});
