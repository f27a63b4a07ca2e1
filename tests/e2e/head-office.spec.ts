import { expect, type Page } from '@playwright/test';
import type { SyncStatus } from '#shared/contract/ipc/sync.ts';
import { ask } from './bench-tools.ts';
import { damageEvents, test } from './head-office-fixtures.ts';
import { lookAt } from './look-at.ts';
import { button, goTo } from './on-screen.ts';

/** A sale is at head office this soon after the shopper was thanked. */
const arrivesWithinMs = 2_000;

const card = (page: Page) => page.getByRole('article', { name: 'Head office', exact: true });
/** The state of the line in a word. */
const badge = (page: Page) => card(page).getByRole('status').first();
const fact = (page: Page, term: string) =>
  card(page).locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]');
const deed = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true });
const enrolSheet = (page: Page) => page.getByRole('dialog', { name: /^Enrol/ });
const address = (page: Page) => enrolSheet(page).getByLabel('Address of head office');
const code = (page: Page) => enrolSheet(page).getByLabel('Code', { exact: true });
const enrolNow = (page: Page) => enrolSheet(page).getByRole('button', { name: 'Enrol' });

interface Sold {
  readonly number: string;
  /** What could be read on each screen, without numbers and times of this very sale. */
  readonly screens: readonly string[];
  readonly thankedAtMs: number;
}

/** A sale at the till, from the home screen to the printed receipt. */
async function sell(page: Page): Promise<Sold> {
  const screens: string[] = [];
  const see = async () => {
    const seen = await page.locator('#root').ariaSnapshot();
    // Numbers of orders, codes of bags and times are others each time.
    const same = seen.replaceAll(/\w{5}-\d{6}|\b[A-Z]-\d{3}\b/g, '#');
    screens.push(same.replaceAll(/\d\d:\d\d(?::\d\d)?/g, '0:00'));
  };
  await goTo(page, '#/');
  for (const name of [
    /Still Water/,
    'Add to bag',
    'See bag',
    /^Pay/,
    /In cash/,
    'An associate takes the money here',
    /^Exactly/,
  ]) {
    await expect(button(page, name)).toBeVisible();
    // The code of the bag comes a moment after its screen.
    await expect(page.getByText('One moment …')).toHaveCount(0);
    await see();
    await button(page, name).tap();
  }
  await button(page, 'Take the payment').tap();
  await expect(page.getByRole('heading', { name: 'Thank you.' })).toBeVisible();
  const thankedAtMs = performance.now();
  const number = (await page.getByTestId('order-number').textContent()) ?? '';
  await expect(page.getByTestId('receipt-news')).toHaveText('Your receipt is printed.');
  await expect(
    page.getByRole('region', { name: 'Your receipt' }).getByRole('article'),
  ).toBeVisible();
  await see();
  return { number, screens, thankedAtMs };
}

async function enrolByCore(page: Page, url: string, enrolCode: string): Promise<void> {
  await ask(page, 'sync.enrol', { url, code: enrolCode });
  await goTo(page, '#/devices');
  await expect(badge(page)).toHaveText('Online');
}

const status = (page: Page) => ask(page, 'sync.status', {});

test('UIX-40 UIX-45 UIX-46 a kiosk is enrolled by hand', async ({ page, headOffice }, info) => {
  await goTo(page, '#/devices');
  await expect(badge(page)).toHaveText('Not enrolled');
  await expect(fact(page, 'To be sent')).toHaveText('Nothing');
  await lookAt(page, info, 'line-not-enrolled');

  await deed(page, 'Enrol this kiosk').tap();
  await enrolNow(page).tap();
  await expect(enrolSheet(page)).toContainText('Please type the address of head office.');
  await expect(enrolSheet(page)).toContainText('Please type the code that head office gave out.');

  await test.step('nobody at that address', async () => {
    await address(page).fill('127.0.0.1:9');
    await code(page).fill('AAAAA-BBBBB');
    await enrolNow(page).tap();
    await expect(enrolSheet(page)).toContainText('Head office cannot be reached.');
    await expect(address(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(code(page)).toHaveValue('AAAAA-BBBBB');
    await lookAt(page, info, 'enrol-unreachable');
  });

  await test.step('a code that nobody gave out', async () => {
    await address(page).fill(headOffice.url);
    await enrolNow(page).tap();
    await expect(enrolSheet(page)).toContainText('This code is not right, was used already');
    await expect(code(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(address(page)).not.toHaveAttribute('aria-invalid', 'true');
    await lookAt(page, info, 'enrol-wrong-code');
  });

  await test.step('the right one, typed without care', async () => {
    const given = headOffice.enrolCode('Kiosk by the window');
    await code(page).fill('');
    // A person types slower than a scanner.
    await code(page).pressSequentially(given.replace('-', '').toLowerCase(), { delay: 70 });
    await expect(code(page)).toHaveValue(given.toLowerCase());
    await code(page).press('Enter');
    await expect(enrolSheet(page)).toBeHidden();
  });

  await expect(badge(page)).toHaveText('Online');
  await expect(card(page)).toContainText(headOffice.url);
  await expect(fact(page, 'This kiosk')).toHaveText('Kiosk by the window, store aurel-fenn-berlin');
  await expect(fact(page, 'Last contact')).toHaveText('Just now');
  await expect(card(page)).toContainText('key lies in a file');
  await deed(page, 'Sync now').tap();
  await expect(page.getByText('Head office answered, and everything is up to date.')).toBeVisible();
  await lookAt(page, info, 'line-online');
});

test('UIX-41 UIX-47 head office goes away and comes back: the shopper never notices', async ({
  page,
  headOffice,
}, info) => {
  await enrolByCore(page, headOffice.url, headOffice.enrolCode('Kiosk 2'));
  const online = await sell(page);
  await expect
    .poll(() => headOffice.findOrder(online.number), { intervals: [20], timeout: 30_000 })
    .not.toBeNull();
  const arrivedMs = Math.round(performance.now() - online.thankedAtMs);
  process.stdout.write(`${info.project.name}: at head office ${arrivedMs} ms after the thanks\n`);
  expect(arrivedMs).toBeLessThan(arrivesWithinMs);
  await expect.poll(async () => (await status(page)).waiting).toBe(0);

  await headOffice.kill();
  const offline = await sell(page);
  expect(offline.screens).toEqual(online.screens);
  await goTo(page, '#/devices');
  await expect(badge(page)).toHaveText('Offline');
  await expect(card(page)).toContainText('Selling goes on as always');
  const { waiting } = await status(page);
  expect(waiting).toBeGreaterThan(0);
  await expect(fact(page, 'To be sent')).toHaveText(new RegExp(`^${waiting} events?$`));
  await lookAt(page, info, 'line-offline');

  await deed(page, 'Sync now').tap();
  await expect(page.getByText('Head office did not answer.')).toBeVisible();
  const another = await sell(page);
  await goTo(page, '#/devices');
  const { waiting: grown } = await status(page);
  expect(grown).toBeGreaterThan(waiting);
  await expect(fact(page, 'To be sent')).toHaveText(`${grown} events`);
  expect(await headOfficeAnswers(headOffice.url)).toBe(false);

  await headOffice.start();
  await expect(badge(page)).toHaveText('Online', { timeout: 40_000 });
  await expect(fact(page, 'To be sent')).toHaveText('Nothing');
  for (const { number } of [offline, another]) {
    expect(await headOffice.findOrder(number)).toMatchObject({ totalMinor: expect.any(Number) });
  }
});

test.describe('with an event that head office can never take', () => {
  test.use({ poisoned: true });

  test('UIX-44 what is refused is shown with its reason, and can be sent again', async ({
    page,
    kiosk,
    headOffice,
  }, info) => {
    const { number } = await sell(page);
    damageEvents(kiosk.file, number);
    const { number: good } = await sell(page);
    await enrolByCore(page, headOffice.url, headOffice.enrolCode('Kiosk 3'));
    await expect(card(page)).toContainText('Head office refused 2 events.');
    await expect(fact(page, 'To be sent')).toHaveText('Nothing');
    expect(await headOffice.findOrder(good)).not.toBeNull();
    expect(await headOffice.findOrder(number)).toBeNull();
    await lookAt(page, info, 'line-with-refused');

    await deed(page, 'See why').tap();
    const sheet = page.getByRole('dialog', { name: 'Refused by head office' });
    const poison = sheet.getByRole('article', { name: 'Sale, event 1' });
    const damaged = sheet.getByRole('article', { name: `Sale ${number}` });
    await expect(poison).toContainText('Something in it is missing, or is not as it should be.');
    await expect(poison).toContainText('For IT: payload');
    await expect(damaged).toContainText('It is not what was written down when it happened.');
    await lookAt(page, info, 'refused');

    const refusedAt = async () => (await ask(page, 'sync.setAside', {})).events.map(({ at }) => at);
    const [first = 0, second = 0] = await refusedAt();
    await sheet.getByRole('button', { name: 'Send again: Sale, event 1' }).tap();
    await expect(poison).toContainText('Sent again, and refused again');
    expect(await refusedAt()).toEqual([expect.any(Number), second]);
    expect((await refusedAt())[0]).toBeGreaterThan(first);
    await expect(damaged).not.toContainText('refused again');

    await test.step('while head office is away', async () => {
      await headOffice.kill();
      await sheet.getByRole('button', { name: 'Send all again' }).tap();
      await expect(poison).toContainText('Being sent');
      await expect(sheet).toContainText('They are sent when the line is back.');
      await lookAt(page, info, 'refused-offline');
      await headOffice.start();
      await expect(damaged).toContainText('Sent again, and refused again', { timeout: 40_000 });
    });
    await sheet.getByRole('button', { name: 'Close' }).last().tap();
    await expect(card(page)).toContainText('Head office refused 2 events.');
  });
});

test('UIX-41 a kiosk that is not let in any more says so, and is enrolled again', async ({
  page,
  headOffice,
}, info) => {
  await enrolByCore(page, headOffice.url, headOffice.enrolCode('Kiosk 4'));
  headOffice.revoke((await status(page)).central?.deviceId ?? '');
  await deed(page, 'Sync now').tap();
  await expect(badge(page)).toHaveText('Not let in');
  await expect(card(page)).toContainText('Head office has withdrawn this kiosk’s access.');
  await expect(card(page)).toContainText('Selling goes on as always.');
  await expect(deed(page, 'Sync now')).toBeHidden();
  await expect(page.getByText('Head office did not answer.')).toBeHidden();
  await lookAt(page, info, 'line-refused');
  await deed(page, 'Enrol again').tap();
  await expect(address(page)).toHaveValue(headOffice.url);
  await code(page).fill(headOffice.enrolCode('Kiosk 4, once more'));
  await lookAt(page, info, 'enrol-again');
  await enrolNow(page).tap();
  await expect(badge(page)).toHaveText('Online');
  await expect(fact(page, 'This kiosk')).toContainText('Kiosk 4, once more');
});

test('UIX-42 UIX-43 after weeks offline, with a clock that is off', async ({ page }, info) => {
  const lastContactAt = Date.now() - 30 * 86_400_000;
  const value: SyncStatus = {
    state: 'offline',
    central: {
      url: 'https://head-office.of-a-brand-with-a-rather-long-name.example/blendbar',
      deviceId: '0198f000-0000-7000-8000-000000000001',
      name: 'The kiosk between the fountain and the second escalator',
      store: 'aurel-fenn-berlin',
    },
    keyProtection: 'none',
    lastContactAt,
    problem: {
      code: 'central.unavailable',
      message: 'getaddrinfo EAI_AGAIN head-office.of-a-brand-with-a-rather-long-name.example',
    },
    waiting: 123_456,
    setAside: 17,
    clockSkewMs: -754_000,
    catalogVersion: 1_204,
  };
  await page.route('**/rpc/sync.status', (route) => route.fulfill({ json: { ok: true, value } }));
  await goTo(page, '#/devices');
  await expect(fact(page, 'Last contact')).toContainText('30 days ago (');
  await expect(fact(page, 'To be sent')).toHaveText('123,456 events');
  await expect(fact(page, 'Catalog')).toHaveText('Version 1,204');
  await expect(card(page)).toContainText('clock is 13 minutes behind head office’s');
  await lookAt(page, info, 'line-after-weeks');
});

async function headOfficeAnswers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
