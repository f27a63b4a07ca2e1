import { expect, test } from 'vitest';
import { giveBack, merge, noAllotment, remaining, sell } from '#shared/domain/stock/allotment.ts';
import { type AllotmentAsk, answerAsk, available } from '#shared/domain/stock/pool.ts';
import { soldOut } from '#shared/domain/stock/sold-out.ts';
import { isLow, targetLevel } from '#shared/domain/stock/target.ts';

const alone = { devices: 1, wantedElsewhere: 0 };

function ask(fields: Partial<AllotmentAsk> = {}): AllotmentAsk {
  return { granted: 0, sold: 0, returned: 0, target: 1, wanted: 0, ...fields };
}

/** A store of `onHand` in which nobody else has anything. */
function pool(onHand: number, known = noAllotment) {
  return { onHand, reserved: 0, allotted: remaining(known) };
}

test('STK-2 a sale takes what remains and is not held, and says what there is', () => {
  const allotment = { granted: 5, sold: 1, returned: 1 };
  expect(sell(allotment, 3)).toEqual({ ok: true, value: { granted: 5, sold: 4, returned: 1 } });
  expect(sell(allotment, 3, 1)).toEqual({ ok: false, error: { remaining: 2 } });
  expect(sell({ granted: 0, sold: 2, returned: 0 }, 1)).toEqual({
    ok: false,
    error: { remaining: 0 },
  });
  expect(() => sell(allotment, 0)).toThrow('0 units can be sold');
});

test('STK-3 of two messages the larger totals count, in whatever order', () => {
  const older = { granted: 5, sold: 1, returned: 0 };
  const newer = { granted: 8, sold: 4, returned: 2 };
  expect(merge(older, newer)).toEqual(newer);
  expect(merge(newer, older)).toEqual(newer);
  expect(merge(newer, newer)).toEqual(newer);
});

test('STK-4 what was sold before there was an allotment is granted with it', () => {
  const { allotment } = answerAsk(pool(10), noAllotment, ask({ sold: 1_000, target: 4 }), alone);
  // Of ten on hand a thousand are not sold any more: they are accounted for when they arrive.
  expect(allotment).toEqual({ granted: 1_000, sold: 0, returned: 0 });
  const reported = { ...allotment, sold: 1_000 };
  const later = answerAsk(pool(10, reported), reported, ask({ sold: 1_000, target: 4 }), alone);
  expect(later.allotment.granted).toBe(1_005);
});

test('STK-27 what a device was granted and head office has forgotten is granted again, and no more', () => {
  const told = ask({ granted: 10, sold: 2, returned: 1, target: 4 });
  const { allotment } = answerAsk(pool(10), noAllotment, told, alone);
  expect(allotment).toEqual({ granted: 10, sold: 0, returned: 1 });
  expect(answerAsk(pool(10, allotment), allotment, told, alone).allotment).toEqual(allotment);
  // What others were given of it meanwhile is missing, and asked back.
  const shared = { ...pool(10), allotted: 6 };
  expect(answerAsk(shared, noAllotment, told, alone)).toMatchObject({
    allotment: { granted: 10 },
    returnTo: 6,
  });
  // An ask that does not say, or comes late, takes nothing away.
  const known = { granted: 12, sold: 2, returned: 1 };
  for (const granted of [0, 10]) {
    const { granted: kept } = answerAsk(
      pool(11, known),
      known,
      { ...told, granted },
      alone,
    ).allotment;
    expect(kept).toBe(12);
  }
});

test('STK-5 giving back stops at what is free', () => {
  const allotment = { granted: 10, sold: 4, returned: 1 };
  expect(giveBack(allotment, 3).returned).toBe(3);
  expect(giveBack(allotment, 99).returned).toBe(6);
  expect(giveBack(allotment, 99, 2).returned).toBe(4);
  expect(giveBack(allotment, 0).returned).toBe(1);
});

test('STK-10 what is available is neither allotted nor reserved', () => {
  expect(available({ onHand: 10, reserved: 2, allotted: 5 })).toBe(3);
  expect(available({ onHand: 1, reserved: 0, allotted: 5 })).toBe(-4);
});

test('STK-12 STK-13 each device gets its share, and the other channels keep one', () => {
  const peers = { devices: 3, wantedElsewhere: 0 };
  const answer = answerAsk(pool(100), noAllotment, ask(), peers);
  expect(answer).toMatchObject({ allotment: { granted: 25 }, level: 25, elsewhere: 75 });
});

test('STK-13 beyond its share a device gets half of what is there but the share of the other channels', () => {
  const peers = { devices: 3, wantedElsewhere: 0 };
  const answer = answerAsk(pool(100), noAllotment, ask({ target: 90 }), peers);
  expect(answer).toMatchObject({ allotment: { granted: 38 }, level: 90 });
  let known = answer.allotment;
  for (let again = 0; again < 20; again += 1) {
    known = answerAsk(pool(100, known), known, ask({ target: 90 }), peers).allotment;
  }
  expect(known.granted).toBe(75);
});

test('STK-13 the last unit goes to whoever asks first', () => {
  const peers = { devices: 3, wantedElsewhere: 0 };
  expect(answerAsk(pool(1), noAllotment, ask(), peers).allotment.granted).toBe(1);
  expect(answerAsk(pool(0), noAllotment, ask(), peers).allotment.granted).toBe(0);
});

test('STK-13 a shopper at a device gets all that is there', () => {
  const peers = { devices: 9, wantedElsewhere: 0 };
  const answer = answerAsk(pool(8), noAllotment, ask({ wanted: 7 }), peers);
  expect(answer.allotment.granted).toBe(7);
  const less = answerAsk(pool(5), noAllotment, ask({ wanted: 7 }), peers);
  expect(less.allotment.granted).toBe(5);
});

test('STK-14 the same ask again, and an older one that comes late, grant nothing more', () => {
  const first = ask({ sold: 2, target: 6, wanted: 5 });
  const { allotment } = answerAsk(pool(40), noAllotment, first, alone);
  expect(answerAsk(pool(40, allotment), allotment, first, alone).allotment).toEqual(allotment);
  const newer = ask({ sold: 4, returned: 3, target: 6 });
  const after = answerAsk(pool(40, allotment), allotment, newer, alone).allotment;
  const late = answerAsk(pool(40, after), after, first, alone).allotment;
  expect(late.returned).toBe(3);
  expect(late.granted - after.granted).toBeLessThanOrEqual(2);
});

test('STK-15 what others need is asked back from a device that does not need it itself', () => {
  const known = { granted: 6, sold: 1, returned: 1 };
  const peers = { devices: 2, wantedElsewhere: 2 };
  const told = ask({ sold: 1, returned: 1, target: 4 });
  expect(answerAsk(pool(4, known), known, told, peers).returnTo).toBe(3);
  const busy = answerAsk(pool(4, known), known, { ...told, wanted: 3 }, peers);
  expect(busy.returnTo).toBe(2);
  const content = answerAsk(pool(6, known), known, told, peers);
  expect(content.returnTo).toBeNull();
});

test('STK-15 what a count did not find is asked back, whoever needs it', () => {
  const known = { granted: 6, sold: 0, returned: 0 };
  const answer = answerAsk(pool(2, known), known, ask({ target: 6, wanted: 6 }), alone);
  expect(answer).toMatchObject({ allotment: known, returnTo: 4, elsewhere: 0 });
});

test('STK-15 STK-24 much more than its level, or all when it gives up, goes back', () => {
  const known = { granted: 30, sold: 0, returned: 2 };
  const surplus = answerAsk(pool(30, known), known, ask({ returned: 2, target: 3 }), {
    devices: 9,
    wantedElsewhere: 0,
  });
  expect(surplus).toMatchObject({ level: 3, returnTo: 27 });
  const leaving = answerAsk(pool(30, known), known, ask({ returned: 2, target: 0 }), alone);
  expect(leaving).toMatchObject({ level: 0, returnTo: 30, allotment: { granted: 30 } });
});

test('STK-16 a device hears what the store has besides', () => {
  const known = { granted: 6, sold: 1, returned: 0 };
  const stock = { onHand: 20, reserved: 3, allotted: 5 + 7 };
  expect(answerAsk(stock, known, ask({ sold: 1, target: 5 }), alone)).toMatchObject({
    allotment: { granted: 9 },
    elsewhere: 20 - 3 - 8,
  });
});

test('STK-20 a device asks for three days of its pace, and for an order at least', () => {
  expect(targetLevel({ quantity: 0, largest: 0, days: 7 })).toBe(1);
  expect(targetLevel({ quantity: 14, largest: 2, days: 7 })).toBe(6);
  expect(targetLevel({ quantity: 14, largest: 9, days: 7 })).toBe(9);
  expect(targetLevel({ quantity: 5, largest: 1, days: 1 })).toBe(15);
});

test('STK-21 low is less than half of the level', () => {
  expect([isLow(0, 1), isLow(1, 1), isLow(2, 5), isLow(3, 5), isLow(0, 0)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

test('STK-30 the fault names each SKU, what was wanted and what remains', () => {
  const short = [
    { sku: 'A', wanted: 3, remaining: 1 },
    { sku: 'B', wanted: 2, remaining: 0 },
  ];
  expect(soldOut(short)).toEqual({
    code: 'stock.sold_out',
    message: 'There is not enough of this left (A: 3 wanted, 1 left; B: 2 wanted, 0 left).',
    details: { short },
  });
});
