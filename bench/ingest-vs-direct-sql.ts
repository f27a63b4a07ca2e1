import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { openDatabase } from '#central/storage/database.ts';
import type { OutboxEvent } from '#main/core/ports/outbox.ts';
import { answered } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { generateDeviceKey } from '#main/sync/device-key.ts';
import { pushBody } from '#main/sync/push-body.ts';
import { openCentralWorld, openDemoKiosk, saleEvents } from './central-world.ts';
import { demoStoreId } from './demo-shop.ts';

const batchSize = 500;
const batches = 20;
const warmUps = 4;

/**
 * Events a second over HTTP (signed, compressed, validated, hashes checked, each once) over a plain batched
 * upsert of as many rows of the same size into the same tables. In turns, one batch at a time each.
 */
export async function benchIngest(): Promise<{
  ingest_vs_direct_sql: number;
  ingest_events_per_s: number;
}> {
  const world = await openCentralWorld();
  const database = openDatabase(world.databaseUrl, { poolSize: 2, onError: () => undefined });
  try {
    const store = demoStoreId();
    const shop = openDemoKiosk(join(world.folder, 'kiosk.db'));
    shop.store.close();
    const key = generateDeviceKey();
    const issued = await issueEnrolCode(
      { db: database.db, now: Date.now },
      { store, name: 'bench', actor: 'bench' },
    );
    const signer = { key, keyId: key.publicKey, serverNow: Date.now };
    const { deviceId } = await answered(
      createCentralClient(world.backend.url, signer).POST('/v1/enrolments', {
        body: {
          code: issued.code,
          publicKey: key.publicKey,
          deviceCode: 'D1',
          appVersion: 'bench',
        },
      }),
    );
    const client = createCentralClient(world.backend.url, { ...signer, keyId: deviceId });

    let httpMs = 0;
    let directMs = 0;
    for (let batch = 0; batch < warmUps + batches; batch += 1) {
      const over = [...saleEvents(shop.payload, batchSize, 1 + batch * batchSize)];
      const body = pushBody(over, Date.now());
      const httpBegan = performance.now();
      const { answers } = await answered(
        client.POST('/v1/device/events', {
          body: { events: [], sentAtMs: 0 },
          bodySerializer: () => body,
        }),
      );
      const tookHttpMs = performance.now() - httpBegan;
      assert(answers.every(({ status }) => status === 'stored'));

      const direct = [...saleEvents(shop.payload, batchSize, 1)];
      const directBegan = performance.now();
      await upsert(database.pool, { store, device: deviceId }, direct);
      const tookDirectMs = performance.now() - directBegan;
      if (batch < warmUps) continue;
      httpMs += tookHttpMs;
      directMs += tookDirectMs;
    }
    const { rows } = await database.pool.query<{ orders: number }>(
      'SELECT count(*) AS orders FROM orders',
    );
    assert.equal(rows[0]?.orders, 2 * (warmUps + batches) * batchSize);
    return {
      ingest_vs_direct_sql: directMs / httpMs,
      ingest_events_per_s: (1000 * batches * batchSize) / httpMs,
    };
  } finally {
    await database.close();
    await world.close();
  }
}

const upsertEvents = `
  INSERT INTO events
    (store, id, device, device_seq, type, schema_version, payload, hash, received_at)
  SELECT $1, id, $2, "deviceSeq", type, "schemaVersion", payload::json, decode(hash, 'hex'), now()
  FROM json_to_recordset($3::json) AS rows (
    id uuid, "deviceSeq" bigint, type text, "schemaVersion" integer, payload text, hash text
  )
  ON CONFLICT (store, id) DO UPDATE SET payload = excluded.payload`;

const upsertOrders = `
  INSERT INTO orders
    (store, id, event, device, number, sold_at, received_at, currency, catalog_hash,
     subtotal_minor, discount_minor, tax_minor, cash_rounding_minor, total_minor)
  SELECT $1, "orderId", event, $2, number, to_timestamp("soldAt" / 1000.0), now(), currency,
    "catalogHash", "subtotalMinor", "discountMinor", "taxMinor", "cashRoundingMinor", "totalMinor"
  FROM json_to_recordset($3::json) AS rows (
    "orderId" uuid, event uuid, number text, "soldAt" bigint, currency text, "catalogHash" text,
    "subtotalMinor" bigint, "discountMinor" bigint, "taxMinor" bigint, "cashRoundingMinor" bigint,
    "totalMinor" bigint
  )
  ON CONFLICT (store, id) DO UPDATE SET total_minor = excluded.total_minor`;

/**
 * The same rows by hand, in one transaction: two statements of which each takes its rows as one JSON text,
 * the fastest of the usual ways (a parameter for every value, or an array for every column, takes longer).
 */
async function upsert(
  pool: Pool,
  { store, device }: { readonly store: string; readonly device: string },
  events: readonly OutboxEvent[],
): Promise<void> {
  const orders = events.map(({ id, payload }) => {
    const { lines: _, taxes: __, promotions: ___, payments: ____, ...order } = JSON.parse(payload);
    return { ...order, event: id };
  });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(upsertEvents, [store, device, JSON.stringify(events)]);
    await client.query(upsertOrders, [store, device, JSON.stringify(orders)]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
