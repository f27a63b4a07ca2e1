import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { required } from '#shared/lib/assert.ts';
import { basketLines, openDemoShop, publishDemo, sell } from './demo-shop.ts';
import { median } from './median.ts';

const warmUps = 40;
const sales = 400;
const orderTables = [
  'order_lines',
  'order_taxes',
  'order_promotions',
  'payments',
  'stock_movements',
  'journal',
  'print_jobs',
  'outbox_events',
] as const;

type Row = readonly (string | number | null)[];

/** Every row that the sale wrote, in the order in which it was written. */
function rowsOf(db: Database.Database, orderId: string) {
  const read = (sql: string) => db.prepare<[string], Row>(sql).raw().all(orderId);
  return [
    { table: 'orders', rows: read('SELECT * FROM orders WHERE id = ?') },
    ...orderTables.map((table) => ({
      table,
      rows: read(`SELECT * FROM ${table} WHERE order_id = ?`),
    })),
  ];
}

/** Inserts the same rows with prepared statements in one bare transaction. */
function rawWriter(db: Database.Database) {
  const inserts = new Map(
    ['orders', ...orderTables].map((table) => {
      const { length } = db.prepare(`SELECT * FROM ${table}`).columns();
      return [table, db.prepare(`INSERT INTO ${table} VALUES (${Array(length).fill('?')})`)];
    }),
  );
  const count = db.prepare(
    'UPDATE device SET receipt_counter = receipt_counter + 1, device_seq = device_seq + 1',
  );
  const transaction = db.transaction((sale: ReturnType<typeof rowsOf>) => {
    count.run();
    for (const { table, rows } of sale) {
      const insert = required(inserts.get(table), table);
      for (const row of rows) insert.run(...row);
    }
  });
  return (sale: ReturnType<typeof rowsOf>) => transaction.immediate(sale);
}

const settings = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cache_size = -32000',
  'secure_delete = ON',
  'journal_size_limit = 67108864',
  'wal_autocheckpoint = 4000',
];

/** The same settings as the kiosk store's own connection. */
function openRaw(file: string): Database.Database {
  const db = new Database(file);
  for (const setting of settings) {
    db.pragma(setting);
  }
  return db;
}

function timeMs(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function digest(db: Database.Database): string {
  const hash = createHash('sha256');
  for (const table of ['orders', ...orderTables]) {
    hash.update(JSON.stringify(db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all()));
  }
  return hash.digest('hex');
}

/**
 * A durable sale of five lines through our code, over the same rows in a bare transaction in an
 * identical database; measured in turns, ratio of the medians.
 */
export function benchSale(): { sale_vs_raw_commit: number } {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-bench-'));
  try {
    const ourFile = join(folder, 'ours.db');
    const rawFile = join(folder, 'raw.db');
    const prepared = openDemoShop(ourFile);
    publishDemo(prepared);
    prepared.close();
    copyFileSync(ourFile, rawFile);

    const store = openDemoShop(ourFile);
    const reader = new Database(ourFile, { readonly: true });
    const raw = openRaw(rawFile);
    const write = rawWriter(raw);
    const lines = basketLines(store);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let sale = 0; sale < warmUps + sales; sale += 1) {
      let orderId = '';
      const ourMs = timeMs(() => {
        orderId = sell(store, lines);
      });
      const rows = rowsOf(reader, orderId);
      const theirMs = timeMs(() => write(rows));
      if (sale < warmUps) continue;
      ours.push(ourMs);
      theirs.push(theirMs);
    }
    assert.equal(digest(reader), digest(raw));
    assert.deepEqual(store.check(), []);
    reader.close();
    raw.close();
    store.close();
    return { sale_vs_raw_commit: median(ours) / median(theirs) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
