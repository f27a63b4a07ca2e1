import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { buildSaleRecords } from '#main/core/checkout/sale-records.ts';
import { sellBasket } from '#main/core/checkout/sell-basket.ts';
import { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { receiptTextsEn } from '#shared/domain/receipt/texts-en.ts';
import { Order } from '#shared/domain/sale/order.ts';
import { reprice } from '#shared/domain/sale/reprice.ts';
import { required } from '#shared/lib/assert.ts';
import { engravedDesign, openingTime, validDesign } from '../../helpers/sale-catalog.ts';
import { nextId } from '../../helpers/sale-devices.ts';
import { code, filledCart, openSaleWorld, value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

function kiosk(
  ...options: Parameters<typeof openSaleWorld> extends [string, ...infer R] ? R : never
) {
  const world = openSaleWorld(tempFolder(), ...options);
  const { handlers } = world.checkout;
  return {
    world,
    handlers,
    pay: (cart: { readonly cartId: string; readonly revision: number }) => ({
      commandId: nextId(),
      paymentId: nextId(),
      cartId: cart.cartId,
      revision: cart.revision,
    }),
  };
}

test('SAL-20 SAL-30 SAL-32 SAL-36 a cash sale: change, number, order, receipt, and a sound store', async () => {
  const { world, handlers, pay } = kiosk();
  await world.printQueue.stop();
  const cart = await filledCart(
    world,
    { sku: 'LIPSTICK', quantity: 2 },
    { sku: 'SERUM', quantity: 3, design: validDesign },
  );
  expect(cart.totalMinor).toBe(2 * 1_992 + 3 * 3_350);
  const sale = value(await handlers['checkout.payCash']({ ...pay(cart), tenderedMinor: 15_000 }));
  // 140.34 is rounded to 140.35 in cash.
  expect(sale).toMatchObject({ number: 'D1-000001', totalMinor: 14_035, currency: 'EUR' });
  expect(sale.payments).toMatchObject([
    { kind: 'cash', amountMinor: 14_035, tenderedMinor: 15_000, changeMinor: 965 },
  ]);

  const order = world.store.sales.order(sale.orderId);
  expect(order).toMatchObject({ soldAt: openingTime, cashRoundingMinor: 1, device: 'D1' });
  expect(Compile(Order).Check(order)).toBe(true);
  const { document: receipt } = required(
    world.store.printLedger.next(),
    'the print job of the sale',
  );
  const shown = value(await handlers['receipt.get']({ orderId: sale.orderId }));
  expect(shown.document).toEqual(receipt);
  expect(shown.text).toContain('Receipt D1-000001');
  expect(world.store.check()).toEqual([]);
  await world.close();
});

test('SAL-20 too little cash is refused, and the cart stays as it was', async () => {
  const { world, handlers, pay } = kiosk();
  const cart = await filledCart(world, { sku: 'LIPSTICK' });
  const refused = await handlers['checkout.payCash']({ ...pay(cart), tenderedMinor: 1_985 });
  expect(refused).toMatchObject({
    error: { code: 'payment.insufficient', details: { dueMinor: 1_990, tenderedMinor: 1_985 } },
  });
  expect([...world.store.sales.orders()]).toEqual([]);
  const enough = await handlers['checkout.payCash']({ ...pay(cart), tenderedMinor: 1_990 });
  expect(code(enough)).toBe('ok');
  await world.close();
});

test('SAL-20 a retry of a cash payment is the same sale', async () => {
  const { world, handlers, pay } = kiosk();
  const payment = { ...pay(await filledCart(world, { sku: 'POLISH' })), tenderedMinor: 2_000 };
  const first = await handlers['checkout.payCash'](payment);
  expect(await handlers['checkout.payCash'](payment)).toEqual(first);
  expect([...world.store.sales.orders()]).toHaveLength(1);
  await world.close();
});

test('SAL-21 the price that was shown is charged, minutes later too; another revision is refused', async () => {
  const { world, handlers, pay } = kiosk();
  const cart = await filledCart(world, { sku: 'BRUSH' });
  world.clock.advance(3_600_000);
  const stale = { ...pay(cart), revision: 0, tenderedMinor: 700 };
  expect(code(await handlers['checkout.payCash'](stale))).toBe('cart.changed');
  const sale = value(await handlers['checkout.payCash']({ ...pay(cart), tenderedMinor: 700 }));
  const order = world.store.sales.order(sale.orderId);
  expect(order).toMatchObject({
    totalMinor: 700,
    quote: { at: openingTime },
    soldAt: openingTime + 3_600_000,
  });
  await world.close();
});

test('SAL-22 a sale that costs nothing needs no terminal', async () => {
  const { world, handlers, pay } = kiosk();
  const { cartId } = await filledCart(world, { sku: 'LIPSTICK' });
  const coupon = { commandId: nextId(), cartId, code: 'FREE' };
  const { revision } = value(await world.carts.handlers['cart.addCoupon'](coupon));
  const sale = value(await handlers['checkout.payCard'](pay({ cartId, revision })));
  expect(sale).toMatchObject({ totalMinor: 0, payments: [{ kind: 'cash', amountMinor: 0 }] });
  expect(world.store.sales.openPaymentIds()).toEqual([]);
  const { text } = value(await handlers['receipt.get']({ orderId: sale.orderId }));
  expect(text).toContain('€0.00');
  expect(text).not.toContain('Cash');
  await world.close();
});

test('SAL-23 SAL-29 a card sale keeps scheme, reference and four digits', async () => {
  const { world, handlers, pay } = kiosk({ auto: 'approve' });
  const payment = pay(await filledCart(world, { sku: 'LIPSTICK' }));
  const sale = value(await handlers['checkout.payCard'](payment));
  expect(sale).toMatchObject({
    totalMinor: 1_992,
    payments: [{ id: payment.paymentId, kind: 'card', scheme: 'VISA', maskedPan: '**** 4242' }],
  });
  expect(world.store.sales.intent(payment.paymentId)?.state).toBe('committed');
  expect(world.events.told.filter(({ name }) => name === 'payment.changed')).toMatchObject([
    { payload: { stage: 'waitingForCard', amountMinor: 1_992 } },
    { payload: { stage: 'authorizing' } },
    { payload: { stage: 'approved' } },
  ]);
  expect(world.store.check()).toEqual([]);
  await world.close();
});

test('SAL-31 SAL-33 SAL-34 SAL-35 what a sale writes, and what it does not tell head office', async () => {
  const { world, handlers, pay } = kiosk({ auto: 'approve' });
  const cart = await filledCart(
    world,
    { sku: 'LIPSTICK', quantity: 2 },
    { sku: 'SERUM', quantity: 3, design: validDesign },
    { sku: 'SERUM', design: engravedDesign },
  );
  const { orderId } = value(await handlers['checkout.payCard'](pay(cart)));
  const order = world.store.sales.order(orderId);
  if (order === null) throw new Error('the order was not stored');

  const catalog = world.store.catalog.pricingCatalog(order.quote.catalogVersion, [
    'LIPSTICK',
    'SERUM',
  ]);
  if (catalog === null) throw new Error('the catalog is gone');
  const customer = { id: 'C-77', segments: ['vip'] };
  const sale = { ...order, orderId, basket: { ...order.basket, customer } };
  const stamp = { device: 'D1', number: 'D1-000001', soldAt: order.soldAt, eventId: nextId() };
  const records = buildSaleRecords(sale, stamp, catalog, receiptTextsEn);

  expect(records.movements).toEqual([
    { sku: 'BASE', quantity: -(3 * 25_000 + 20_000) },
    { sku: 'LIPSTICK', quantity: -2 },
    { sku: 'NIACINAMIDE', quantity: -2_700 },
  ]);
  expect(records.journal).toMatchObject({
    type: 'sale.completed',
    payload: { orderId, number: 'D1-000001', totalMinor: order.totalMinor },
  });
  const [event] = records.events;
  expect(event).toMatchObject({ type: 'order.completed', schemaVersion: 1 });
  expect([...Compile(OrderCompletedV1).Errors(event?.payload)]).toEqual([]);
  const told = JSON.stringify(event?.payload);
  for (const personal of ['Zoé', 'C-77', 'vip', '4242', 'engraving":"']) {
    expect(told).not.toContain(personal);
  }
  expect(told).toContain('"rose-oil"');
  await world.close();
});

test('SAL-40 a stored order reprices to the same quote, and a difference is named', async () => {
  const { world, handlers, pay } = kiosk({ auto: 'approve' });
  const { cartId } = await filledCart(
    world,
    { sku: 'LIPSTICK', quantity: 3 },
    { sku: 'SERUM', design: engravedDesign },
  );
  const coupon = { commandId: nextId(), cartId, code: 'TEN' };
  const { revision } = value(await world.carts.handlers['cart.addCoupon'](coupon));
  value(await handlers['checkout.payCard'](pay({ cartId, revision })));
  const [order] = [...world.store.sales.orders()];
  if (order === undefined) throw new Error('the order was not stored');
  const catalog = world.store.catalog.pricingCatalog(1, ['LIPSTICK', 'SERUM']);
  if (catalog === null) throw new Error('the catalog is gone');
  expect(reprice(order, catalog)).toEqual({ same: true });

  const prices = new Map(catalog.prices);
  prices.set('LIPSTICK', []);
  expect(reprice(order, { ...catalog, prices })).toMatchObject({ same: false });
  const changed = { ...order, quote: { ...order.quote, totalMinor: order.quote.totalMinor + 1 } };
  expect(reprice(changed, catalog)).toEqual({ same: false, differences: ['/totalMinor'] });
  await world.close();
});

test('SAL-41 a whole basket is checked, priced, paid and stored at once', async () => {
  const { world } = kiosk({ auto: 'approve' });
  const basket = (sku: string, extra: object = {}) => ({
    lines: [{ lineId: 'line-1', sku, quantity: 1, ...extra }],
    coupons: [],
    at: openingTime,
  });
  const cash = { kind: 'cash', tenderedMinor: 5_000 } as const;
  const card = { kind: 'card' } as const;
  const sold = [
    value(await sellBasket(world.ports, basket('LIPSTICK'), cash)),
    value(await sellBasket(world.ports, basket('SERUM', { design: validDesign }), card)),
  ];
  expect(sold.map(({ number, totalMinor }) => [number, totalMinor])).toEqual([
    ['D1-000001', 1_990],
    ['D1-000002', 3_350],
  ]);

  const refused = [
    await sellBasket(world.ports, basket('SERUM'), card),
    await sellBasket(world.ports, basket('BASE'), card),
    await sellBasket(world.ports, { ...basket('POLISH'), coupons: ['NOPE'] }, card),
    await sellBasket(world.ports, { ...basket('POLISH'), lines: [] }, card),
    await sellBasket(world.ports, basket('POLISH'), { kind: 'cash', tenderedMinor: 1 }),
  ];
  expect(refused.map(code)).toEqual([
    'design.malformed',
    'pricing.not_for_sale',
    'pricing.coupon_unknown',
    'cart.empty',
    'payment.insufficient',
  ]);
  expect([...world.store.sales.orders()]).toEqual(sold);
  expect(world.store.check()).toEqual([]);
  await world.close();
});
