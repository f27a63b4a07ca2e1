import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { applyPublishedCounts } from '#central/core/stock/apply-counts.ts';
import { auditHash } from '#central/storage/audit.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { countStock, projectStock } from '../../helpers/central-stock.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();

let stores = 0;
/** A store of its own for each test. */
function newStore(): string {
  stores += 1;
  return `store-${stores}`;
}

const countedAt = Date.UTC(2026, 0, 1);

const count = (store: string, quantities: Readonly<Record<string, number>>, at = countedAt) =>
  countStock(central, store, quantities, at);
const project = () => projectStock(central);

async function stockOf(store: string, sku?: string) {
  const client = await central.client(['stock:read']);
  const query = { store, ...(sku === undefined ? {} : { sku }) };
  const { data } = await client.GET('/v1/stock', { params: { query } });
  return data?.items ?? [];
}

async function onHand(store: string, sku: string) {
  return (await stockOf(store, sku))[0]?.onHand;
}

async function sell(
  { client }: TestDevice,
  store: string,
  movements: readonly { sku: string; quantity: number }[],
  fields: { readonly soldAt?: number; readonly skewMs?: number } = {},
) {
  const { soldAt = Date.now(), skewMs = 0 } = fields;
  const event = pushedEvent(1, completedOrder({ store, soldAt, movements: [...movements] }));
  const body = { events: [event], sentAtMs: Date.now() + skewMs };
  const { data } = await client.POST('/v1/device/events', { body });
  expect(data?.answers[0]?.status).toBe('stored');
  return event;
}

const receipt = (store: string, quantity: number, sku = 'A') =>
  ({ id: uuidv7(), store, sku, quantity, kind: 'receipt' }) as const;

async function record(...movements: readonly object[]) {
  const client = await central.client(['stock:write']);
  // Also what is wrong is sent.
  return client.POST('/v1/stock/movements', { body: { movements } as never });
}

test('STK-40 STK-41 what a device sells leaves the stock once, and is in the ledger', async () => {
  const store = newStore();
  const device = await central.device(store);
  await count(store, { A: 10, B: 5_000 });
  const event = await sell(device, store, [
    { sku: 'A', quantity: -2 },
    { sku: 'B', quantity: -1_250 },
  ]);
  await project();
  await central.db.updateTable('feed_consumers').set({ epoch: 0, xid: '0', seq: 0 }).execute();
  await project();
  expect(await stockOf(store)).toMatchObject([
    { sku: 'A', counted: 10, countedAt: '2026-01-01T00:00:00.000Z', onHand: 8, available: 8 },
    { sku: 'B', onHand: 3_750 },
  ]);
  const ledger = await central.db
    .selectFrom('stock_movements')
    .selectAll()
    .where('store', '=', store)
    .orderBy('sku')
    .execute();
  const allotments = await central.db
    .selectFrom('stock_allotments')
    .select(['sku', 'granted', 'sold'])
    .where('device', '=', device.id)
    .orderBy('sku')
    .execute();
  expect(allotments).toEqual([
    { sku: 'A', granted: 2, sold: 2 },
    { sku: 'B', granted: 1_250, sold: 1_250 },
  ]);
  expect(ledger).toMatchObject([
    { id: event.id, kind: 'sale', quantity: -2, device: device.id, reason: null },
    { id: event.id, kind: 'sale', quantity: -1_250, order_id: event.payload.orderId },
  ]);
});

test('STK-41 an order that tells no movements moves nothing, and holds up no other', async () => {
  const store = newStore();
  const device = await central.device(store);
  const body = { events: [pushedEvent(1, completedOrder({ store }))], sentAtMs: Date.now() };
  await device.client.POST('/v1/device/events', { body });
  await sell(device, store, [{ sku: 'A', quantity: -1 }]);
  await project();
  // Never counted, so nothing limits it; what moved is known.
  expect(await stockOf(store)).toEqual([
    {
      store,
      sku: 'A',
      counted: null,
      countedAt: null,
      onHand: null,
      allotted: 0,
      reserved: 0,
      available: null,
    },
  ]);
  await count(store, { A: 3 }, Date.now() - 3_600_000);
  expect(await onHand(store, 'A')).toBe(2);
});

test('STK-42 the newer count counts, with every movement after it', async () => {
  const store = newStore();
  await count(store, { A: 10 });
  const monday = Date.UTC(2026, 1, 2);
  const at = (days: number) => new Date(monday + days * 86_400_000).toISOString();
  await record({ ...receipt(store, 5), at: at(0) }, { ...receipt(store, 7), at: at(2) });
  expect(await onHand(store, 'A')).toBe(22);
  await count(store, { A: 4 }, monday + 86_400_000);
  expect(await onHand(store, 'A')).toBe(11);
  // An older one, as a catalog that is rolled back brings it, and the same again.
  await count(store, { A: 10 });
  await count(store, { A: 4 }, monday + 86_400_000);
  expect(await onHand(store, 'A')).toBe(11);
  // Of the same moment, corrected.
  await count(store, { A: 5 }, monday + 86_400_000);
  expect(await onHand(store, 'A')).toBe(12);
  // What is told late of before the count was counted already.
  await record({ ...receipt(store, 100), at: at(0) });
  expect(await onHand(store, 'A')).toBe(12);
});

test('STK-42 publishing a catalog version takes its counts over, of one store or of all', async () => {
  const [north, south] = [newStore(), newStore()];
  const version = 900;
  await central.db
    .insertInto('catalog_records')
    .values(
      [north, south].flatMap((store) =>
        Array.from({ length: 1_200 }, (_, n) => {
          const sku = `S${n}`;
          const doc = { kind: 'stock', sku, store, quantity: n, countedAt };
          return {
            kind: 'stock' as const,
            key: `${sku}|${store}`,
            from_version: version,
            to_version: null,
            store,
            hash: '',
            doc: JSON.stringify(doc),
          };
        }),
      ),
    )
    .execute();
  const apply = (store: string | null) =>
    central.db
      .transaction()
      .execute((db) => applyPublishedCounts(db, [{ version, store }], new Date()));
  expect(await apply(north)).toBe(1_200);
  expect(await onHand(north, 'S1199')).toBe(1_199);
  expect(await stockOf(south)).toEqual([]);
  expect(await apply(null)).toBe(1_200);
  expect(await onHand(south, 'S7')).toBe(7);
  expect(await apply(null)).toBe(0);
  expect(
    await central.db
      .transaction()
      .execute((db) => applyPublishedCounts(db, [{ version: 1, store: null }], new Date())),
  ).toBe(0);
  await central.db.deleteFrom('catalog_records').where('from_version', '=', version).execute();
});

test('STK-43 when it was sold is told by our clock, not by the device’s', async () => {
  const store = newStore();
  const device = await central.device(store);
  const now = Date.now();
  await count(store, { A: 10 }, now - 60_000);
  const hourMs = 3_600_000;
  // Sold half a minute ago by a clock that is an hour behind, and by one that is an hour ahead.
  const soldAt = now - 30_000;
  const slow = { soldAt: soldAt - hourMs, skewMs: -hourMs };
  await sell(device, store, [{ sku: 'A', quantity: -1 }], slow);
  await project();
  expect(await onHand(store, 'A')).toBe(9);
  await sell(device, store, [{ sku: 'A', quantity: -1 }], { soldAt: soldAt + hourMs, skewMs: 0 });
  await project();
  // Counted now: both were sold before.
  await count(store, { A: 8 }, Date.now() + 1);
  expect(await onHand(store, 'A')).toBe(8);
});

test('STK-44 STK-45 a movement is recorded once for its id, and audited', async () => {
  const store = newStore();
  await count(store, { A: 1 });
  const came = receipt(store, 5);
  const first = await record({ ...came, reason: 'delivery 77' });
  expect(first.data?.movements).toEqual([{ id: came.id, status: 'recorded' }]);
  const again = await record(came, receipt(store, 1, 'B'));
  expect(again.data?.movements.map(({ status }) => status)).toEqual(['duplicate', 'recorded']);
  const twice = receipt(store, 2);
  const both = await record(twice, twice);
  expect(both.data?.movements.map(({ status }) => status)).toEqual(['recorded', 'duplicate']);
  expect(await onHand(store, 'A')).toBe(8);

  const other = await record(receipt(store, 9), { ...came, quantity: 6 });
  expect(other.response.status).toBe(409);
  expect(other.error).toMatchObject({ code: 'stock.conflict', details: { id: came.id } });
  // All or nothing.
  expect(await onHand(store, 'A')).toBe(8);

  const entries = await central.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'stock.recorded')
    .orderBy('seq')
    .execute();
  const ours = entries.filter((entry) => JSON.stringify(entry.details).includes(came.id));
  expect(ours).toHaveLength(1);
  expect(ours[0]?.details).toMatchObject({ quantity: 5, reason: 'delivery 77' });
  const [entry] = ours;
  if (entry === undefined) throw new Error('nothing was audited');
  const { seq, at, actor, action, details, previous_hash: previousHash, hash } = entry;
  expect(actor).toMatch(/^key:/);
  expect(
    auditHash({
      seq,
      atMs: at.getTime(),
      actor,
      action,
      details: JSON.stringify(details),
      previousHash,
    }),
  ).toBe(hash);
});

test('STK-46 what is not there cannot go', async () => {
  const store = newStore();
  await count(store, { A: 3 });
  const lost = (quantity: number) => ({ ...receipt(store, -quantity), kind: 'adjustment' });
  expect((await record(lost(3))).response.status).toBe(200);
  const refused = await record(receipt(store, 1, 'B'), lost(1));
  expect(refused.error).toMatchObject({
    status: 409,
    code: 'stock.below_zero',
    details: { store, sku: 'A' },
  });
  expect(await stockOf(store)).toMatchObject([{ sku: 'A', onHand: 0 }]);
  // Of what was never counted nobody knows how much there is.
  expect((await record({ ...lost(1), sku: 'C' })).response.status).toBe(200);
});

test('STK-44 a movement that is none is refused', async () => {
  const store = newStore();
  for (const wrong of [
    receipt(store, 0),
    receipt(store, -1),
    { ...receipt(store, 1), at: '2099-01-01T00:00:00.000Z' },
    { ...receipt(store, 1), at: '2026-02-30T99:00:00.000Z' },
    { ...receipt(store, 1), at: '0000-01-01T00:00:00.000Z' },
    { ...receipt(store, 1), reason: 'a\u0000b' },
    { ...receipt(store, 1), kind: 'sale' },
    { ...receipt(store, 1), quantity: 1.5 },
    { ...receipt(store, 1), id: 'x' },
  ]) {
    const { response, error } = await record(wrong);
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ code: 'input.invalid' });
  }
  expect(await stockOf(store)).toEqual([]);
});

test('STK-44 API-6 a day that no calendar has is no moment, and which movement has it is told', async () => {
  const store = newStore();
  const on = (day: string) =>
    record(receipt(store, 1), { ...receipt(store, 2), at: `${day}:00.000Z` });
  for (const day of [
    '2026-02-31T10:00',
    '2026-02-29T10:00',
    '2026-04-31T10:00',
    '2026-03-01T24:00',
  ]) {
    const { error } = await on(day);
    expect(error).toMatchObject({ status: 400, detail: 'body/movements/1/at is no moment' });
  }
  expect(await stockOf(store)).toEqual([]);
  expect((await on('2024-02-29T10:00')).response.status).toBe(200);
});

test('STK-47 stock is listed page by page, and only with the right scope', async () => {
  const store = newStore();
  await count(store, { C: 3, A: 1, B: 2, 'a-1': 4 });
  const client = await central.client(['stock:read']);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { store, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await client.GET('/v1/stock', { params: { query } });
    seen.push(...(data?.items.map(({ sku }) => sku) ?? []));
    cursor = data?.nextCursor;
  } while (cursor !== undefined);
  expect(seen).toEqual(['A', 'B', 'C', 'a-1']);
  const wrong = await client.GET('/v1/stock', {
    params: { query: { store, cursor: 'eyJ4IjoxfQ' } },
  });
  expect(wrong.response.status).toBe(400);
  const stranger = await central.client(['orders:read']);
  const refused = await stranger.GET('/v1/stock', { params: { query: { store } } });
  expect(refused.response.status).toBe(403);
  const reader = await client.POST('/v1/stock/movements', {
    body: { movements: [receipt(store, 1)] },
  });
  expect(reader.response.status).toBe(403);
});
