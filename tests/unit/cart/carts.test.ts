import { expect, test } from 'vitest';
import { createCarts } from '#main/core/cart/carts.ts';
import type { Cart } from '#shared/contract/ipc/cart.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import { memoryCatalog } from '../../helpers/memory-catalog.ts';
import { noAllotments } from '../../helpers/no-allotments.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import {
  brushPriceEnds,
  engravedDesign,
  forbiddenDesign,
  openingTime,
  saleCatalog,
  validDesign,
} from '../../helpers/sale-catalog.ts';
import { manualClock, nextId, recordingEvents } from '../../helpers/sale-devices.ts';

function kiosk() {
  const catalog = memoryCatalog();
  catalog.publish(saleCatalog);
  const clock = manualClock();
  const events = recordingEvents();
  const carts = createCarts({
    catalog,
    clock,
    events,
    allotments: noAllotments,
    logger: recordingLogger(),
  });
  const cartId = nextId();
  const { handlers } = carts;

  return {
    catalog,
    clock,
    events,
    carts,
    handlers,
    cartId,
    command: () => ({ commandId: nextId(), cartId }),
    add: async (sku: string, rest: object = {}) =>
      handlers['cart.addLine']({
        commandId: nextId(),
        cartId,
        lineId: nextId(),
        sku,
        quantity: 1,
        ...rest,
      }),
    cart: async () => value(await handlers['cart.get']({ cartId })),
  };
}

function value<T>(result: Result<T, Fault>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

function code(result: Result<unknown, Fault>): string {
  return result.ok ? 'ok' : result.error.code;
}

const shown = (cart: Cart) => cart.lines.map(({ line }) => [line.sku, line.quantity]);

test('SAL-1 a cart that nobody touched is empty, priced, and not remembered', async () => {
  const { cart, catalog } = kiosk();
  const empty = await cart();
  expect(empty).toMatchObject({ revision: 0, locked: false, lines: [], coupons: [] });
  expect(empty.quote).toMatchObject({ totalMinor: 0, catalogVersion: 1, at: openingTime });
  catalog.publish(saleCatalog);
  expect((await cart()).quote.catalogVersion).toBe(2);
});

test('SAL-1 a cart keeps the catalog version that it began with', async () => {
  const { add, cart, catalog } = kiosk();
  await add('LIPSTICK');
  catalog.publish(
    saleCatalog.map((record) => (record.kind === 'price' ? { ...record, amountMinor: 1 } : record)),
  );
  await add('POLISH');
  expect((await cart()).quote).toMatchObject({ catalogVersion: 1, totalMinor: 1_992 + 999 });
});

test('SAL-1 without a catalog there is no cart', async () => {
  const catalog = memoryCatalog();
  const { handlers } = createCarts({
    catalog,
    clock: manualClock(),
    events: recordingEvents(),
    allotments: noAllotments,
    logger: recordingLogger(),
  });
  expect(code(await handlers['cart.get']({ cartId: nextId() }))).toBe('catalog.unavailable');
});

test('SAL-1 of more than 200 carts the one unused for longest is given up, never a locked one', async () => {
  const { carts, handlers, catalog } = kiosk();
  expect(catalog.currentVersion()).toBe(1);
  const ids = Array.from({ length: 202 }, nextId);
  const put = (cartId: string) => ({
    commandId: nextId(),
    cartId,
    lineId: 'a',
    sku: 'POLISH',
    quantity: 1,
  });
  for (const [index, cartId] of ids.entries()) {
    value(await handlers['cart.addLine'](put(cartId)));
    if (index === 0) value(carts.beginPayment(cartId, 1, nextId()));
  }
  const counts = await Promise.all(
    ids
      .slice(0, 4)
      .map(async (cartId) => value(await handlers['cart.get']({ cartId })).lines.length),
  );
  expect(counts).toEqual([1, 0, 0, 1]);
});

test('SAL-2 a retry answers as the first did and changes nothing', async () => {
  const { handlers, command, cart, events } = kiosk();
  const input = { ...command(), lineId: 'a', sku: 'LIPSTICK', quantity: 2 };
  const first = await handlers['cart.addLine'](input);
  await handlers['cart.addLine']({ ...command(), lineId: 'b', sku: 'POLISH', quantity: 1 });
  const told = events.told.length;
  expect(await handlers['cart.addLine'](input)).toEqual(first);
  expect(shown(await cart())).toEqual([
    ['LIPSTICK', 2],
    ['POLISH', 1],
  ]);
  expect(events.told).toHaveLength(told);
});

test('SAL-2 a failure is repeated too, so that a late retry does nothing', async () => {
  const { handlers, command, add, cart } = kiosk();
  const early = { ...command(), lineId: 'later', quantity: 5 };
  expect(code(await handlers['cart.setQuantity'](early))).toBe('cart.line_not_found');
  await add('LIPSTICK', { lineId: 'later' });
  expect(code(await handlers['cart.setQuantity'](early))).toBe('cart.line_not_found');
  expect(shown(await cart())).toEqual([['LIPSTICK', 1]]);
});

test('SAL-2 after a discard, late retries neither bring the cart back nor empty a new one', async () => {
  const { handlers, command, cartId, cart } = kiosk();
  const adding = { ...command(), lineId: 'a', sku: 'LIPSTICK', quantity: 1 };
  const discarding = { commandId: nextId(), cartId };
  await handlers['cart.addLine'](adding);
  expect(code(await handlers['cart.discard'](discarding))).toBe('ok');
  expect(value(await handlers['cart.addLine'](adding))).toMatchObject({ lines: [], revision: 2 });
  await handlers['cart.addLine']({ ...command(), lineId: 'b', sku: 'POLISH', quantity: 1 });
  expect(code(await handlers['cart.discard'](discarding))).toBe('ok');
  expect(shown(await cart())).toEqual([['POLISH', 1]]);
});

test('SAL-3 the same ready product raises its quantity', async () => {
  const { add, cart } = kiosk();
  await add('LIPSTICK', { lineId: 'first' });
  await add('LIPSTICK', { lineId: 'second', quantity: 2 });
  const { lines } = await cart();
  expect(lines.map(({ line }) => line)).toEqual([
    { lineId: 'first', sku: 'LIPSTICK', quantity: 3 },
  ]);
});

test('SAL-3 each custom product has its own line; a taken line id is refused', async () => {
  const { add, cart } = kiosk();
  await add('SERUM', { lineId: 'a', design: validDesign });
  await add('SERUM', { lineId: 'b', design: validDesign });
  expect(code(await add('POLISH', { lineId: 'a' }))).toBe('input.invalid');
  expect(shown(await cart())).toEqual([
    ['SERUM', 1],
    ['SERUM', 1],
  ]);
});

test('SAL-4 limits: pieces, lines and coupons', async () => {
  const { add, cart, handlers, command } = kiosk();
  await add('LIPSTICK', { quantity: 999 });
  expect(code(await add('LIPSTICK'))).toBe('cart.full');
  for (let made = 1; made < 200; made += 1) await add('SERUM', { design: validDesign });
  expect(code(await add('SERUM', { design: validDesign }))).toBe('cart.full');
  expect((await cart()).lines).toHaveLength(200);
  for (const coupon of ['TEN', 'FREE', 'HUNDRED']) {
    await handlers['cart.addCoupon']({ ...command(), code: coupon });
  }
  expect((await cart()).coupons).toEqual(['TEN', 'FREE', 'HUNDRED']);
});

test('SAL-5 what is not sold here is refused', async () => {
  const { add, cart } = kiosk();
  expect(code(await add('NOTHING'))).toBe('catalog.product_not_found');
  expect(code(await add('BASE'))).toBe('pricing.not_for_sale');
  expect(code(await add('UNPRICED'))).toBe('pricing.not_for_sale');
  expect(await cart()).toMatchObject({ lines: [], revision: 0 });
});

test('SAL-6 a design where it belongs, and nowhere else', async () => {
  const { add } = kiosk();
  expect(code(await add('LIPSTICK', { design: validDesign }))).toBe('design.malformed');
  expect(code(await add('SERUM'))).toBe('design.malformed');
  const other = { ...validDesign, template: 'shampoo' };
  expect(code(await add('SERUM', { design: other }))).toBe('design.malformed');
});

test('SAL-7 only a valid design goes in, and the refusal says what is wrong', async () => {
  const { add, cart, handlers, command } = kiosk();
  const refused = await add('SERUM', { design: forbiddenDesign });
  expect(refused).toMatchObject({
    error: {
      code: 'design.not_valid',
      details: { status: 'invalid', violations: [{ reason: { rule: 'no-niacinamide-with-c' } }] },
    },
  });
  const unfinished = await add('SERUM', { design: { template: 'serum', selections: {} } });
  expect(unfinished).toMatchObject({
    error: { code: 'design.not_valid', details: { status: 'incomplete', missing: ['texture'] } },
  });
  await add('SERUM', { lineId: 'mine', design: validDesign });
  const replaced = await handlers['cart.replaceDesign']({
    ...command(),
    lineId: 'mine',
    design: forbiddenDesign,
  });
  expect(code(replaced)).toBe('design.not_valid');
  expect((await cart()).lines[0]?.line.design).toEqual(validDesign);
});

test('SAL-8 an allergy declared with a line holds for its next design, and shows nowhere', async () => {
  const { add, cart, handlers, command } = kiosk();
  const declaration = { allergies: ['citral'] };
  expect(code(await add('SERUM', { design: engravedDesign, declaration }))).toBe(
    'design.not_valid',
  );
  await add('SERUM', { lineId: 'mine', design: validDesign, declaration });
  const replace = { lineId: 'mine', design: engravedDesign };
  expect(code(await handlers['cart.replaceDesign']({ ...command(), ...replace }))).toBe(
    'design.not_valid',
  );
  expect(JSON.stringify(await cart())).not.toContain('citral');
  const nobody = { ...command(), ...replace, declaration: { allergies: [] } };
  expect(code(await handlers['cart.replaceDesign'](nobody))).toBe('ok');
});

test('SAL-9 a change makes a new revision and a new price, anything else keeps both', async () => {
  const { add, cart, clock, handlers, command, events, cartId } = kiosk();
  await add('SERUM', { lineId: 'mine', design: validDesign });
  clock.advance(1_000);
  await handlers['cart.setQuantity']({ ...command(), lineId: 'mine', quantity: 1 });
  expect(await cart()).toMatchObject({ revision: 1, quote: { at: openingTime } });
  await handlers['cart.setQuantity']({ ...command(), lineId: 'mine', quantity: 2 });
  expect(await cart()).toMatchObject({
    revision: 2,
    quote: { at: openingTime + 1_000, totalMinor: 2 * 3_350 },
  });
  await handlers['cart.replaceDesign']({ ...command(), lineId: 'mine', design: engravedDesign });
  // 30.00 + 2.00 for rich + 3 letters at 0.50.
  expect(await cart()).toMatchObject({ revision: 3, quote: { totalMinor: 2 * 3_350 } });
  await handlers['cart.removeLine']({ ...command(), lineId: 'mine' });
  expect(await cart()).toMatchObject({ revision: 4, lines: [], quote: { totalMinor: 0 } });
  expect(events.told.at(-1)).toEqual({ name: 'cart.changed', payload: { cartId, revision: 4 } });
});

test('SAL-9 lines tell their design in words', async () => {
  const { add, cart } = kiosk();
  await add('SERUM', { design: engravedDesign });
  const [line] = (await cart()).lines;
  expect(line?.product.sku).toBe('SERUM');
  expect(line?.choices.map(({ group, value: chosen }) => [group.en, chosen.en])).toEqual([
    ['Texture', 'Rich'],
    ['Actives', 'Rose oil'],
    ['Engraving', 'Zoé'],
  ]);
});

test('SAL-10 a price that runs out does not make an open cart a dead end', async () => {
  const { add, cart, clock, handlers, command } = kiosk();
  await add('BRUSH', { lineId: 'brush' });
  clock.advance(brushPriceEnds - openingTime);
  expect(code(await add('POLISH', { lineId: 'polish' }))).toBe('ok');
  expect((await cart()).quote).toMatchObject({ totalMinor: 700 + 999, at: openingTime });
  await handlers['cart.removeLine']({ ...command(), lineId: 'brush' });
  expect((await cart()).quote).toMatchObject({ totalMinor: 999, at: brushPriceEnds });
  expect(code(await add('BRUSH'))).toBe('pricing.not_for_sale');
});

test('SAL-5, SAL-10 what comes into an open cart must have its price now', async () => {
  const { add, cart, clock } = kiosk();
  await add('POLISH', { lineId: 'polish' });
  clock.advance(brushPriceEnds - openingTime);
  expect(code(await add('BRUSH', { lineId: 'brush' }))).toBe('pricing.not_for_sale');
  expect((await cart()).lines.map(({ line }) => line.lineId)).toEqual(['polish']);
});

test('SAL-11 coupons: unknown is refused, without effect is kept with its reason', async () => {
  const { add, cart, handlers, command } = kiosk();
  await add('LIPSTICK');
  const unknown = await handlers['cart.addCoupon']({ ...command(), code: 'nope' });
  expect(code(unknown)).toBe('pricing.coupon_unknown');
  await handlers['cart.addCoupon']({ ...command(), code: ' hun dred ' });
  await handlers['cart.addCoupon']({ ...command(), code: 'ten' });
  await handlers['cart.addCoupon']({ ...command(), code: 'TEN' });
  const withBoth = await cart();
  expect(withBoth.coupons).toEqual(['HUNDRED', 'TEN']);
  expect(withBoth.quote.unusedCoupons).toEqual([{ code: 'HUNDRED', reason: 'conditions' }]);
  expect(withBoth.quote.totalMinor).toBe(1_992 - 199);
  await handlers['cart.removeCoupon']({ ...command(), code: 'Ten' });
  await handlers['cart.removeCoupon']({ ...command(), code: 'never-given' });
  expect(await cart()).toMatchObject({ coupons: ['HUNDRED'], revision: 4 });
});

test('SAL-12 while a payment is under way the cart can be read and not changed', async () => {
  const { add, cart, carts, handlers, command } = kiosk();
  await add('LIPSTICK', { lineId: 'a' });
  const paymentId = nextId();
  value(carts.beginPayment((await cart()).cartId, 1, paymentId));
  expect((await cart()).locked).toBe(true);
  const more = { ...command(), lineId: 'a', quantity: 2 };
  expect(code(await handlers['cart.setQuantity'](more))).toBe('cart.locked');
  expect(code(await handlers['cart.discard'](command()))).toBe('cart.locked');
  expect(code(carts.beginPayment((await cart()).cartId, 1, nextId()))).toBe('cart.locked');
  carts.cancelPayment(paymentId);
  expect(code(await handlers['cart.setQuantity'](more))).toBe('ok');
});

test('SAL-21 a payment is for the revision that was seen, of a cart that is not empty', async () => {
  const { add, cart, carts, cartId } = kiosk();
  expect(code(carts.beginPayment(cartId, 0, nextId()))).toBe('cart.empty');
  await add('LIPSTICK');
  expect(code(carts.beginPayment(cartId, 0, nextId()))).toBe('cart.changed');
  const { quote } = await cart();
  const payable = value(carts.beginPayment(cartId, 1, nextId()));
  expect(payable.quote).toEqual(quote);
  expect(payable.basket).toMatchObject({ at: quote.at, lines: [{ sku: 'LIPSTICK' }] });
});

test('SAL-1 a finished payment forgets the cart', async () => {
  const { add, cart, carts, cartId } = kiosk();
  await add('LIPSTICK');
  const paymentId = nextId();
  value(carts.beginPayment(cartId, 1, paymentId));
  carts.finishPayment(paymentId);
  expect(await cart()).toMatchObject({ lines: [], locked: false, revision: 2 });
});

test('SAL-9 SAL-21 the price of a cart that was discarded is never taken for that of a later one', async () => {
  const { add, cart, carts, handlers, command, cartId } = kiosk();
  await add('LIPSTICK');
  const seen = (await cart()).revision;
  value(await handlers['cart.discard'](command()));
  await add('POLISH');
  expect((await cart()).revision).toBeGreaterThan(seen);
  expect(code(carts.beginPayment(cartId, seen, nextId()))).toBe('cart.changed');
});
