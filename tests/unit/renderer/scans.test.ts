import { beforeEach, expect, test, vi } from 'vitest';
import type { Sale } from '#shared/contract/ipc/checkout.ts';
import type { ScannedCode } from '#shared/contract/ipc/scanner.ts';
import { readScan } from '#shared/domain/scanning/read-scan.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { sampleCodes, showControls } from '../../../src/renderer/lib/sample-codes.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const checkout = await import('../../../src/renderer/stores/checkout.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');
const session = await import('../../../src/renderer/stores/session.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  session.followScanner();
  checkout.forgetCheckout();
  notices.dismissToast();
  navigation.useNavigation.setState({ route: { screen: 'home' }, trail: [] });
});

const soap: ScannedCode = { text: '9506000134352', gtin14: '09506000134352' };
const scan = async (code: ScannedCode, sku: string | null) => {
  kiosk.emit('scanner.scanned', { code, sku });
  await settled();
};
const route = () => navigation.useNavigation.getState().route;
const toast = () => notices.useNotices.getState().toast;

test.each(['home', 'cart', 'payment'] as const)(
  'DEV-79 on the screen %s a scan opens the product',
  async (screen) => {
    navigation.go({ screen });
    await scan(soap, 'SOAP');
    expect(route()).toEqual({ screen: 'product', sku: 'SOAP' });
    expect(toast()).toBeNull();
  },
);

test('DEV-79 of a burst the last product is open, and the way back leads through the others', async () => {
  for (const sku of ['A', 'B', 'C']) kiosk.emit('scanner.scanned', { code: soap, sku });
  await settled();
  expect(route()).toEqual({ screen: 'product', sku: 'C' });
  navigation.back();
  expect(route()).toEqual({ screen: 'product', sku: 'B' });
});

test('DEV-79 a code cannot turn the sentence around that tells it', async () => {
  await scan({ text: 'A\u202eB\u2067C' }, null);
  expect(toast()?.params).toEqual({ code: 'ABC' });
});

test('DEV-79 an unknown code says so with the code, and leads nowhere', async () => {
  navigation.go({ screen: 'cart' });
  await scan({ text: '4006381333931', gtin14: '04006381333931' }, null);
  expect(toast()).toMatchObject({ messageKey: 'scan.unknown', params: { code: '4006381333931' } });
  await scan({ text: 'nothing known' }, null);
  expect(toast()).toMatchObject({
    messageKey: 'scan.unknownCode',
    params: { code: 'nothing known' },
  });
  expect(route()).toEqual({ screen: 'cart' });
});

test('DEV-79 a code that is a page of text is shown by its beginning', async () => {
  await scan({ text: '口红'.repeat(500) }, null);
  expect(toast()?.params?.code).toBe(`${'口红'.repeat(24)}…`);
});

test.each([
  { busy: true, stage: null },
  { busy: true, stage: 'waitingForCard' as const },
  { busy: false, stage: 'unsettled' as const },
])('DEV-79 while a payment runs ($busy, $stage) a scan waits, with words', async (state) => {
  navigation.go({ screen: 'payment' });
  checkout.useCheckout.setState(state);
  for (const sku of ['SOAP', null]) {
    await scan(soap, sku);
    expect(toast()).toMatchObject({ messageKey: 'scan.paying' });
    expect(route()).toEqual({ screen: 'payment' });
  }
});

test('DEV-79 after a sale a scan starts afresh with that product', async () => {
  const sale: Sale = { orderId: 'o', number: '1', currency: 'EUR', totalMinor: 100, payments: [] };
  navigation.go({ screen: 'thanks' });
  checkout.useCheckout.setState({ sale });
  await scan(soap, 'SOAP');
  expect(route()).toEqual({ screen: 'product', sku: 'SOAP' });
  expect(checkout.useCheckout.getState().sale).toBeNull();
  expect(kiosk.waiting('cart.discard')).toEqual([]);
  navigation.back();
  expect(route()).toEqual({ screen: 'home' });
});

test('UIX-50 UIX-56 what is scanned at the welcome is gone back from to home, never to the welcome', async () => {
  navigation.useNavigation.setState({ route: { screen: 'welcome' }, trail: [] });
  await scan(soap, 'SOAP');
  expect(route()).toEqual({ screen: 'product', sku: 'SOAP' });
  navigation.back();
  expect(route()).toEqual({ screen: 'home' });

  navigation.useNavigation.setState({ route: { screen: 'welcome' }, trail: [] });
  await scan({ text: 'BH1*A*B*C' }, null);
  const answer = { code: 'B-417', lines: 1, refused: [], couponsRefused: 0 };
  kiosk.waiting('handOff.load')[0]?.answer(ok(answer));
  await settled();
  kiosk.waiting('cart.get')[0]?.answer(err(fault('store.busy', 'Busy')));
  await settled();
  expect(route()).toEqual({ screen: 'payment' });
  navigation.back();
  expect(route()).toEqual({ screen: 'home' });
});

test('DEV-79 after a sale an unknown code changes nothing', async () => {
  navigation.go({ screen: 'thanks' });
  await scan({ text: 'nothing known' }, null);
  expect(route()).toEqual({ screen: 'thanks' });
});

test.each(['bench', 'devices'] as const)(
  'DEV-79 on the screen %s a scan is told, and leads away when asked to',
  async (screen) => {
    navigation.go({ screen });
    await scan(soap, 'SOAP');
    expect(route()).toEqual({ screen });
    expect(toast()).toMatchObject({
      messageKey: 'scan.read',
      params: { code: '9506000134352', sku: 'SOAP' },
      action: { labelKey: 'scan.show' },
    });
    toast()?.action?.run();
    expect(route()).toEqual({ screen: 'product', sku: 'SOAP' });
  },
);

test('DEV-75 every code of the gallery is what its label says', () => {
  const at = Date.UTC(2026, 0, 1);
  const read = Object.fromEntries(
    sampleCodes('9506000134352').map(({ id, code }) => {
      expect(code.length).toBeLessThanOrEqual(200);
      const result = readScan(code, { at });
      return [id, result.ok ? result.value : result.error.reason];
    }),
  );
  const item = { gtin14: '09506000134352' };
  expect(read).toMatchObject({
    dataMatrix: { ...item, lot: 'A7-031', expiresOn: '2030-12-31', serial: '0042' },
    gs1128: { ...item, lot: 'A7-031', price: { digits: 1290, decimals: 2 } },
    link: { ...item, lot: 'A7-031', expiresOn: '2030-12-31' },
    text: { text: 'Bonjour, je suis un code QR' },
    unknown: { gtin14: '04006381333931' },
    wrong: 'wrongCheckDigit',
  });
  expect(showControls('10A\u001d21B')).toBe('10A<GS>21B');
});
