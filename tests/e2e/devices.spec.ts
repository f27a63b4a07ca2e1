import { expect, type Page } from '@playwright/test';
import { allWell, ask, setPrinter, sheets } from './bench-tools.ts';
import { test } from './fixtures.ts';
import { lookAt } from './look-at.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
const option = (page: Page, name: string) => page.locator('label').filter({ hasText: name });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
const printer = (page: Page) => card(page, 'Receipt printer');
/** A device's state in a word. */
const badge = (page: Page, name: string) => card(page, name).getByRole('status').first();
const job = (page: Page, name: string | RegExp) =>
  part(page, 'Print jobs').getByRole('article', { name });
const news = (page: Page) => page.getByTestId('receipt-news');

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

/** A sale at the till; resolves to the number of the order. */
async function sell(page: Page): Promise<string> {
  await button(page, /Still Water/).tap();
  await button(page, 'Add to bag').tap();
  await button(page, 'See bag').tap();
  await button(page, /^Pay/).tap();
  await button(page, /In cash/).tap();
  await button(page, 'An associate takes the money here').tap();
  await button(page, /^Exactly/).tap();
  await button(page, 'Take the payment').tap();
  await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();
  return (await page.getByTestId('order-number').textContent()) ?? '';
}

/** A finger on the mark, as long as that: Playwright itself only taps. */
async function holdLogo(page: Page, ms: number): Promise<void> {
  const box = await button(page, 'Blendbar, to the start').boundingBox();
  const finger = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] });
  await page.waitForTimeout(ms);
  await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devTools.detach();
}

async function seeDevices(page: Page): Promise<void> {
  await holdLogo(page, 2200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Devices');
}

async function choosePrinter(page: Page, name: string): Promise<void> {
  await printer(page).getByRole('button', { name: 'Connection' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Connection of the receipt printer' });
  await sheet.getByText(name, { exact: true }).tap();
  await sheet.getByRole('button', { name: 'Save and connect' }).tap();
  await expect(sheet).toBeHidden();
}

test.beforeEach(async ({ page }) => {
  await ask(page, 'devices.configurePrinter', {
    settings: { connection: { kind: 'virtual' }, profile: 'epson-tm-t88' },
  });
  await setPrinter(page, allWell);
  await ask(page, 'bench.tearPaper', {});
});

test.afterEach(async ({ page }) => {
  await setPrinter(page, allWell);
});

test('UIX-30 the mark leads home; held, or by keyboard, to the devices and back', async ({
  page,
}) => {
  await goTo(page, '#/cart');
  await holdLogo(page, 700);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Made for you/);
  await seeDevices(page);
  await button(page, 'To the shop').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Made for you/);
  await page.keyboard.press('Control+Alt+d');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Devices');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('UIX-31 UIX-33 UIX-37 out of paper during a sale: it waits, and prints once', async ({
  page,
}, info) => {
  await setPrinter(page, { paper: 'out' });
  const number = await sell(page);
  await expect(news(page)).toHaveText('Your receipt will be at the counter.');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await lookAt(page, info, 'thanks-at-counter');

  await seeDevices(page);
  await expect(badge(page, 'Receipt printer')).toHaveText('Not ready');
  await expect(printer(page)).toContainText('Out of paper. Put in a new roll and close the cover.');
  await expect(job(page, `${number} · Receipt`)).toContainText('Waiting');
  await lookAt(page, info, 'devices-waiting');

  await setPrinter(page, { paper: 'ok' });
  await expect(badge(page, 'Receipt printer')).toHaveText('Ready');
  await expect(part(page, 'Print jobs')).toContainText('Nothing waits, and nothing is in doubt.');
  await expect(job(page, `${number} · Receipt`)).toContainText('Printed, the printer confirmed it');
  const [printed, ...more] = await sheets(page);
  expect(printed).toContain(number);
  expect(printed).not.toContain('COPY');
  expect(more).toEqual(['']);
  await lookAt(page, info, 'devices-well');
});

test('UIX-37 the shopper is told when the receipt is printed', async ({ page }, info) => {
  await sell(page);
  await expect(news(page)).toHaveText('Your receipt is printed.');
  await lookAt(page, info, 'thanks-printed');
});

test('UIX-33 a cable that comes out in the middle leaves a doubt; the second one says COPY', async ({
  page,
}, info) => {
  await setPrinter(page, { unplugAfterBytes: 700 });
  const number = await sell(page);
  await expect(news(page)).toHaveText('Your receipt will be at the counter.');
  await seeDevices(page);
  await expect(badge(page, 'Receipt printer')).toHaveText('Not connected');
  const doubt = job(page, `${number} · Receipt`);
  await expect(doubt).toContainText('May be on paper or not: look, then choose.');
  await lookAt(page, info, 'devices-doubt');

  await setPrinter(page, { unplugged: false, unplugAfterBytes: null });
  await expect(badge(page, 'Receipt printer')).toHaveText('Ready');
  await expect(doubt.getByRole('button', { name: 'It is on paper' })).toBeVisible();
  expect((await sheets(page)).join()).not.toContain('COPY');
  await doubt.getByRole('button', { name: 'Print a copy' }).tap();
  await expect(job(page, `${number} · Copy of a receipt`)).toContainText('Printed');
  await expect(part(page, 'Print jobs')).toContainText('Nothing waits, and nothing is in doubt.');
  const copies = (await sheets(page)).filter((sheet) => sheet.includes('COPY'));
  expect(copies).toHaveLength(1);
  expect(copies[0]).toContain(number);
});

test('UIX-33 what is found on paper is not printed again', async ({ page }) => {
  await setPrinter(page, { unplugAfterBytes: 700 });
  const number = await sell(page);
  await seeDevices(page);
  const doubt = job(page, `${number} · Receipt`);
  await doubt.getByRole('button', { name: 'It is on paper' }).tap();
  await expect(part(page, 'Print jobs')).toContainText('Nothing waits, and nothing is in doubt.');
  await expect(doubt).toContainText('Seen to by somebody');
  await setPrinter(page, { unplugged: false, unplugAfterBytes: null });
  await expect(badge(page, 'Receipt printer')).toHaveText('Ready');
  expect(await sheets(page)).toHaveLength(1);
});

test('UIX-34 the drawer opens with a reason', async ({ page }, info) => {
  await goTo(page, '#/devices');
  const drawer = card(page, 'Cash drawer');
  await expect(badge(page, 'Cash drawer')).toHaveText('Closed');
  await drawer.getByRole('button', { name: 'Open drawer' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Open drawer' });
  const open = sheet.getByRole('button', { name: 'Open the drawer' });
  await open.tap();
  await expect(sheet).toContainText('Please choose what the drawer is opened for.');
  await sheet.getByText('Something else').tap();
  await open.tap();
  await expect(sheet).toContainText('Please say in the note what the drawer is opened for.');
  await lookAt(page, info, 'drawer');
  await sheet.getByRole('textbox').fill('The roll of coins is stuck');
  await open.tap();
  await expect(sheet).toBeHidden();
  await expect(badge(page, 'Cash drawer')).toHaveText('Open');
  await setPrinter(page, { drawerOpen: false });
  await expect(badge(page, 'Cash drawer')).toHaveText('Closed');

  await setPrinter(page, { unplugged: true });
  await expect(badge(page, 'Receipt printer')).toHaveText('Not connected');
  await expect(badge(page, 'Cash drawer')).toHaveText('Not known');
  await drawer.getByRole('button', { name: 'Open drawer' }).tap();
  await sheet.getByText('Getting change').tap();
  await open.tap();
  await expect(sheet).toContainText('The device does not answer.');
});

test('UIX-35 another printer, another way to it', async ({ page }, info) => {
  await goTo(page, '#/devices');
  await choosePrinter(page, 'Another printer (58 mm)');
  await expect(printer(page)).toContainText('Cannot tell whether a receipt is on paper');
  await expect(badge(page, 'Receipt printer')).toHaveText('Ready');
  await printer(page).getByRole('button', { name: 'Test print' }).tap();
  await expect(job(page, 'Test print').first()).toContainText('this printer cannot confirm it');
  expect((await ask(page, 'bench.state', {})).printer.columns).toBe(32);

  await test.step('a network printer that is not there', async () => {
    await printer(page).getByRole('button', { name: 'Connection' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Connection of the receipt printer' });
    await lookAt(page, info, 'connection-virtual');
    await sheet.getByText('Serial port', { exact: true }).tap();
    await lookAt(page, info, 'connection-serial');
    await sheet.getByText('Network', { exact: true }).tap();
    await sheet.getByLabel('Name or address').fill('127.0.0.1:9');
    await sheet.getByLabel('Port', { exact: true }).fill('99999');
    await sheet.getByRole('button', { name: 'Save and connect' }).tap();
    await expect(sheet).toContainText('without port, blanks or slashes');
    await expect(sheet).toContainText('A number from 1 to 65535.');
    await lookAt(page, info, 'connection-network');
    await sheet.getByLabel('Name or address').fill('127.0.0.1');
    await sheet.getByLabel('Port', { exact: true }).fill('9');
    await sheet.getByRole('button', { name: 'Save and connect' }).tap();
    await expect(sheet).toBeHidden();
    await expect(printer(page)).toContainText('Network, 127.0.0.1 port 9');
    await expect(badge(page, 'Receipt printer')).toHaveText('Not connected');
    await lookAt(page, info, 'devices-not-found');
  });

  await test.step('and back', async () => {
    await choosePrinter(page, 'Virtual');
    await expect(printer(page)).toContainText('Virtual, a part of this kiosk');
    await expect(badge(page, 'Receipt printer')).toHaveText('Ready');
  });
});

test('UIX-36 the bench shows the paper and what a bad day does to it', async ({ page }, info) => {
  const number = await sell(page);
  await expect(news(page)).toHaveText('Your receipt is printed.');
  await goTo(page, '#/bench');
  const tape = part(page, 'Paper of the receipt printer');
  await expect(tape).toContainText(number);
  const picture = tape.locator('img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(300);
  const fromEnd = () =>
    tape.evaluate((well) => well.scrollHeight - well.clientHeight - well.scrollTop);
  await expect.poll(fromEnd).toBeLessThan(2);
  await lookAt(page, info, 'bench-paper');

  await option(page, 'Near its end').tap();
  await option(page, 'Cover open').tap();
  await option(page, '9,600').tap();
  await expect(page.getByRole('switch', { name: 'Cover open' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '9,600' })).toBeChecked();
  const { switches } = (await ask(page, 'bench.state', {})).printer;
  expect(switches).toMatchObject({ paper: 'nearEnd', coverOpen: true, baudRate: 9600 });
  await button(page, 'Devices').tap();
  await expect(printer(page)).toContainText('The cover is open. Close it until it clicks.');
});

test('UIX-36 the same beside the shop', async ({ page }, info) => {
  test.skip(info.project.name !== 'landscape', 'In portrait the bench is a screen of its own.');
  await sell(page);
  await button(page, 'Device bench').tap();
  await page.getByRole('tab', { name: 'Printer' }).tap();
  // The sale in cash opened it.
  const drawer = page.getByRole('switch', { name: 'Drawer open' });
  await expect(drawer).toBeChecked();
  await option(page, 'Drawer open').tap();
  await expect(drawer).not.toBeChecked();
  await lookAt(page, info, 'panel-printer');
  await button(page, 'Devices').tap();
  await expect(badge(page, 'Cash drawer')).toHaveText('Closed');
  await lookAt(page, info, 'panel-devices');
});
