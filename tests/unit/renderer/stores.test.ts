import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import type { RequestOutput } from '#shared/contract/ipc/contract.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import { type FakeKiosk, fakeKiosk, settled } from './fake-kiosk.ts';

// The stores read the address when they are loaded.
vi.stubGlobal('window', {
  location: { hash: '' },
  history: { replaceState: () => undefined },
  addEventListener: () => undefined,
});

const { attachClient } = await import('../../../src/renderer/stores/client.ts');
const cartStore = await import('../../../src/renderer/stores/cart.ts');
const checkout = await import('../../../src/renderer/stores/checkout.ts');
const customizer = await import('../../../src/renderer/stores/customizer.ts');
const { explain } = await import('../../../src/renderer/stores/explain.ts');
const navigation = await import('../../../src/renderer/stores/navigation.ts');
const notices = await import('../../../src/renderer/stores/notices.ts');
const touches = await import('../../../src/renderer/stores/touches.ts');
const session = await import('../../../src/renderer/stores/session.ts');

let kiosk: FakeKiosk;

beforeEach(() => {
  kiosk = fakeKiosk();
  attachClient(kiosk.client);
  cartStore.beginNewCart();
  checkout.forgetCheckout();
  customizer.closeCustomizer();
  notices.dismissFault();
  navigation.useNavigation.setState({ route: { screen: 'home' }, trail: [] });
});

function cartOf(revision: number, quantity = 1): Cart {
  const { cartId } = cartStore.useCart.getState();
  const quote = {
    catalogVersion: 1,
    store: 's',
    at: 0,
    currency: 'EUR',
    pricesIncludeTax: true,
    lines: [],
    promotions: [],
    unusedCoupons: [],
    subtotalMinor: 1000,
    discountMinor: 0,
    taxes: [],
    taxMinor: 0,
    totalMinor: 1000,
    cashTotalMinor: 1000,
    cashRoundingMinor: 0,
  };
  const product = {
    kind: 'product' as const,
    sku: 'A',
    type: 'ready' as const,
    name: { en: 'A' },
    brand: 'B',
    category: 'C',
    taxClass: 't',
  };
  const lines = [{ line: { lineId: 'l1', sku: 'A', quantity }, product, choices: [] }];
  return { cartId, revision, locked: false, lines, coupons: [], quote };
}

function evaluation(status: Evaluation['status']): RequestOutput<'design.evaluate'> {
  return {
    evaluation: {
      status,
      missing: [],
      violations: [],
      warnings: [],
      alternatives: [],
      availability: {},
      ranges: {},
      allergens: [],
    },
    price: null,
  };
}

describe('cart', () => {
  test('UIX-5 a command that was not answered is sent again as the same command', async () => {
    const adding = cartStore.addLine({ sku: 'A', quantity: 1 });
    const [first] = kiosk.waiting('cart.addLine');
    first?.answer(err(fault('internal.failure', 'The kiosk could not be reached.')));
    await settled();
    const [second] = kiosk.waiting('cart.addLine');
    expect(second?.input.commandId).toBe(first?.input.commandId);
    expect(second?.input.lineId).toBe(first?.input.lineId);
    second?.answer(ok(cartOf(1)));
    expect(await adding).toBe(true);
    expect(cartStore.useCart.getState().cart?.revision).toBe(1);
  });

  test('UIX-5 after three attempts the shopper is told', async () => {
    const adding = cartStore.addLine({ sku: 'A', quantity: 1 });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const [call] = kiosk.waiting('cart.addLine');
      expect(call, `attempt ${attempt}`).toBeDefined();
      call?.answer(err(fault('internal.failure', 'The kiosk could not be reached.')));
      await settled();
    }
    expect(await adding).toBe(false);
    expect(kiosk.waiting('cart.addLine')).toEqual([]);
    expect(notices.useNotices.getState().fault).toBe('internal.failure');
  });

  test('UIX-6 an older revision that arrives late changes nothing', async () => {
    const one = cartStore.setQuantity('l1', 2);
    const two = cartStore.setQuantity('l1', 3);
    const [first, second] = kiosk.waiting('cart.setQuantity');
    second?.answer(ok(cartOf(5, 3)));
    first?.answer(ok(cartOf(4, 2)));
    await Promise.all([one, two]);
    const { cart, wanted } = cartStore.useCart.getState();
    expect(cart?.revision).toBe(5);
    expect(wanted).toEqual({});
  });

  test('UIX-7 a tapped quantity is wanted at once', () => {
    void cartStore.setQuantity('l1', 7);
    expect(cartStore.useCart.getState().wanted).toEqual({ l1: 7 });
  });
});

describe('customizer', () => {
  const subject: RequestOutput<'catalog.template'> = {
    card: { product: { ...productOf('CUSTOM'), type: 'custom', template: 't' }, priceMinor: 1 },
    template: {
      kind: 'template',
      id: 't',
      name: { en: 'T' },
      use: 'leaveOn',
      ingredients: [],
      doses: [],
      groups: [
        {
          id: 'g',
          type: 'single',
          name: { en: 'G' },
          required: true,
          options: [named('a'), named('b')],
        },
        { id: 'h', type: 'single', name: { en: 'H' }, required: true, options: [named('c')] },
      ],
    },
    allergens: [],
  };

  async function open(): Promise<void> {
    const opening = customizer.openCustomizer('CUSTOM', null);
    kiosk.waiting('catalog.template')[0]?.answer(ok(subject));
    await settled();
    kiosk.waiting('design.evaluate')[0]?.answer(ok(evaluation('incomplete')));
    await opening;
  }

  test('UIX-4 UIX-7 the choice shows at once, and only the last answer counts', async () => {
    await open();
    customizer.change([{ group: 'g', selection: 'a' }]);
    customizer.change([{ group: 'h', selection: 'c' }]);
    expect(customizer.useCustomizer.getState().selections).toEqual({ g: 'a', h: 'c' });
    const [first, second] = kiosk.waiting('design.evaluate');
    second?.answer(ok(evaluation('valid')));
    await settled();
    first?.answer(ok(evaluation('invalid')));
    await settled();
    expect(customizer.useCustomizer.getState().evaluation?.status).toBe('valid');
  });

  test('UIX-8 the ways to something impossible are those that keep it', async () => {
    await open();
    const wanted = { group: 'g', selection: 'b' };
    const explaining = explain(wanted);
    const [call] = kiosk.waiting('design.evaluate');
    expect(call?.input.design.selections).toEqual({ g: 'b' });
    const answer = evaluation('invalid');
    call?.answer(
      ok({
        ...answer,
        evaluation: {
          ...answer.evaluation,
          violations: [{ reason: { rule: 'r', messageKey: 'k' }, conflict: [] }],
          alternatives: [
            { changes: [{ group: 'g', selection: 'a' }], distance: 1 },
            { changes: [{ group: 'h', selection: null }], distance: 1 },
          ],
        },
      }),
    );
    expect(await explaining).toEqual({
      violations: [{ reason: { rule: 'r', messageKey: 'k' }, conflict: [] }],
      ways: [[wanted, { group: 'h', selection: null }]],
      needsAge: false,
    });
    expect(customizer.useCustomizer.getState().selections).toEqual({});
  });

  test('UIX-3 closing forgets the design and what was declared', async () => {
    await open();
    customizer.declareAllergy('linalool', true);
    customizer.closeCustomizer();
    const { subject: left, declaration, selections } = customizer.useCustomizer.getState();
    expect({ left, declaration, selections }).toEqual({
      left: null,
      declaration: { allergies: [] },
      selections: {},
    });
  });
});

describe('checkout', () => {
  async function withCart(): Promise<void> {
    const adding = cartStore.addLine({ sku: 'A', quantity: 1 });
    kiosk.waiting('cart.addLine')[0]?.answer(ok(cartOf(1)));
    await adding;
  }

  async function payByCard(answer: Parameters<typeof err>[0] | null): Promise<string> {
    const paying = checkout.payCard();
    const [call] = kiosk.waiting('checkout.payCard');
    const paymentId = call?.input.paymentId ?? '';
    kiosk.emit('payment.changed', { paymentId, stage: 'authorizing', amountMinor: 1000 });
    if (answer !== null) call?.answer(err(answer as never));
    await settled();
    kiosk.waiting('cart.get')[0]?.answer(ok(cartOf(2)));
    await settled();
    if (answer !== null) await paying;
    return paymentId;
  }

  test('UIX-11 stages of this payment show, of another one they do not', async () => {
    checkout.followPayments();
    await withCart();
    const paymentId = await payByCard(null);
    expect(checkout.useCheckout.getState().stage).toBe('authorizing');
    kiosk.emit('payment.changed', {
      paymentId: cartStore.useCart.getState().cartId,
      stage: 'declined',
      amountMinor: 1,
    });
    expect(checkout.useCheckout.getState().stage).toBe('authorizing');
    expect(paymentId).not.toBe('');
  });

  test.each([
    ['payment.declined', 'declined'],
    ['payment.cancelled', 'cancelled'],
    ['payment.timeout', 'timeout'],
  ] as const)('UIX-11 %s ends the payment', async (code, stage) => {
    await withCart();
    await payByCard(fault(code, 'no'));
    const state = checkout.useCheckout.getState();
    expect([state.stage, state.paymentId, state.busy]).toEqual([stage, null, false]);
  });

  test.each([
    ['a design among them', { template: 't', selections: {} }, true],
    ['ready-made products alone', undefined, false],
  ])(
    'UIX-20 %s: whether there is something to be made is kept from the payment on',
    async (_, design, expected) => {
      await withCart();
      const cart = cartOf(2);
      const [first] = cart.lines;
      if (first === undefined) throw new Error('the cart has a line');
      const line = { ...first.line, ...(design === undefined ? {} : { design }) };
      cartStore.useCart.setState({ cart: { ...cart, lines: [{ ...first, line }] } });
      const paying = checkout.payCash(1000);
      kiosk.waiting('checkout.payCash')[0]?.answer(
        ok({
          orderId: '0198a000-0000-7000-8000-000000000000',
          number: 'K-1',
          currency: 'EUR',
          totalMinor: 1000,
          payments: [],
        }),
      );
      await settled();
      kiosk.waiting('receipt.get')[0]?.answer(err(fault('order.not_found', 'no')));
      await paying;
      expect(cartStore.useCart.getState().cart).toBeNull();
      expect(checkout.useCheckout.getState().designs.length > 0).toBe(expected);
      checkout.forgetCheckout();
      expect(checkout.useCheckout.getState().designs).toEqual([]);
    },
  );

  test('UIX-12 a lost answer is asked for with the same payment id, and becomes a sale', async () => {
    await withCart();
    const paymentId = await payByCard(fault('payment.unsettled', 'lost'));
    expect(checkout.useCheckout.getState().stage).toBe('unsettled');
    const settling = checkout.settle();
    const [call] = kiosk.waiting('checkout.settle');
    expect(call?.input.paymentId).toBe(paymentId);
    const orderId = paymentId;
    call?.answer(
      ok({ orderId, number: 'K-000001', currency: 'EUR', totalMinor: 1000, payments: [] }),
    );
    await settled();
    kiosk.waiting('receipt.get')[0]?.answer(err(fault('order.not_found', 'no')));
    await settling;
    expect(checkout.useCheckout.getState().sale?.number).toBe('K-000001');
    expect(navigation.useNavigation.getState().route).toEqual({ screen: 'thanks' });
    expect(cartStore.useCart.getState().cart).toBeNull();
  });

  test('SAL-68 a translation of the receipt goes when it is not wanted any more, or too late', async () => {
    const { translateReceipt, useCheckout } = checkout;
    const orderId = '0198a000-0000-7000-8000-000000000000';
    const sale = { orderId, number: 'K-1', currency: 'EUR', totalMinor: 1000, payments: [] };
    const inGerman = { document: { title: 'Beleg', locale: 'de', blocks: [] }, html: '', text: '' };
    useCheckout.setState({ sale });
    const asking = translateReceipt('de-DE');
    const [first] = kiosk.waiting('receipt.get');
    expect(first?.input).toEqual({ orderId, translatedTo: 'de' });
    first?.answer(ok(inGerman));
    await asking;
    expect(useCheckout.getState().translation?.title).toBe('Beleg');
    await translateReceipt(null);
    expect(useCheckout.getState().translation).toBeNull();

    const late = translateReceipt('de');
    checkout.forgetCheckout();
    kiosk.waiting('receipt.get')[0]?.answer(ok(inGerman));
    await late;
    expect(useCheckout.getState()).toMatchObject({ sale: null, translation: null });
  });

  test('UIX-11 a cancellation that the core refuses says so, unless the payment has ended', async () => {
    await withCart();
    await payByCard(null);
    const refuse = async () => {
      void checkout.cancelCard();
      kiosk.waiting('checkout.cancelCard')[0]?.answer(err(fault('store.busy', 'busy')));
      await settled();
    };
    await refuse();
    expect(notices.useNotices.getState().fault).toBe('store.busy');
    notices.dismissFault();
    checkout.useCheckout.setState({ busy: false });
    await refuse();
    expect(notices.useNotices.getState().fault).toBeNull();
  });

  test('UIX-12 when the core cannot be reached, the payment is asked for, not made again', async () => {
    await withCart();
    const paying = checkout.payCard();
    const paymentId = kiosk.waiting('checkout.payCard')[0]?.input.paymentId;
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      kiosk.waiting('checkout.payCard')[0]?.answer(err(fault('internal.failure', 'gone')));
      await settled();
    }
    kiosk.waiting('cart.get')[0]?.answer(ok(cartOf(2)));
    await paying;
    expect(checkout.useCheckout.getState()).toMatchObject({ stage: 'unsettled', paymentId });
    const settling = checkout.settle();
    kiosk.waiting('checkout.settle')[0]?.answer(err(fault('order.not_found', 'unknown')));
    await settled();
    kiosk.waiting('cart.get')[0]?.answer(ok(cartOf(2)));
    await settling;
    expect(checkout.useCheckout.getState()).toMatchObject({ stage: 'cancelled', paymentId: null });
  });

  test('UIX-3 starting over with a lost answer leaves the payment to the core', async () => {
    await withCart();
    await payByCard(fault('payment.unsettled', 'lost'));
    const before = cartStore.useCart.getState().cartId;
    await session.endSession();
    expect(cartStore.useCart.getState().cartId).not.toBe(before);
    expect(kiosk.waiting('cart.discard')).toEqual([]);
    expect(navigation.useNavigation.getState()).toEqual({
      route: { screen: 'welcome' },
      trail: [],
    });
  });

  test('UIX-3 starting over is refused while the cart is locked', async () => {
    await withCart();
    const leaving = session.endSession();
    kiosk.waiting('cart.discard')[0]?.answer(err(fault('cart.locked', 'paying')));
    await leaving;
    expect(notices.useNotices.getState().fault).toBe('cart.locked');
    expect(cartStore.useCart.getState().cart).not.toBeNull();
  });
});

describe('navigation', () => {
  test('UIX-2 back leads to the place before, and home when there is none', () => {
    navigation.go({ screen: 'product', sku: 'A' });
    navigation.go({ screen: 'cart' });
    navigation.back();
    expect(navigation.useNavigation.getState().route).toEqual({ screen: 'product', sku: 'A' });
    navigation.back();
    navigation.back();
    expect(navigation.useNavigation.getState().route).toEqual({ screen: 'home' });
  });
});

function productOf(sku: string) {
  return {
    kind: 'product' as const,
    sku,
    type: 'ready' as const,
    name: { en: sku },
    brand: 'B',
    category: 'C',
    taxClass: 't',
  };
}

function named(id: string) {
  return { id, name: { en: id } };
}

const sale = { orderId: 'o', number: '1', currency: 'EUR', totalMinor: 1, payments: [] };

test('UIX-3 UIX-56 who went on shopping after a sale leaves no bag behind', async () => {
  checkout.useCheckout.setState({ sale });
  const { cartId } = cartStore.useCart.getState();
  cartStore.useCart.setState({ cart: cartOf(1) });
  const ended = session.endSession();
  const [discard] = kiosk.waiting('cart.discard');
  expect(discard?.input.cartId).toBe(cartId);
  discard?.answer(ok({}));
  await ended;
  expect(cartStore.useCart.getState().cart).toBeNull();
  expect(cartStore.useCart.getState().cartId).not.toBe(cartId);
});

test('UIX-56 what was told for a design comes to no session that follows', async () => {
  const declaration = { allergies: ['citral'] };
  const adding = cartStore.addLine({ sku: 'A', quantity: 1, declaration });
  cartStore.beginNewCart();
  kiosk.waiting('cart.addLine')[0]?.answer(ok(cartOf(1)));
  await adding;
  expect(cartStore.useCart.getState().declarations).toEqual({});
});

test('UIX-56 what is answered about a bag that was cleared away is told to nobody else', async () => {
  cartStore.useCart.setState({ cart: cartOf(1) });
  const [line] = cartOf(1).lines;
  if (line === undefined) throw new Error('A cart has a line');
  const late = [
    cartStore.removeLine(line, 'A'),
    cartStore.addLine({ sku: 'A', quantity: 1 }),
    cartStore.addCoupon('NOPE'),
    cartStore.refreshCart(),
  ];
  const ended = session.endSession();
  kiosk.waiting('cart.discard')[0]?.answer(ok({}));
  await ended;
  kiosk.waiting('cart.removeLine')[0]?.answer(ok(cartOf(2)));
  const busy = err(fault('store.busy', 'Busy'));
  kiosk.waiting('cart.addLine')[0]?.answer(busy);
  kiosk.waiting('cart.addCoupon')[0]?.answer(busy);
  kiosk.waiting('cart.get')[0]?.answer(busy);
  await Promise.all(late);
  expect(notices.useNotices.getState()).toEqual({ fault: null, toast: null });
  expect(cartStore.useCart.getState()).toMatchObject({ cart: null, couponFault: null });
});

test('UIX-56 a session that is ended twice takes nothing from the next one', async () => {
  cartStore.useCart.setState({ cart: cartOf(1) });
  const endings = [session.endSession(), session.endSession()];
  const [first, second] = kiosk.waiting('cart.discard');
  first?.answer(ok({}));
  await endings[0];
  cartStore.useCart.setState({ cart: cartOf(1) });
  navigation.go({ screen: 'home' });
  second?.answer(ok({}));
  await endings[1];
  expect(cartStore.useCart.getState().cart?.lines).toHaveLength(1);
  expect(navigation.useNavigation.getState().route).toEqual({ screen: 'home' });
});

test('UIX-56 a core that does not answer keeps nothing of a shopper on the screen', async () => {
  vi.useFakeTimers();
  cartStore.useCart.setState({ cart: cartOf(1) });
  const ended = session.endSession();
  await vi.advanceTimersByTimeAsync(5_000);
  await ended;
  vi.useRealTimers();
  expect(cartStore.useCart.getState().cart).toBeNull();
  expect(navigation.useNavigation.getState().route).toEqual({ screen: 'welcome' });
});

test('UIX-4 of two designs that are put into the bag at once neither is forgotten', async () => {
  const declaration = { allergies: ['citral'] };
  const adding = [1, 2].map(() => cartStore.addLine({ sku: 'A', quantity: 1, declaration }));
  for (const { answer } of [...kiosk.waiting('cart.addLine')]) answer(ok(cartOf(1)));
  await Promise.all(adding);
  expect(Object.values(cartStore.useCart.getState().declarations)).toHaveLength(2);
});

test('UIX-56 a receipt that comes late is shown to nobody else', async () => {
  cartStore.useCart.setState({ cart: cartOf(1) });
  const paying = checkout.payCash(1000);
  kiosk.waiting('checkout.payCash')[0]?.answer(ok(sale));
  await settled();
  const [late] = kiosk.waiting('receipt.get');
  await session.endSession();
  late?.answer(ok({ document: { title: '', locale: 'en', blocks: [] }, html: '', text: '' }));
  await paying;
  expect(checkout.useCheckout.getState().receipt).toBeNull();
});

test('UIX-107 a hand that trembles takes one line out, and not the next', async () => {
  const [first] = cartOf(1).lines;
  if (first === undefined) throw new Error('A cart has a line');
  const next = { ...first, line: { ...first.line, lineId: 'l2' } };
  const clock = vi.spyOn(performance, 'now');
  const touch = (line: typeof first, atMs: number) => {
    clock.mockReturnValue(atMs);
    touches.noteTouch({ atMs, x: 5, y: 5 });
    void cartStore.removeLine(line, 'A');
  };
  touch(first, 0);
  // The row is there still.
  touch(first, 100);
  expect(kiosk.waiting('cart.removeLine')).toHaveLength(1);
  kiosk.waiting('cart.removeLine')[0]?.answer(ok(cartOf(2)));
  await settled();
  touch(next, 200);
  expect(kiosk.waiting('cart.removeLine')).toEqual([]);
  touch(next, 900);
  expect(kiosk.waiting('cart.removeLine')).toHaveLength(1);
  clock.mockRestore();
});
