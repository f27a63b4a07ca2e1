import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Check } from 'typebox/value';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { centralEvent } from '#central/core/feed/central-event.ts';
import { createServer } from '#central/http/server.ts';
import { feedAfter, feedStart } from '#central/storage/feed.ts';
import { CloudEvent } from '#shared/contract/api/cloud-events.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { settleFeed, storedSale, storeEvents } from '../../helpers/central-events.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import { seededRandom } from '../../helpers/random.ts';

const central = startTestCentral();
const orders = 'com.blendbar.order.completed.v1';
const payments = 'com.blendbar.payment.captured.v1';

type Query = NonNullable<paths['/v1/feed']['get']['parameters']['query']>;

/** Asks for pages of the feed with a key of its own. */
async function feedReader() {
  const client = await central.client(['feed:read']);
  return async (query: Query, settle = true) => {
    if (settle) await settleFeed(central);
    const { data, error } = await client.GET('/v1/feed', { params: { query } });
    if (data === undefined) throw new Error(JSON.stringify(error));
    return data;
  };
}

/** A store of its own, so that the tests of this file do not see each other's events. */
let stores = 0;
function newStore(): string {
  stores += 1;
  return `feed-${stores}`;
}

test('EVO-20 what a device pushed comes out as CloudEvents, in order, with where to go on', async () => {
  const store = newStore();
  const { client, id: deviceId } = await central.device(store);
  const first = pushedEvent(1, completedOrder({ store }));
  const second = pushedEvent(2, completedOrder({ store }));
  await client.POST('/v1/device/events', {
    body: { events: [first, second], sentAtMs: Date.now() },
  });
  const read = await feedReader();
  const page = await read({ store });
  expect(page.items.map(({ type, subject }) => [type, subject])).toEqual([
    [orders, first.payload.orderId],
    [payments, first.payload.orderId],
    [orders, second.payload.orderId],
    [payments, second.payload.orderId],
  ]);
  expect(page.items[0]).toMatchObject({
    id: first.id,
    source: `/stores/${store}/devices/${deviceId}`,
    store,
  });
  for (const item of page.items) expect(Check(CloudEvent, item)).toBe(true);
  const next = await read({ store, cursor: page.nextCursor });
  expect(next).toEqual({ items: [], nextCursor: page.nextCursor, hasMore: false });
});

test('EVO-21 pages of every size give the same events, and none twice', async () => {
  const store = newStore();
  const twoPayments = [1_000, 3_233].map((amountMinor) => ({
    id: uuidv7(),
    kind: 'cash' as const,
    amountMinor,
  }));
  await storeEvents(
    central,
    [1, 2, 3, 4, 5].map(() => storedSale(store, { payments: twoPayments })),
  );
  const read = await feedReader();
  const whole = await read({ store, limit: 500 });
  expect(whole.items).toHaveLength(15);
  for (const limit of [1, 2, 3, 4, 7]) {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await read({ store, limit, ...(cursor === undefined ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items.map(({ id }) => id));
      if (!page.hasMore && page.items.length === 0) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
  }
});

test('EVO-22 types and store are filters; the cursor passes what was not wanted', async () => {
  const [store, other] = [newStore(), newStore()];
  const sale = storedSale(store, {
    movements: [{ sku: 'LIP-01', quantity: -1 }],
  });
  const erased = centralEvent('person.erased', { store, personId: uuidv7() } as { store: string });
  await storeEvents(central, [sale, erased, storedSale(other)]);
  const read = await feedReader();
  const ids = async (query: Query) => (await read(query)).items.map(({ type }) => type.slice(13));
  expect(await ids({ store })).toEqual([
    'order.completed.v1',
    'payment.captured.v1',
    'stock.moved.v1',
    'person.erased.v1',
  ]);
  expect(await ids({ store, types: [payments] })).toEqual(['payment.captured.v1']);
  expect(
    await ids({ store, types: ['com.blendbar.stock.moved.v1', 'com.blendbar.person.erased.v1'] }),
  ).toEqual(['stock.moved.v1', 'person.erased.v1']);
  const nothing = await read({ store: 'never-sold' });
  expect(nothing.items).toEqual([]);
  const [sameEnd] = [await read({ cursor: nothing.nextCursor })];
  expect(sameEnd.items).toEqual([]);
});

test('EVO-14 goods that came by hand, and what another channel sold, are events too, once', async () => {
  const store = newStore();
  const stock = await central.client(['stock:write']);
  const receipt = { id: uuidv7(), store, sku: 'SERUM-30', quantity: 12, kind: 'receipt' as const };
  for (let times = 0; times < 2; times += 1) {
    await stock.POST('/v1/stock/movements', { body: { movements: [receipt] } });
  }
  const reservation = { id: uuidv7(), store, lines: [{ sku: 'SERUM-30', quantity: 2 }] };
  await stock.POST('/v1/stock/reservations', { body: reservation });
  for (let times = 0; times < 2; times += 1) {
    await stock.POST('/v1/stock/reservations/{id}/commit', {
      params: { path: { id: reservation.id } },
      body: {},
    });
  }
  const read = await feedReader();
  const { items } = await read({ store });
  expect(items.map(({ type, source, subject }) => [type, source, subject])).toEqual([
    ['com.blendbar.stock.moved.v1', '/central', receipt.id],
    ['com.blendbar.stock.moved.v1', '/central', reservation.id],
  ]);
  expect(items.map(({ data }) => data)).toMatchObject([
    { reason: 'receipt', movements: [{ sku: 'SERUM-30', quantity: 12 }] },
    { reason: 'reservation', movements: [{ sku: 'SERUM-30', quantity: -2 }] },
  ]);
});

test('EVO-23 of two transactions the one that began first and commits last is not skipped', async () => {
  const store = newStore();
  const [early, late] = [storedSale(store), storedSale(store)];
  const slow = await central.database.pool.connect();
  const insert = `INSERT INTO events
    (store, id, device, device_seq, type, schema_version, payload, hash, received_at)
    VALUES ($1, $2, NULL, NULL, $3, 1, $4::json, decode($5, 'hex'), now())`;
  const read = await feedReader();
  try {
    await slow.query('BEGIN');
    await slow.query(insert, [store, early.id, early.type, early.payload, early.hash]);
    await storeEvents(central, [late]);
    // Committed, but something may yet come to stand before it.
    const meanwhile = await read({ store, types: [orders] }, false);
    expect(meanwhile.items).toEqual([]);
    await slow.query('COMMIT');
    const after = await read({ store, types: [orders], cursor: meanwhile.nextCursor });
    expect(after.items.map(({ id }) => id)).toEqual([early.id, late.id]);
  } finally {
    slow.release();
  }
});

test('EVO-23 transactions are ordered as numbers: 1000 comes after 999', async () => {
  const store = newStore();
  const sold = [9, 10, 99, 100, 101].map((xid) => ({ xid, sale: storedSale(store) }));
  await storeEvents(central, sold.map(({ sale }) => sale).reverse());
  for (const { xid, sale } of sold) {
    await sql`UPDATE events SET xid = ${String(xid)}::xid8 WHERE id = ${sale.id}`.execute(
      central.db,
    );
  }
  const read = await feedReader();
  for (const limit of [1, 2, 10]) {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const place = cursor === undefined ? {} : { cursor };
      const page = await read({ store, types: [orders], limit, ...place });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (!page.hasMore) break;
    }
    expect(seen).toEqual(sold.map(({ sale }) => sale.id));
  }
});

test('EVO-23 a reader beside eight writers gets each event once, in one order', async () => {
  const store = newStore();
  const random = seededRandom(20_261_125);
  const written: string[] = [];
  let writing = 8;
  const writers = Array.from({ length: writing }, async () => {
    for (let batch = 0; batch < 12; batch += 1) {
      const events = Array.from({ length: 1 + Math.floor(random() * 5) }, () => storedSale(store));
      await central.db.transaction().execute(async (transaction) => {
        for (const event of events) {
          await sql`
            INSERT INTO events
              (store, id, device, device_seq, type, schema_version, payload, hash, received_at)
            VALUES (${store}, ${event.id}, NULL, NULL, ${event.type}, 1, ${event.payload}::json,
              decode(${event.hash}, 'hex'), now())
          `.execute(transaction);
          await pause(random() * 8);
        }
      });
      written.push(...events.map(({ id }) => id));
    }
    writing -= 1;
  });
  const read = await feedReader();
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let idle = 0; idle < 2; ) {
    const page = await read(
      {
        store,
        types: [orders],
        limit: 1 + Math.floor(random() * 20),
        ...(cursor === undefined ? {} : { cursor }),
      },
      writing === 0,
    );
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    idle = writing === 0 && page.items.length === 0 && !page.hasMore ? idle + 1 : 0;
  }
  await Promise.all(writers);
  expect(new Set(seen).size).toBe(seen.length);
  expect([...seen].sort()).toEqual([...written].sort());
  const again: string[] = [];
  for (let place: string | undefined; ; ) {
    const page = await read({
      store,
      types: [orders],
      limit: 500,
      ...(place === undefined ? {} : { cursor: place }),
    });
    again.push(...page.items.map(({ id }) => id));
    if (!page.hasMore) break;
    place = page.nextCursor;
  }
  expect(again).toEqual(seen);
});

test('EVO-24 a cursor goes on after a restart, and in another cluster’s epoch', async () => {
  const store = newStore();
  const [before, after, epochLater] = [storedSale(store), storedSale(store), storedSale(store)];
  await storeEvents(central, [before]);
  const read = await feedReader();
  const { nextCursor } = await read({ store, types: [orders] });
  await storeEvents(central, [after]);
  const client = await central.client(['feed:read']);
  const another = await createServer(central, { tls: null, trustProxy: false });
  try {
    const url = await another.listen({ host: '127.0.0.1', port: 0 });
    await settleFeed(central);
    const { data } = await client.GET('/v1/feed', {
      baseUrl: url,
      params: { query: { store, types: [orders], cursor: nextCursor } },
    });
    expect(data?.items.map(({ id }) => id)).toEqual([after.id]);
  } finally {
    await another.close();
  }
  const page = await read({ store, types: [orders], cursor: nextCursor });
  await sql`INSERT INTO feed_epochs VALUES (2, 'another cluster', now())`.execute(central.db);
  await storeEvents(central, [epochLater]);
  // Transactions of the new cluster count from the beginning.
  await sql`UPDATE events SET xid = '5' WHERE id = ${epochLater.id}`.execute(central.db);
  const next = await read({ store, types: [orders], cursor: page.nextCursor });
  expect(next.items.map(({ id }) => id)).toEqual([epochLater.id]);
});

test('EVO-25 who waits is answered as soon as there is something, or after the time', async () => {
  const store = newStore();
  const read = await feedReader();
  const empty = await read({ store });
  const began = performance.now();
  const waiting = read({ store, cursor: empty.nextCursor, wait: 10, types: [orders] });
  await pause(300);
  const [id] = await storeEvents(central, [storedSale(store)]);
  const page = await waiting;
  expect(page.items.map((item) => item.id)).toEqual([id]);
  expect(performance.now() - began).toBeLessThan(5_000);
  const late = performance.now();
  const nothing = await read({ store, cursor: page.nextCursor, wait: 1, types: [orders] });
  expect(nothing.items).toEqual([]);
  expect(performance.now() - late).toBeGreaterThan(900);
});

test('EVO-25 a server that closes lets nobody wait on', async () => {
  const client = await central.client(['feed:read']);
  const another = await createServer(central, { tls: null, trustProxy: false });
  const url = await another.listen({ host: '127.0.0.1', port: 0 });
  const began = performance.now();
  const waiting = client.GET('/v1/feed', {
    baseUrl: url,
    params: { query: { store: 'never-sold', wait: 20 } },
  });
  await pause(300);
  await another.close();
  const { data } = await waiting;
  expect(data?.items).toEqual([]);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test('EVO-26 a cursor that is not of the feed, and types that are not there, are refused', async () => {
  const client = await central.client(['feed:read']);
  const cursors = [
    ['nonsense'],
    [0, '18446744073709551616', 0],
    [0, '-1', 0],
    [0, 1, 0],
    [0, '1', 0, -1],
    [0, '1', 0, 0, 0],
    [2_147_483_648, '1', 0],
  ].map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
  for (const cursor of ['x', ...cursors]) {
    const { response, error } = await client.GET('/v1/feed', { params: { query: { cursor } } });
    expect([response.status, error?.code]).toEqual([400, 'input.invalid']);
  }
  const unknown = { types: ['com.blendbar.order.imagined.v1'] } as unknown as Query;
  const { response } = await client.GET('/v1/feed', { params: { query: unknown } });
  expect(response.status).toBe(400);
  const stranger = await central.client(['orders:read']);
  expect((await stranger.GET('/v1/feed')).response.status).toBe(403);
});

test('EVO-27 a look passes over 10,000 foreign events at most, out of the index', async () => {
  const store = newStore();
  const template = storedSale(newStore());
  await sql`
    INSERT INTO events (store, id, type, schema_version, payload, hash, received_at)
    SELECT ${template.store}, gen_random_uuid(), 'order.completed', 1, ${template.payload}::json,
      decode(${template.hash}, 'hex'), now()
    FROM generate_series(1, 25000)
  `.execute(central.db);
  const [id] = await storeEvents(central, [storedSale(store)]);
  await settleFeed(central);
  let looks = 0;
  let after = feedStart;
  const found: string[] = [];
  for (let more = true; more; looks += 1) {
    const read = await feedAfter(central.db, { after, store, limit: 10 });
    found.push(...read.events.map((event) => event.id));
    after = read.end ?? after;
    more = read.more;
  }
  expect(found).toEqual([id]);
  expect(looks).toBe(3);
});

test('EVO-27 a look costs the same however much lies behind the cursor', async () => {
  // Behind this cursor are the 25,000 of the test before, all of its epoch: the planner expects none.
  await sql`ANALYZE events`.execute(central.db);
  const client = await central.database.pool.connect();
  const look = async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM feed_window(2, '3'::xid8, 1, 100)`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
    return {
      found: plan['Actual Rows'],
      blocks: Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks']),
    };
  };
  try {
    // The first one looks the function itself up.
    await look();
    const { found, blocks } = await look();
    expect(found).toBe(1);
    expect(blocks).toBeLessThan(100);
  } finally {
    client.release();
  }
});
