import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { openDatabase } from '#central/storage/database.ts';
import { insertEvents, type StoredEvent } from '#central/storage/events.ts';
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
 * Events a second over HTTP (signed, compressed, validated, hashes checked, each once) over a direct
 * batched upsert of the same number of rows of the same size into the same tables. In turns, one batch at
 * a time each.
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

      const direct: StoredEvent[] = [...saleEvents(shop.payload, batchSize, 1)].map((event) => ({
        ...event,
        store,
        device: deviceId,
      }));
      const directBegan = performance.now();
      const { stored } = await database.db
        .transaction()
        .execute((transaction) => insertEvents(transaction, direct, new Date()));
      const tookDirectMs = performance.now() - directBegan;
      assert.equal(stored.size, batchSize);
      if (batch < warmUps) continue;
      httpMs += tookHttpMs;
      directMs += tookDirectMs;
    }
    return {
      ingest_vs_direct_sql: directMs / httpMs,
      ingest_events_per_s: (1000 * batches * batchSize) / httpMs,
    };
  } finally {
    await database.close();
    await world.close();
  }
}
