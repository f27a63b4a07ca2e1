import { expect, test } from 'vitest';
import { sellBasket } from '#main/core/checkout/sell-basket.ts';
import { openingTime, validDesign } from '../../helpers/sale-catalog.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import {
  charges,
  code,
  filledCart,
  openSaleWorld,
  type SaleWorld,
  value,
} from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { publishDelta } from '../storage/store-fixture.ts';

const store = 'berlin';

function kiosk(options: Parameters<typeof openSaleWorld>[1] = {}) {
  const folder = tempFolder();
  return { folder, world: openSaleWorld(folder, options) };
}

/** As if head office had said so. */
function grant(world: SaleWorld, sku: string, granted: number, elsewhere = 0): void {
  const news = { store, sku, granted, sold: 0, returned: 0, level: granted, returnTo: null };
  value(world.store.allotmentLedger.apply([{ ...news, elsewhere }], world.clock.now()));
}

const add = (world: SaleWorld, cartId: string, sku: string, rest: object = {}) =>
  world.carts.handlers['cart.addLine']({
    commandId: nextId(),
    cartId,
    lineId: nextId(),
    sku,
    quantity: 1,
    ...rest,
  });

const pay = (cart: { readonly cartId: string; readonly revision: number }) => ({
  commandId: nextId(),
  paymentId: nextId(),
  cartId: cart.cartId,
  revision: cart.revision,
});

const free = (world: SaleWorld, sku: string) => world.store.allotments.free(store, sku);

test('STK-31 a cart takes what remains and no more, and says what there is not enough of', async () => {
  const { world } = kiosk();
  grant(world, 'POLISH', 3);
  const cartId = nextId();
  value(await add(world, cartId, 'POLISH', { quantity: 2 }));
  const refused = await add(world, cartId, 'POLISH', { quantity: 2 });
  expect(refused).toMatchObject({
    error: {
      code: 'stock.sold_out',
      message: 'There is not enough of this left (POLISH: 4 wanted, 3 left).',
      details: { short: [{ sku: 'POLISH', wanted: 4, remaining: 3 }] },
    },
  });
  const cart = value(await add(world, cartId, 'POLISH'));
  expect(cart.lines.map(({ line }) => line.quantity)).toEqual([3]);
  const lineId = cart.lines[0]?.line.lineId ?? '';
  const set = (quantity: number) =>
    world.carts.handlers['cart.setQuantity']({ commandId: nextId(), cartId, lineId, quantity });
  expect(code(await set(4))).toBe('stock.sold_out');
  expect(code(await set(1))).toBe('ok');
  await world.close();
});

test('STK-31 a refusal may be tried again under the same id, when there is more', async () => {
  const { world } = kiosk();
  grant(world, 'POLISH', 0);
  const wanted = { commandId: nextId(), cartId: nextId(), lineId: nextId(), sku: 'POLISH' };
  const put = () => world.carts.handlers['cart.addLine']({ ...wanted, quantity: 1 });
  expect(code(await put())).toBe('stock.sold_out');
  grant(world, 'POLISH', 1);
  expect(code(await put())).toBe('ok');
  await world.close();
});

test('STK-31 the components of designs count together, and taking out always works', async () => {
  const { world } = kiosk();
  // One serum takes 25,000 of the base.
  grant(world, 'BASE', 60_000);
  const cartId = nextId();
  const design = { design: validDesign };
  value(await add(world, cartId, 'SERUM', design));
  const { lines } = value(await add(world, cartId, 'SERUM', design));
  expect(await add(world, cartId, 'SERUM', design)).toMatchObject({
    error: { details: { short: [{ sku: 'BASE', wanted: 75_000, remaining: 60_000 }] } },
  });
  const [first] = lines;
  const lineId = first?.line.lineId ?? '';
  const replace = (texture: string) =>
    world.carts.handlers['cart.replaceDesign']({
      commandId: nextId(),
      cartId,
      lineId,
      design: { template: 'serum', selections: { ...validDesign.selections, texture } },
    });
  // A rich one takes less; then somebody else buys, and the light one cannot come back.
  value(await replace('rich'));
  const news = { store, sku: 'BASE', granted: 60_000, sold: 20_000, returned: 0, level: 1 };
  value(
    world.store.allotmentLedger.apply([{ ...news, returnTo: null, elsewhere: 0 }], openingTime),
  );
  expect(code(await replace('light'))).toBe('stock.sold_out');
  const remove = { commandId: nextId(), cartId, lineId };
  expect(code(await world.carts.handlers['cart.removeLine'](remove))).toBe('ok');
  await world.close();
});

test('STK-32 of two carts with the last one, the first to pay gets it; the other is not charged', async () => {
  const { folder, world } = kiosk({ auto: 'approve' });
  grant(world, 'POLISH', 1);
  const { handlers } = world.checkout;
  const [mine, yours, theirs] = [
    await filledCart(world, { sku: 'POLISH' }),
    await filledCart(world, { sku: 'POLISH' }),
    await filledCart(world, { sku: 'POLISH' }),
  ];
  value(await handlers['checkout.payCash']({ ...pay(mine), tenderedMinor: 1_000 }));
  const cash = await handlers['checkout.payCash']({ ...pay(yours), tenderedMinor: 1_000 });
  expect(cash).toMatchObject({
    error: { code: 'stock.sold_out', details: { short: [{ sku: 'POLISH', remaining: 0 }] } },
  });
  const payment = pay(theirs);
  expect(code(await handlers['checkout.payCard'](payment))).toBe('stock.sold_out');
  expect(charges(folder, payment.paymentId)).toBe(0);
  expect(world.store.sales.intent(payment.paymentId)).toBeNull();
  expect([...world.store.sales.orders()]).toHaveLength(1);
  // Both carts are free, and can be paid when more has come.
  const { locked } = value(await world.carts.handlers['cart.get']({ cartId: theirs.cartId }));
  expect(locked).toBe(false);
  grant(world, 'POLISH', 3);
  value(await handlers['checkout.payCash']({ ...pay(yours), tenderedMinor: 1_000 }));
  value(await handlers['checkout.payCard'](pay(theirs)));
  expect(free(world, 'POLISH')).toBe(0);
  expect(world.store.check()).toEqual([]);
  await world.close();
});

test('STK-32 selling a basket at once is refused in the same way', async () => {
  const { world } = kiosk();
  grant(world, 'POLISH', 1);
  const basket = (quantity: number) => ({
    lines: [{ lineId: 'l1', sku: 'POLISH', quantity }],
    coupons: [],
    at: openingTime,
  });
  const cash = { kind: 'cash', tenderedMinor: 10_000 } as const;
  expect(code(await sellBasket(world.ports, basket(2), cash))).toBe('stock.sold_out');
  expect(code(await sellBasket(world.ports, basket(1), cash))).toBe('ok');
  expect(free(world, 'POLISH')).toBe(0);
  await world.close();
});

test('STK-33 a card payment holds its goods from before the terminal is asked until it ends', async () => {
  const { world } = kiosk();
  grant(world, 'POLISH', 2);
  const { handlers } = world.checkout;
  const card = pay(await filledCart(world, { sku: 'POLISH' }));
  const paying = handlers['checkout.payCard'](card);
  await expect.poll(() => world.terminal.state().state).toBe('waitingForCard');
  expect(free(world, 'POLISH')).toBe(1);
  expect(code(await add(world, nextId(), 'POLISH', { quantity: 2 }))).toBe('stock.sold_out');

  world.terminal.answer('decline');
  expect(code(await paying)).toBe('payment.declined');
  expect(free(world, 'POLISH')).toBe(2);
  expect(world.store.check()).toEqual([]);
  await world.close();
});

test('STK-33 STK-34 what a lost answer holds stays held through a restart, and is sold when it is found out', async () => {
  const { folder, world } = kiosk({ auto: 'loseAnswer' });
  grant(world, 'POLISH', 1);
  const card = pay(await filledCart(world, { sku: 'POLISH' }));
  expect(code(await world.checkout.handlers['checkout.payCard'](card))).toBe('payment.unsettled');
  expect(free(world, 'POLISH')).toBe(0);
  // Head office wants everything back: what is held is not given.
  const news = { store, sku: 'POLISH', granted: 1, sold: 0, returned: 0, level: 1, elsewhere: 0 };
  value(world.store.allotmentLedger.apply([{ ...news, returnTo: 1 }], openingTime));
  await world.close();

  const again = openSaleWorld(folder, { clock: world.clock, auto: 'approve' });
  expect(free(again, 'POLISH')).toBe(0);
  await again.checkout.settleOpenPayments();
  expect([...again.store.sales.orders()]).toHaveLength(1);
  expect(charges(folder, card.paymentId)).toBe(1);
  const [told] = again.store.allotmentLedger.due(Number.MAX_SAFE_INTEGER, 10);
  expect(told).toMatchObject({ sku: 'POLISH', granted: 1, sold: 1, returned: 0 });
  expect(again.store.check()).toEqual([]);
  await again.close();
});

test('STK-35 the number that is shown is what this kiosk may sell and what the rest of the store has', async () => {
  const { world } = kiosk();
  const shown = () => world.store.catalog.stock(1, 'POLISH');
  expect(shown()).toBeNull();
  grant(world, 'POLISH', 3, 7);
  expect(shown()).toBe(10);
  value(
    await world.checkout.handlers['checkout.payCash']({
      ...pay(await filledCart(world, { sku: 'POLISH', quantity: 2 })),
      tenderedMinor: 5_000,
    }),
  );
  expect(shown()).toBe(8);
  await world.close();
});

test('STK-36 what a shopper asked for in vain is asked of head office', async () => {
  const { world } = kiosk();
  const { allotmentLedger } = world.store;
  grant(world, 'POLISH', 1);
  grant(world, 'BASE', 10_000);
  const due = () =>
    allotmentLedger.due(world.clock.now(), 10).map(({ sku, wanted }) => [sku, wanted]);
  expect(due()).toEqual([]);
  await add(world, nextId(), 'POLISH', { quantity: 4 });
  expect(due()).toEqual([['POLISH', 4]]);
  const unlimited = await filledCart(world, { sku: 'LIPSTICK', quantity: 900 });
  expect(unlimited.totalMinor).toBe(900 * 1_992);
  grant(world, 'POLISH', 4);
  expect(due()).toEqual([]);

  // Refused at the payment, it is noted as well.
  const [mine, yours] = [
    await filledCart(world, { sku: 'POLISH', quantity: 4 }),
    await filledCart(world, { sku: 'POLISH', quantity: 3 }),
  ];
  const { handlers } = world.checkout;
  value(await handlers['checkout.payCash']({ ...pay(mine), tenderedMinor: 5_000 }));
  await handlers['checkout.payCash']({ ...pay(yours), tenderedMinor: 5_000 });
  expect(due()).toEqual([['POLISH', 3]]);
  await world.close();
});

test('STK-6 without an allotment nothing is refused, and what the store file counts is shown', async () => {
  const { world } = kiosk();
  const { catalog, allotmentLedger } = world.store;
  // Another SKU has one: that says nothing of these.
  grant(world, 'BRUSH', 0);
  const countedAt = world.clock.now() - 1;
  const count = { kind: 'stock', sku: 'POLISH', store, quantity: 5, countedAt } as const;
  publishDelta(world.store.catalogWriter(), [count]);
  const shown = (sku: string) => catalog.stock(catalog.currentVersion(), sku);
  const sell = async (sku: string, quantity: number) => {
    const cart = await filledCart(world, { sku, quantity });
    value(
      await world.checkout.handlers['checkout.payCash']({ ...pay(cart), tenderedMinor: 1_000_000 }),
    );
  };
  expect(shown('POLISH')).toBe(5);
  await sell('POLISH', 3);
  expect(shown('POLISH')).toBe(2);
  // More than was counted: somebody holds it in their hands.
  await sell('POLISH', 4);
  expect(shown('POLISH')).toBe(-2);
  // Of what was never counted nobody knows how much there is.
  await sell('LIPSTICK', 300);
  expect(shown('LIPSTICK')).toBeNull();
  expect(free(world, 'POLISH')).toBeNull();
  expect(free(world, 'LIPSTICK')).toBeNull();
  expect(allotmentLedger.due(world.clock.now(), 10).map(({ sku }) => sku)).not.toContain('POLISH');
  expect(code(await add(world, nextId(), 'BRUSH'))).toBe('stock.sold_out');
  await world.close();
});
