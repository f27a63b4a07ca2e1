import { expect, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { stockProjection } from '#central/jobs/stock-projection.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed } from '../../helpers/central-events.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();

test('ING-1 an event is stored once, however often it comes', async () => {
  const { client } = await central.device('berlin');
  const event = pushedEvent(1, completedOrder({ store: 'berlin' }));
  const push = () =>
    client.POST('/v1/device/events', { body: { events: [event], sentAtMs: Date.now() } });
  const first = await push();
  const again = await push();
  expect(first.data?.answers).toEqual([{ id: event.id, status: 'stored' }]);
  expect(again.data?.answers).toEqual([{ id: event.id, status: 'duplicate' }]);
  const office = await central.client(['orders:read']);
  const { data } = await office.GET('/v1/orders', { params: { query: { store: 'berlin' } } });
  expect(data?.items.map(({ id, totalMinor }) => ({ id, totalMinor }))).toEqual([
    { id: event.payload.orderId, totalMinor: 4_233 },
  ]);
});

test('ING-2 the same id with another content is refused, and the first one stays', async () => {
  const { client } = await central.device('berlin');
  const event = pushedEvent(1, completedOrder({ store: 'berlin' }));
  const other = pushedEvent(1, completedOrder({ store: 'berlin', totalMinor: 1 }), event.id);
  const { data } = await client.POST('/v1/device/events', {
    body: { events: [event, other], sentAtMs: Date.now() },
  });
  expect(data?.answers.map(({ status, code }) => code ?? status)).toEqual([
    'stored',
    'event.conflict',
  ]);
  const later = await client.POST('/v1/device/events', {
    body: { events: [other], sentAtMs: Date.now() },
  });
  expect(later.data?.answers[0]).toMatchObject({ status: 'rejected', code: 'event.conflict' });
});

test('ING-3 a bad event is answered with its reason, and the others are stored', async () => {
  const { client } = await central.device('berlin');
  const good = pushedEvent(1, completedOrder({ store: 'berlin' }));
  const foreign = pushedEvent(2, completedOrder({ store: 'paris' }));
  const wrongHash = {
    ...pushedEvent(3, completedOrder({ store: 'berlin' })),
    hash: 'f'.repeat(64),
  };
  const unknown = pushedEvent(4, { store: 'berlin' }, undefined, 'order.imagined');
  const malformed = pushedEvent(5, { ...completedOrder({ store: 'berlin' }), totalMinor: 'x' });
  const nul = pushedEvent(6, completedOrder({ store: 'berlin', number: 'A\u0000B' }));
  const last = pushedEvent(7, completedOrder({ store: 'berlin' }));
  const { data } = await client.POST('/v1/device/events', {
    body: {
      events: [good, foreign, wrongHash, unknown, malformed, nul, 'nonsense', last],
      sentAtMs: Date.now(),
    },
  });
  expect(data?.answers.map(({ id, status, code }) => [id, code ?? status])).toEqual([
    [good.id, 'stored'],
    [foreign.id, 'event.store_foreign'],
    [wrongHash.id, 'event.hash_wrong'],
    [unknown.id, 'event.unknown_type'],
    [malformed.id, 'event.malformed'],
    [nul.id, 'event.unprocessable'],
    [null, 'event.malformed'],
    [last.id, 'stored'],
  ]);
});

test('ING-4 a second event about an order that is known is refused', async () => {
  const { client } = await central.device('berlin');
  const order = completedOrder({ store: 'berlin' });
  const push = (deviceSeq: number) =>
    client.POST('/v1/device/events', {
      body: { events: [pushedEvent(deviceSeq, order)], sentAtMs: Date.now() },
    });
  expect((await push(1)).data?.answers[0]?.status).toBe('stored');
  expect((await push(2)).data?.answers[0]).toMatchObject({ code: 'event.order_known' });
});

test('ING-3 no amount, quantity or time is more than can be worked with', async () => {
  const { client } = await central.device('berlin');
  const payment = { id: crypto.randomUUID(), kind: 'cash' as const };
  const wrong: Parameters<typeof completedOrder>[0][] = [
    { store: 'berlin', totalMinor: 1e300 },
    { store: 'berlin', subtotalMinor: -1e16 },
    { store: 'berlin', taxMinor: 1e16 },
    { store: 'berlin', soldAt: 8.64e15 },
    { store: 'berlin', pricedAt: -1 },
    { store: 'berlin', payments: [{ ...payment, amountMinor: 1e16 }] },
    { store: 'berlin', movements: [{ sku: 'A', quantity: 1e300 }] },
    { store: 'berlin', movements: [{ sku: 'A', quantity: -1e13 }] },
  ];
  const { data } = await client.POST('/v1/device/events', {
    body: {
      events: wrong.map((order, index) => pushedEvent(index + 1, completedOrder(order))),
      sentAtMs: Date.now(),
    },
  });
  expect(data?.answers.map(({ code }) => code)).toEqual(wrong.map(() => 'event.malformed'));
});

test('STK-43 a clock that is millennia off still gives a moment', async () => {
  const { client } = await central.device('berlin');
  const movements = [{ sku: 'OLD-CLOCK', quantity: -1 }];
  const order = completedOrder({ store: 'berlin', soldAt: 0, movements });
  await client.POST('/v1/device/events', {
    body: { events: [pushedEvent(1, order)], sentAtMs: 253_402_300_799_999 },
  });
  await settleFeed(central);
  while ((await consumeBatch(central, stockProjection(central))) > 0);
  const moved = await central.db
    .selectFrom('stock_movements')
    .select(['quantity', 'at'])
    .where('sku', '=', 'OLD-CLOCK')
    .execute();
  expect(moved).toEqual([{ quantity: -1, at: new Date(0) }]);
});
