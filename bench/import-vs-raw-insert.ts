import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sellBasket } from '#main/core/checkout/sell-basket.ts';
import { createVirtualTerminal } from '#main/devices/virtual/virtual-terminal.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { runCatalogImport } from '#main/hosts/worker/run-catalog-import.ts';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import { searchDocument, searchRowText } from '#main/storage/search-document.ts';
import { type CatalogRecord, recordKey } from '#shared/domain/catalog/feed.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { generateProducts } from './generated-products.ts';

const productCount = 100_000;
const seed = 20_260_301;
const rounds = 3;
/** Pause between two sales while the import runs. */
const saleEveryMs = 5;

function silent(): void {}
const logger = { info: silent, warn: silent, error: silent };

function openStore(file: string): KioskStore {
  const store = openKioskStore({ file, clock: systemClock, ids: systemIds, logger });
  assert(store.ok);
  return store.value;
}

const header = { format: 'blendbar-catalog', version: 1, mode: 'delta' };
const shop: readonly CatalogRecord[] = [
  {
    kind: 'store',
    id: 'bench',
    name: 'Bench',
    address: [],
    legalLines: [],
    currency: 'EUR',
    country: 'DE',
    jurisdictions: ['EU', 'DE'],
    timeZone: 'Europe/Berlin',
    locale: 'en-DE',
    pricesIncludeTax: true,
    taxRounding: 'perTotal',
  },
  { kind: 'taxClass', id: 'standard', name: { en: 'Standard' }, rates: [] },
];
const soldSku = 'SOLD-MEANWHILE';

function price(sku: string, amountMinor: number): PriceRecord {
  return { kind: 'price', sku, currency: 'EUR', amountMinor, validFrom: 0 };
}

function writeFeed(file: string, records: readonly object[]): void {
  writeFileSync(file, [header, ...records].map((line) => JSON.stringify(line)).join('\n'));
}

async function importFeed(db: string, feed: string): Promise<number> {
  const beganMs = performance.now();
  const result = await runCatalogImport({ db, feed }).done;
  const tookMs = performance.now() - beganMs;
  assert(result.ok);
  assert.equal(result.value.rejected.length, 0);
  return tookMs;
}

/** Every row that an import wrote, in the order of its table. */
interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Tables of the catalog that an import writes rows into; the search index has its own below. */
function tablesOf(db: Database.Database): readonly string[] {
  const names = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'catalog%'
       AND name NOT LIKE 'catalog_search%' ORDER BY rootpage`,
    )
    .pluck()
    .all();
  return names.map(String);
}

function readRows(file: string): readonly Rows[] {
  const db = new Database(file, { readonly: true });
  const read = tablesOf(db).map((table) => {
    const select = db.prepare(`SELECT * FROM ${table}`).raw();
    const columns = select.columns().map(({ name }) => name);
    // Raw rows are arrays of values.
    return { table, columns, rows: select.all() as unknown[][] };
  });
  // What stands in the search index cannot be read back, so it is made again.
  const products = db
    .prepare(
      `SELECT p.search_id, p.brand_id, p.category_id, r.doc FROM catalog_products p
       JOIN catalog_records r USING (id) WHERE p.search_id IS NOT NULL ORDER BY p.search_id`,
    )
    .raw()
    .all() as [number, number, number, string][];
  const search = products.map(([rowId, brandId, categoryId, doc]) => {
    const document = searchDocument(JSON.parse(doc) as ProductRecord);
    return [rowId, searchRowText(document, { brandId, categoryId })];
  });
  db.close();
  return [...read, { table: 'catalog_search', columns: ['rowid', 'words'], rows: search }];
}

/** The same rows with prepared statements in one transaction: as fast as this schema takes them. */
function insertRaw(file: string, everything: readonly Rows[]): number {
  openStore(file).close();
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -32000');
  const beganMs = performance.now();
  db.exec('BEGIN IMMEDIATE');
  for (const { table, columns, rows } of everything) {
    const places = columns.map(() => '?').join(', ');
    const insert = db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`);
    for (const row of rows) insert.run(...row);
  }
  db.exec('COMMIT');
  const tookMs = performance.now() - beganMs;
  db.close();
  return tookMs;
}

/** SHA-256 over every row of every catalog table, and over every word of the search index with its row. */
function digest(file: string): Readonly<Record<string, string>> {
  const db = new Database(file, { readonly: true });
  // The index keeps no texts; its vocabulary tells which word stands in which row.
  db.exec(
    `CREATE VIRTUAL TABLE temp.found_words USING fts5vocab ('main', 'catalog_search', 'instance')`,
  );
  const digests = Object.fromEntries(
    [...tablesOf(db), 'found_words'].map((table) => {
      const hash = createHash('sha256');
      const select = db.prepare(`SELECT * FROM ${table}`);
      const order = select.columns().map((_, index) => index + 1);
      const rows = db.prepare(`SELECT * FROM ${table} ORDER BY ${order.join(', ')}`).raw();
      let count = 0;
      for (const row of rows.iterate()) {
        hash.update(`${JSON.stringify(row)}\n`);
        count += 1;
      }
      return [table, `${count} rows ${hash.digest('hex')}`];
    }),
  );
  db.close();
  return digests;
}

/** The importer stored the records of the feed, and the raw loop wrote the same tables and index. */
function assertSameRows(records: readonly CatalogRecord[], imported: string, raw: string): void {
  const db = new Database(imported, { readonly: true });
  const docs = db.prepare('SELECT doc FROM catalog_records ORDER BY kind, key').pluck().iterate();
  for (const record of records.toSorted(byKindAndKey)) {
    assert.equal(docs.next().value, canonicalJson(record));
  }
  assert(docs.next().done, 'nothing is stored that was not fed');
  db.close();
  const digests = digest(imported);
  assert.match(digests.found_words ?? '', /^[1-9]\d{5,} rows /);
  assert.deepEqual(digest(raw), digests);
}

function byKindAndKey(a: CatalogRecord, b: CatalogRecord): number {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return recordKey(a) < recordKey(b) ? -1 : 1;
}

/** Sells one product again and again until told to stop, and watches the event loop meanwhile. */
async function sellWhile(store: KioskStore, folder: string, until: Promise<unknown>) {
  const ports = {
    catalog: store.catalog,
    sales: store.sales,
    clock: systemClock,
    ids: systemIds,
    logger,
    terminal: createVirtualTerminal({
      file: join(folder, 'terminal.json'),
      auto: 'approve' as const,
      authorizingMs: 0,
      cardTimeoutMs: 60_000,
    }),
    events: { emit: silent },
    printQueue: { wake: silent },
    // Nobody leaves a contact here.
    handOffs: store.handOffs,
    secretBox: {
      protection: 'none' as const,
      seal: (plain: Uint8Array) => plain,
      open: () => null,
    },
  };
  const sell = async (): Promise<void> => {
    const basket = {
      lines: [{ lineId: 'l1', sku: soldSku, quantity: 1 }],
      coupons: [],
      at: Date.now(),
    };
    const order = await sellBasket(ports, basket, { kind: 'cash', tenderedMinor: 1_000 });
    assert(order.ok);
  };
  for (let warmUp = 0; warmUp < 200; warmUp += 1) await sell();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let running = true;
  const stop = until.finally(() => {
    running = false;
  });
  delay.enable();
  let sales = 0;
  while (running) {
    await sell();
    sales += 1;
    await pause(saleEveryMs);
  }
  delay.disable();
  await stop;
  return { sales, longestPauseMs: delay.max / 1e6 };
}

/**
 * The whole importer, file to published version in its worker, against a bare loop over the rows
 * that it wrote; and what a till in the same process notices of an import of the same size.
 */
export async function benchImport(): Promise<{
  readonly import_vs_raw_insert: number;
  readonly import_max_event_loop_pause_ms: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-import-'));
  try {
    const products = generateProducts(productCount, seed);
    const prices = products.map(({ sku }, index) => price(sku, 500 + (index % 9_000)));
    const feed = join(folder, 'feed.ndjson');
    const records = [...shop, ...products, ...prices];
    writeFeed(feed, records);

    // The fastest of each side: what else the machine does only ever adds time.
    let importMs = Number.POSITIVE_INFINITY;
    let rawMs = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round += 1) {
      const imported = join(folder, `imported-${round}.db`);
      const raw = join(folder, `raw-${round}.db`);
      openStore(imported).close();
      importMs = Math.min(importMs, await importFeed(imported, feed));
      rawMs = Math.min(rawMs, insertRaw(raw, readRows(imported)));
      assertSameRows(records, imported, raw);
    }

    const db = join(folder, 'till.db');
    const store = openStore(db);
    const small = join(folder, 'small.ndjson');
    const [sample] = products;
    writeFeed(small, [...shop, { ...sample, sku: soldSku }, price(soldSku, 995)]);
    await importFeed(db, small);
    const { sales, longestPauseMs } = await sellWhile(store, folder, importFeed(db, feed));
    assert(sales > 20, 'sales went on during the import');
    assert.deepEqual(store.check(), []);
    store.close();
    return {
      import_vs_raw_insert: Number((importMs / rawMs).toFixed(2)),
      import_max_event_loop_pause_ms: Number(longestPauseMs.toFixed(1)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
