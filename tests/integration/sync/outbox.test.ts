import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutboxEvent } from '#main/core/ports/outbox.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import type { CentralClient } from '#main/sync/central-client.ts';
import { pushBatch } from '#main/sync/push.ts';
import { at } from '#shared/lib/at.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { value } from '../../helpers/sale-world.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { peopleWorld, withRawDb } from '../people/people-world.ts';
import { numberedSale } from '../storage/sale-fixture.ts';
import { openStore, publishFull, rawDb, storeOptions, testShop } from '../storage/store-fixture.ts';

/** Every event that the store has, as it lies there. */
function eventRows(file: string) {
  return withRawDb(file, (db) =>
    db.all<{
      readonly device_seq: number;
      readonly id: string;
      readonly type: string;
      readonly schema_version: number;
      readonly payload: string;
      readonly hash: string;
    }>('SELECT * FROM outbox_events ORDER BY device_seq'),
  );
}

test('SYN-2 what a sale tells is numbered without gaps, and has the hash of its content', async () => {
  const world = peopleWorld(tempFolder());
  const orders = [await world.sell(null), await world.sell(), await world.sell(null)];
  const rows = eventRows(world.file);
  expect(rows.map(({ device_seq: seq, type }) => [seq, type])).toEqual([
    [1, 'order.completed'],
    [2, 'order.completed'],
    [3, 'person.recorded'],
    [4, 'order.completed'],
  ]);
  const told = rows.filter(({ type }) => type === 'order.completed');
  expect(told.map(({ payload }) => JSON.parse(payload).orderId)).toEqual(
    orders.map(({ id }) => id),
  );
  for (const { id, device_seq: seq, type, schema_version: version, payload, hash } of rows) {
    const text = JSON.stringify([id, seq, type, version, payload]);
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(canonicalJson(JSON.parse(payload))).toBe(payload);
  }
  await world.close();
});

test('SYN-2 a sale that is not stored tells nothing, and leaves no gap', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const { sales } = openStore(file);
  const [first, second, third] = [numberedSale(1), numberedSale(2), numberedSale(3)];
  value(sales.commit(first.ids, first.finish));
  // Its own event is written before the one whose id is taken.
  const failing = (number: string) => {
    const records = second.finish(number);
    return { ...records, events: [...records.events, ...first.finish(number).events] };
  };
  expect(() => sales.commit(second.ids, failing)).toThrow(/UNIQUE/);
  expect(eventRows(file)).toHaveLength(1);
  value(sales.commit(third.ids, third.finish));
  value(sales.commit(second.ids, second.finish));
  const orders = [...sales.orders()].map(({ id }) => id);
  const rows = eventRows(file);
  expect(rows.map(({ device_seq: seq }) => seq)).toEqual([1, 2, 3]);
  expect(rows.map(({ payload }) => JSON.parse(payload).orderId)).toEqual(orders);
});

test('SYN-2 an event is never changed, whatever becomes of it', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  for (const sale of [1, 2, 3].map((n) => numberedSale(n))) {
    value(store.sales.commit(sale.ids, sale.finish));
  }
  const before = eventRows(file);
  const { outbox } = store;
  outbox.settle(
    [
      { deviceSeq: 1, kind: 'stored', byAnother: false },
      { deviceSeq: 2, kind: 'rejected', code: 'event.malformed', message: 'x' },
      { deviceSeq: 3, kind: 'stored', byAnother: true },
    ],
    1,
  );
  outbox.retry(null);
  outbox.settle([{ deviceSeq: 2, kind: 'stored', byAnother: false }], 2);
  outbox.resendFrom(1);
  expect(eventRows(file)).toEqual(before);
  store.close();
  const again = value(openKioskStore(storeOptions(file)));
  expect(again.outbox.waiting(10, 1e9).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  again.close();
  expect(eventRows(file)).toEqual(before);
});

/** Head office as it stores whatever it is sent; the pushes that it was sent. */
function takingEverything() {
  const pushes: (readonly OutboxEvent[])[] = [];
  const POST = async (_: string, init: { readonly bodySerializer: () => string }) => {
    const { events } = JSON.parse(init.bodySerializer()) as { readonly events: OutboxEvent[] };
    pushes.push(events);
    const answers = events.map(({ id }) => ({ id, status: 'stored' }));
    return { data: { answers, serverTimeMs: 1 }, response: new Response() };
  };
  return { pushes, client: { POST } as unknown as CentralClient };
}

/** A store whose outbox has events with payloads of these sizes, in bytes. */
function outboxOf(sizes: readonly number[]) {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  publishFull(store.catalogWriter(), [testShop]);
  const db = rawDb(file);
  db.immediate(() => {
    for (const [index, size] of sizes.entries()) {
      const bytes = size - '{"text":""}'.length;
      const text = 'é'.repeat(Math.floor(bytes / 2)) + 'x'.repeat(bytes % 2);
      const payload = JSON.stringify({ text });
      db.run(
        `INSERT INTO outbox_events (device_seq, id, type, schema_version, payload, hash)
         VALUES (?, ?, 'order.completed', 1, ?, ?)`,
        index + 1,
        numberedSale(index).shape.orderId,
        payload,
        'e'.repeat(64),
      );
    }
    db.run('UPDATE device SET device_seq = ?', sizes.length);
  });
  return store.outbox;
}

const kib = 1024;

test.each<[string, readonly number[], readonly number[]]>([
  ['500 events', Array.from({ length: 1_203 }, () => 100), [500, 500, 203]],
  ['2 MiB', Array.from({ length: 5 }, () => 900 * kib), [2, 2, 1]],
  ['2 MiB to the byte', [1024 * kib, 1024 * kib, 1024 * kib, 1024 * kib + 1], [2, 1, 1]],
  ['one event that is larger', [100, 3_000 * kib, 100, 100], [1, 1, 2]],
])('SYN-5 a push has up to %s, in their order', async (_, sizes, expected) => {
  const outbox = outboxOf(sizes);
  const { client, pushes } = takingEverything();
  const ports = {
    outbox,
    now: () => 1,
    learnServerTime: () => undefined,
    learnStored: () => undefined,
  };
  for (let push = 0; push < 9 && (await pushBatch(client, ports)) > 0; push += 1);
  expect(pushes.map((events) => events.length)).toEqual(expected);
  const sequence = pushes.flat().map(({ deviceSeq }) => deviceSeq);
  expect(sequence).toEqual(sizes.map((_size, index) => index + 1));
  expect(pushes.flat().map(({ payload }) => Buffer.byteLength(JSON.stringify(payload)))).toEqual(
    sizes,
  );
  expect(at(pushes, 0)[0]).toMatchObject({ id: numberedSale(0).shape.orderId, schemaVersion: 1 });
});
