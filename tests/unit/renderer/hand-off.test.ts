import { beforeEach, expect, test, vi } from 'vitest';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});
vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'en' } });

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const cart = await import('../../../src/renderer/stores/cart.ts');
const checkout = await import('../../../src/renderer/stores/checkout.ts');
const handOff = await import('../../../src/renderer/stores/hand-off.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');

const text = 'BH1*A*B*C';
let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  cart.beginNewCart();
  checkout.forgetCheckout();
  handOff.forgetHandOff();
  notices.dismissToast();
  notices.dismissFault();
  navigation.useNavigation.setState({ route: { screen: 'payment' }, trail: [] });
});

/** Something is in the bag; what, does not count here. */
function fillBag(): void {
  const { cartId } = cart.useCart.getState();
  cart.useCart.setState({ cart: { cartId, revision: 1, lines: [{}] } as unknown as Cart });
}

async function makeHandOff(): Promise<void> {
  void handOff.makeHandOff();
  kiosk.waiting('handOff.make')[0]?.answer(ok({ code: 'B-417', text }));
  await settled();
}

const toast = () => notices.useNotices.getState().toast?.messageKey;

test('HOF-6 at the screen that shows it a hand-off is the bag there', async () => {
  fillBag();
  await makeHandOff();
  await handOff.takeHandOff(` ${text.toLowerCase()} `);
  expect(checkout.useCheckout.getState().method).toBe('cash');
  expect(kiosk.waiting('handOff.load')).toEqual([]);
});

test('HOF-6 a bag that holds something is not mixed, also when it came after the one that was handed off', async () => {
  fillBag();
  await handOff.takeHandOff(text);
  expect(toast()).toBe('errors.handOff.bagNotEmpty');
  notices.dismissToast();
  await makeHandOff();
  // It was sold, and the shopper went on.
  cart.beginNewCart();
  fillBag();
  checkout.chooseMethod('choose');
  await handOff.takeHandOff(text);
  expect(toast()).toBe('errors.handOff.bagNotEmpty');
  expect(checkout.useCheckout.getState().method).toBe('choose');
});

test('HOF-9 what was sold is told, also at the screen that handed it off', async () => {
  fillBag();
  await makeHandOff();
  cart.beginNewCart();
  void handOff.takeHandOff(text);
  kiosk.waiting('handOff.load')[0]?.answer(err(fault('handOff.sold', 'It was sold')));
  await settled();
  expect(notices.useNotices.getState().fault).toBe('handOff.sold');
});

test('HOF-6 a bag from another screen is told to be so while it is the bag', async () => {
  void handOff.takeHandOff(text);
  const [load] = kiosk.waiting('handOff.load');
  load?.answer(ok({ code: 'B-417', lines: 1, refused: [], couponsRefused: 0 }));
  await settled();
  const { cartId, loaded } = handOff.useHandOff.getState();
  expect(loaded?.code).toBe('B-417');
  expect(cartId).toBe(cart.useCart.getState().cartId);
  await makeHandOff();
  expect(handOff.useHandOff.getState().loaded?.code).toBe('B-417');
  cart.beginNewCart();
  await makeHandOff();
  expect(handOff.useHandOff.getState().loaded).toBeNull();
});

test('UIX-13 who left the payment and pays after all is asked how again', () => {
  checkout.chooseMethod('cash');
  checkout.goToPayment();
  expect(checkout.useCheckout.getState().method).toBe('choose');
  // With another bag it would be told as what was refused.
  checkout.useCheckout.setState({ method: 'card', stage: 'declined', amountMinor: 3290 });
  checkout.goToPayment();
  expect(checkout.useCheckout.getState()).toMatchObject({ method: 'choose', stage: null });
});

test.each([
  { busy: true, stage: 'waitingForCard' as const },
  { busy: false, stage: 'unsettled' as const },
])('UIX-12 an answer about money is waited for ($busy, $stage)', (state) => {
  checkout.useCheckout.setState({ method: 'card', ...state });
  checkout.goToPayment();
  expect(checkout.useCheckout.getState()).toMatchObject({ method: 'card', ...state });
});
