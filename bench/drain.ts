import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { openDatabase } from '#central/storage/database.ts';
import { fileSecretBox } from '#main/hosts/file-secret-box.ts';
import type { KioskStore } from '#main/storage/kiosk-store.ts';
import { createCentralLine, type RunningLine } from '#main/sync/central-line.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { openCentralWorld, openDemoKiosk, saleEvents } from './central-world.ts';
import { demoStoreId, sell, silentLogger } from './demo-shop.ts';
import { median } from './median.ts';

const queued = 100_000;
const idleSales = 200;
const betweenSalesMs = 40;
const mostMs = 300_000;

/**
 * A kiosk comes back after thirty days with 100,000 events: how long it takes to send them through HTTP of
 * which a tenth is lost, and what a sale takes in the same process meanwhile, over what it takes otherwise.
 */
export async function benchDrain(): Promise<{
  drain_100k_s: number;
  sale_during_drain_vs_idle: number;
  sale_during_drain_p99_ms: number;
}> {
  const world = await openCentralWorld();
  const between = new Worker(new URL('./dropping-line.ts', import.meta.url), {
    workerData: world.backend.url,
  });
  const [url]: unknown[] = await once(between, 'message');
  const database = openDatabase(world.databaseUrl, { poolSize: 2, onError: () => undefined });
  try {
    const file = join(world.folder, 'kiosk.db');
    const { store, lines, payload } = openDemoKiosk(file);
    queue(file, payload);
    const issued = await issueEnrolCode(
      { db: database.db, now: Date.now },
      { store: demoStoreId(), name: 'bench', actor: 'bench' },
    );
    const enrolled = await lineOf(store, file).enrol(world.backend.url, issued.code);
    assert(enrolled.ok);
    store.centralLinks.save({ ...linkOf(store.centralLinks.link()), url: String(url) });

    const idle = await sellUntil(store, lines, (sales) => sales === idleSales);
    const line = lineOf(store, file);
    const began = performance.now();
    line.start();
    // What is sold meanwhile comes behind what was queued.
    const during = await sellUntil(
      store,
      lines,
      (sales) => store.outbox.counts().waiting <= sales || performance.now() - began > mostMs,
    );
    const seconds = (performance.now() - began) / 1000;
    while (store.outbox.counts().waiting > 0) await pause(betweenSalesMs);
    await line.stop();
    const { rows } = await database.pool.query<{ events: number }>(
      'SELECT count(*) AS events FROM orders',
    );
    assert.equal(rows[0]?.events, queued + 1 + idle.length + during.length);
    store.close();
    return {
      drain_100k_s: seconds,
      sale_during_drain_vs_idle: median(during) / median(idle),
      sale_during_drain_p99_ms: percentile(during, 0.99),
    };
  } finally {
    await database.close();
    await between.terminate();
    await world.close();
  }
}

/**
 * Sells at a steady pace; from the moment that each sale was due to its end, in ms: what a shopper waits,
 * a busy thread included.
 */
async function sellUntil(
  store: KioskStore,
  lines: readonly BasketLine[],
  isOver: (sales: number) => boolean,
): Promise<readonly number[]> {
  const took: number[] = [];
  while (!isOver(took.length)) {
    const dueAt = performance.now() + betweenSalesMs;
    await pause(betweenSalesMs);
    sell(store, lines);
    took.push(performance.now() - dueAt);
  }
  return took;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function lineOf(store: KioskStore, file: string): RunningLine {
  return createCentralLine({
    links: store.centralLinks,
    outbox: store.outbox,
    secretBox: fileSecretBox(`${file}.key`),
    now: Date.now,
    random: Math.random,
    logger: silentLogger,
    deviceCode: () => store.sales.device().code,
    appVersion: 'bench',
    catalogVersion: () => 1,
    parts: [],
  });
}

function linkOf<T>(link: T | null): T {
  assert(link !== null);
  return link;
}

/** Puts the events of a month into the outbox, as sales would have. */
function queue(file: string, payload: string): void {
  const db = new Database(file);
  const insert = db.prepare(
    `INSERT INTO outbox_events (device_seq, id, type, schema_version, payload, hash)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const known = Number(db.prepare('SELECT device_seq FROM device').pluck().get());
  db.transaction(() => {
    for (const event of saleEvents(payload, queued, known + 1)) {
      const { deviceSeq, id, type, schemaVersion, hash } = event;
      insert.run(deviceSeq, id, type, schemaVersion, event.payload, hash);
    }
    db.prepare('UPDATE device SET device_seq = ?').run(known + queued);
  })();
  db.close();
}
