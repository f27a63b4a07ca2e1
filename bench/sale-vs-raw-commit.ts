import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { compiledTemplate } from '#main/core/catalog/compiled-templates.ts';
import { pricingRecords } from '#main/core/catalog/pricing-records.ts';
import { commitSale } from '#main/core/checkout/commit-sale.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import { recordKey } from '#shared/domain/catalog/feed.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { Design } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { cashPayment } from '#shared/domain/sale/cash.ts';
import { required } from '#shared/lib/assert.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { median } from './median.ts';

const warmUps = 40;
const sales = 400;
const readyLines = 4;

function silent(): void {}
const logger = { info: silent, warn: silent, error: silent };

function openStore(file: string): KioskStore {
  const opened = openKioskStore({
    file,
    storeId: demoStoreId(),
    clock: systemClock,
    ids: systemIds,
    logger,
  });
  assert(opened.ok);
  return opened.value;
}

function demoStoreId(): string {
  const [first] = demoStoreFeed().records.filter((record) => record.kind === 'store');
  return required(first, 'store').id;
}

function publishDemo(store: KioskStore): void {
  const writer = store.catalogWriter();
  writer.begin();
  writer.stage(
    demoStoreFeed().records.map((record) => {
      const json = canonicalJson(record);
      const hash = createHash('sha256').update(json).digest('hex');
      return { record, key: recordKey(record), hash, json };
    }),
  );
  writer.publish('bench');
}

/** The first option that is possible, group by group, until the design can be made. */
function someDesign({ catalog }: KioskStore, product: ProductRecord): Design {
  const { template, compiled } = required(
    compiledTemplate(catalog, 1, required(product.template, 'template')),
    'template',
  );
  const context = { allergies: [], jurisdictions: ['EU', 'DE'], at: systemClock.now() };
  let design: Design = { template: template.id, selections: {} };
  for (;;) {
    const evaluated = evaluateDesign(compiled, design, context);
    assert(evaluated.ok);
    if (evaluated.value.status === 'valid') return design;
    const id = required(evaluated.value.missing[0], 'group that is missing');
    const group = required(
      template.groups.find((candidate) => candidate.id === id),
      id,
    );
    const possible = Object.entries(evaluated.value.availability[id] ?? {}).find(
      ([, { available }]) => available,
    );
    const option = possible?.[0] ?? '';
    const selection =
      group.type === 'amount'
        ? (evaluated.value.ranges[id]?.[0]?.from ?? group.min)
        : group.type === 'text'
          ? 'A'.repeat(group.minLength)
          : group.type === 'multi'
            ? [option]
            : option;
    design = { ...design, selections: { ...design.selections, [id]: selection } };
  }
}

/** Some ready products and one that is made to order. */
function basketLines(store: KioskStore): readonly BasketLine[] {
  const { catalog } = store;
  const at = systemClock.now();
  const ready = catalog
    .search(1, { text: '', offset: 0, limit: 100 })
    .products.filter(({ type, sku }) => type === 'ready' && catalog.priceMinor(1, sku, at) !== null)
    .slice(0, readyLines);
  const custom = required(catalog.customProducts(1)[0], 'custom product');
  assert.equal(ready.length, readyLines);
  return [
    ...ready.map(({ sku }, index) => ({ lineId: `line-${index}`, sku, quantity: index + 1 })),
    { lineId: 'line-custom', sku: custom.sku, quantity: 1, design: someDesign(store, custom) },
  ];
}

/**
 * The way of a cash sale through our code: price, pay, make the records, commit. Designs are judged
 * when they go into the cart; `evaluate_design_us` is about that.
 */
function sell({ catalog, sales }: KioskStore, lines: readonly BasketLine[]): string {
  const basket = { lines: [...lines], coupons: [], at: systemClock.now() };
  const skus = lines.map(({ sku }) => sku);
  const records = required(pricingRecords(catalog, 1, skus), 'catalog');
  const quote = priceBasket(basket, records);
  assert(quote.ok);
  const payment = cashPayment(systemIds.next(), quote.value, quote.value.cashTotalMinor);
  assert(payment.ok);
  const order = commitSale(
    { catalog, sales, clock: systemClock, ids: systemIds },
    { orderId: systemIds.next(), basket, quote: quote.value, payments: [payment.value] },
  );
  assert(order.ok);
  return order.value.id;
}

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
  'cache_size = -32000',
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
    const prepared = openStore(ourFile);
    publishDemo(prepared);
    prepared.close();
    copyFileSync(ourFile, rawFile);

    const store = openStore(ourFile);
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
