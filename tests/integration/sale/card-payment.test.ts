import { expect, test } from 'vitest';
import type { SaleStore } from '#main/core/ports/sale-store.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import {
  charges,
  code,
  filledCart,
  openSaleWorld,
  type SaleWorld,
  type SaleWorldOptions,
  value,
} from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

async function atTheTerminal(options: SaleWorldOptions = {}) {
  const folder = tempFolder();
  const world = openSaleWorld(folder, options);
  const { cartId, revision } = await filledCart(world, { sku: 'LIPSTICK' });
  const payment = { commandId: nextId(), paymentId: nextId(), cartId, revision };
  return {
    folder,
    world,
    payment,
    pay: () => world.checkout.handlers['checkout.payCard'](payment),
  };
}

async function isLocked({ carts }: SaleWorld, cartId: string): Promise<boolean> {
  return value(await carts.handlers['cart.get']({ cartId })).locked;
}

const orders = ({ store }: SaleWorld) => [...store.sales.orders()];

test('SAL-12 SAL-24 the cart is locked while the terminal waits, and sold when it approves', async () => {
  const { world, payment, pay } = await atTheTerminal();
  const paying = pay();
  expect(world.terminal.state()).toEqual({ state: 'waitingForCard', amountMinor: 1_992 });
  expect(await isLocked(world, payment.cartId)).toBe(true);
  world.terminal.answer('approve');
  expect(value(await paying)).toMatchObject({ number: 'D1-000001', totalMinor: 1_992 });
  const after = await world.carts.handlers['cart.get']({ cartId: payment.cartId });
  expect(value(after)).toMatchObject({ locked: false, lines: [] });
  await world.close();
});

test.each([
  ['decline', 'payment.declined', 'declined'],
  ['timeout', 'payment.timeout', 'timeout'],
] as const)('SAL-24 %s: nothing charged, the cart is free again', async (auto, answered, state) => {
  const { folder, world, payment, pay } = await atTheTerminal({ auto });
  expect(code(await pay())).toBe(answered);
  expect(world.store.sales.intent(payment.paymentId)?.state).toBe(state);
  expect(await isLocked(world, payment.cartId)).toBe(false);
  expect([orders(world).length, charges(folder, payment.paymentId)]).toEqual([0, 0]);
  // The same payment stays what it was; the cart can be paid with another.
  world.terminal.setAuto('approve');
  expect(code(await pay())).toBe(answered);
  const another = { ...payment, commandId: nextId(), paymentId: nextId() };
  expect(code(await world.checkout.handlers['checkout.payCard'](another))).toBe('ok');
  await world.close();
});

test('SAL-24 SAL-72 the shopper can cancel while the terminal waits', async () => {
  const { world, payment, pay } = await atTheTerminal();
  const paying = pay();
  const { paymentId, cartId } = payment;
  await world.checkout.handlers['checkout.cancelCard']({ commandId: nextId(), paymentId });
  expect(code(await paying)).toBe('payment.cancelled');
  expect(await isLocked(world, cartId)).toBe(false);
  await world.close();
});

test('SAL-25 a lost answer keeps the cart locked until the terminal tells', async () => {
  const { folder, world, payment, pay } = await atTheTerminal({ auto: 'loseAnswer' });
  expect(code(await pay())).toBe('payment.unsettled');
  expect(await isLocked(world, payment.cartId)).toBe(true);
  expect(world.store.sales.intent(payment.paymentId)?.state).toBe('unsettled');
  const settle = { commandId: nextId(), paymentId: payment.paymentId };
  const sale = value(await world.checkout.handlers['checkout.settle'](settle));
  expect(sale).toMatchObject({ number: 'D1-000001', totalMinor: 1_992 });
  expect(value(await pay())).toEqual(sale);
  expect(await isLocked(world, payment.cartId)).toBe(false);
  expect([orders(world).length, charges(folder, payment.paymentId)]).toEqual([1, 1]);
  await world.close();
});

test('SAL-25 a retry joins the payment that is under way', async () => {
  const { folder, world, payment, pay } = await atTheTerminal();
  const both = [pay(), pay()];
  world.terminal.answer('approve');
  const [first, second] = await Promise.all(both);
  expect(second).toEqual(first);
  expect([orders(world).length, charges(folder, payment.paymentId)]).toEqual([1, 1]);
  await world.close();
});

test('SAL-25 a terminal that fails is like a lost answer', async () => {
  let broken = true;
  const { world, pay } = await atTheTerminal({
    auto: 'approve',
    terminal: (real) => ({
      ...real,
      authorize: async (request, onStage) => {
        const answer = await real.authorize(request, onStage);
        if (broken) throw new Error('the cable was pulled');
        return answer;
      },
      lookup: async (paymentId) => (broken ? { outcome: 'lost' } : real.lookup(paymentId)),
    }),
  });
  expect(code(await pay())).toBe('payment.unsettled');
  expect(code(await pay())).toBe('payment.unsettled');
  broken = false;
  expect(code(await pay())).toBe('ok');
  expect(orders(world)).toHaveLength(1);
  await world.close();
});

test('SAL-23 when the intent cannot be written, the terminal is not asked', async () => {
  const full = err(fault('store.full', 'The disk is full.'));
  const { folder, world, payment, pay } = await atTheTerminal({
    auto: 'approve',
    sales: (real) => ({ ...real, beginIntent: () => full }),
  });
  expect(code(await pay())).toBe('store.full');
  expect(charges(folder, payment.paymentId)).toBe(0);
  expect(await isLocked(world, payment.cartId)).toBe(false);
  await world.close();
});

test('SAL-26 approved on a full disk: stays open, and becomes the sale when there is room', async () => {
  let isFull = false;
  const full = err(fault('store.full', 'The disk is full.'));
  const { folder, world, payment, pay } = await atTheTerminal({
    auto: 'approve',
    sales: (real) => ({
      ...real,
      beginIntent(intent, movements) {
        const begun = real.beginIntent(intent, movements);
        isFull = true;
        return begun;
      },
      commit: (sale, finish) => (isFull ? full : real.commit(sale, finish)),
      setIntentState: (id, state) => (isFull ? full : real.setIntentState(id, state)),
    }),
  });
  const settle = { commandId: nextId(), paymentId: payment.paymentId };
  expect(await pay()).toMatchObject({
    error: { code: 'payment.unsettled', details: { reason: 'store.full' } },
  });
  expect(code(await world.checkout.handlers['checkout.settle'](settle))).toBe('payment.unsettled');
  expect(world.store.sales.openPaymentIds()).toHaveLength(1);
  isFull = false;
  await world.checkout.settleOpenPayments();
  expect(value(await world.checkout.handlers['checkout.settle'](settle)).totalMinor).toBe(1_992);
  expect([orders(world).length, charges(folder, payment.paymentId)]).toEqual([1, 1]);
  expect(world.store.sales.openPaymentIds()).toEqual([]);
  await world.close();
});

test('SAL-27 a charge that can never become an order is given back', async () => {
  const { world, payment, pay } = await atTheTerminal({
    auto: 'approve',
    sales: (real) => ({
      ...real,
      commit() {
        throw new Error('Invariant broken: on purpose');
      },
    }),
  });
  expect(code(await pay())).toBe('payment.reversed');
  expect(await world.terminal.lookup(payment.paymentId)).toEqual({ outcome: 'cancelled' });
  expect(world.store.sales.intent(payment.paymentId)?.state).toBe('reversed');
  expect(await isLocked(world, payment.cartId)).toBe(false);
  expect(orders(world)).toEqual([]);
  await world.close();
});

test('SAL-27 an error after the sale was written is no reason to give the money back', async () => {
  const { world, payment, pay } = await atTheTerminal({
    auto: 'approve',
    sales: (real) => ({
      ...real,
      commit(...sale: Parameters<SaleStore['commit']>) {
        real.commit(...sale);
        throw new Error('the disk fell off right after');
      },
    }),
  });
  expect(code(await pay())).toBe('ok');
  expect(await world.terminal.lookup(payment.paymentId)).toMatchObject({ outcome: 'approved' });
  expect(orders(world)).toHaveLength(1);
  await world.close();
});

test('SAL-28 a payment that nobody knows is not found; one that was never asked is closed', async () => {
  const { folder, world, payment } = await atTheTerminal();
  const settle = world.checkout.handlers['checkout.settle'];
  expect(code(await settle({ commandId: nextId(), paymentId: nextId() }))).toBe('order.not_found');
  const { basket, quote } = value(
    world.carts.beginPayment(payment.cartId, payment.revision, payment.paymentId),
  );
  const intent = {
    paymentId: payment.paymentId,
    orderId: nextId(),
    basket,
    quote,
    amountMinor: quote.totalMinor,
    currency: quote.currency,
    createdAt: world.clock.now(),
    state: 'pending',
  } as const;
  expect(world.store.sales.beginIntent(intent, [])).toEqual({ ok: true, value: true });
  const settled = await settle({ commandId: nextId(), paymentId: payment.paymentId });
  expect(code(settled)).toBe('payment.cancelled');
  expect([orders(world).length, charges(folder, payment.paymentId)]).toEqual([0, 0]);
  expect(await isLocked(world, payment.cartId)).toBe(false);
  await world.close();
});

test('SAL-28 a payment that another process has closed is not approved afterwards', async () => {
  const { folder, world, payment, pay } = await atTheTerminal();
  const paying = pay();
  const other = openSaleWorld(folder, { clock: world.clock });
  const settled = await other.checkout.handlers['checkout.settle'](payment);
  expect(code(settled)).toBe('payment.cancelled');
  world.terminal.answer('approve');
  expect(code(await paying)).toBe('payment.cancelled');
  expect([orders(world).length, charges(folder, payment.paymentId)]).toEqual([0, 0]);
  expect(await isLocked(world, payment.cartId)).toBe(false);
  other.close();
  await world.close();
});

test('SAL-28 a terminal that cannot forbid a payment leaves it open', async () => {
  const { world, payment, pay } = await atTheTerminal({
    terminal: (real) => ({
      ...real,
      authorize: async () => ({ outcome: 'lost' }),
      reverse: async () => 'lost',
    }),
  });
  expect(code(await pay())).toBe('payment.unsettled');
  expect(code(await pay())).toBe('payment.unsettled');
  expect(world.store.sales.openPaymentIds()).toHaveLength(1);
  expect(await isLocked(world, payment.cartId)).toBe(true);
  await world.close();
});

test('SAL-29 a terminal that tells too much: only four digits are kept', async () => {
  const { world, pay } = await atTheTerminal({
    auto: 'approve',
    terminal: (real) => ({
      ...real,
      async authorize(request, onStage) {
        const answer = await real.authorize(request, onStage);
        if (answer.outcome !== 'approved') return answer;
        const maskedPan = '4111 1111 1111 1234';
        return { ...answer, maskedPan, reference: `AUTH ${maskedPan} OK`, scheme: 'VISA' };
      },
    }),
  });
  expect(value(await pay()).payments).toMatchObject([
    { maskedPan: '**** 1234', reference: 'AUTH **** 1234 OK' },
  ]);
  expect(JSON.stringify(orders(world))).not.toContain('1111');
  await world.close();
});

test('SAL-29 one payment id is either cash or card', async () => {
  const { world, payment, pay } = await atTheTerminal({ auto: 'decline' });
  expect(code(await pay())).toBe('payment.declined');
  const cash = { ...payment, tenderedMinor: 5_000 };
  expect(code(await world.checkout.handlers['checkout.payCash'](cash))).toBe('cart.locked');
  expect(orders(world)).toEqual([]);
  await world.close();
});
