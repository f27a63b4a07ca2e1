import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Logger } from '#main/core/ports/logger.ts';
import { createCatalogReader } from '#main/storage/catalog-reader.ts';
import { createJourneyStore } from '#main/storage/journeys.ts';
import { createOutbox } from '#main/storage/outbox.ts';
import {
  openDatabase,
  type ReadableDb,
  type SqlValue,
  type WritableDb,
} from '#main/storage/sqlite.ts';
import { eventsOf, happenings, newJourneyId } from '../../helpers/journeys.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore, price, product, publishFull, rawDb, testShop } from './store-fixture.ts';

/** A store file with enough in it for the planner to be tempted. */
function filledStore(): string {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  publishFull(store.catalogWriter(), [
    testShop,
    ...Array.from({ length: 500 }, (_, n) =>
      product(`S${n}`, `Rose shade ${n}`, {
        variantOf: `F${n % 20}`,
        gtins: n === 7 ? ['4006381333931'] : [],
      }),
    ),
    ...Array.from({ length: 500 }, (_, n) => price(`S${n}`, 100 + n)),
  ]);
  rawDb(file).execute('ANALYZE');
  return file;
}

/** Runs `use` and returns the plan of every reading statement that it ran. */
function plansOf(file: string, use: (db: WritableDb) => void) {
  const logger: Logger = recordingLogger();
  const db = openDatabase(file, { logger });
  const seen = new Map<string, { readonly parameters: readonly SqlValue[]; runs: number }>();
  const watch =
    <Args extends readonly [string, ...SqlValue[]], Result>(run: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const [sql, ...parameters] = args;
      const before = seen.get(sql)?.runs ?? 0;
      seen.set(sql, { parameters, runs: before + 1 });
      return run(...args);
    };
  // Every reading function takes its SQL first; the wrapper passes the rest through.
  use({
    ...db,
    get: watch(db.get) as ReadableDb['get'],
    all: watch(db.all) as ReadableDb['all'],
    tuples: watch(db.tuples) as ReadableDb['tuples'],
    value: watch(db.value) as ReadableDb['value'],
    eachValue: watch(db.eachValue) as ReadableDb['eachValue'],
    each: watch(db.each) as ReadableDb['each'],
  });
  const plans = [...seen].map(([sql, { parameters, runs }]) => ({
    sql,
    runs,
    steps: db
      .all<{ readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...parameters)
      .map(({ detail }) => detail),
  }));
  db.close();
  return plans;
}

/** Reading a whole table; a virtual table with an index expression is no scan. */
function scans(plans: ReturnType<typeof plansOf>): readonly string[] {
  return plans.flatMap(({ sql, steps }) =>
    steps
      .filter((step) => /^SCAN /.test(step))
      .filter((step) => !/VIRTUAL TABLE INDEX \d+:.+/.test(step) && step !== 'SCAN CONSTANT ROW')
      .map((step) => `${step}: ${sql}`),
  );
}

test('STO-52 a barcode lookup uses its index and scans nothing', () => {
  const plans = plansOf(filledStore(), (db) => {
    const reader = createCatalogReader(db);
    expect(reader.productByGtin(1, '04006381333931')?.sku).toBe('S7');
  });
  const [lookup] = plans.filter(({ sql }) => sql.includes('catalog_gtins'));
  expect(lookup?.steps).toEqual([
    'SEARCH g USING PRIMARY KEY (gtin14=?)',
    'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
  expect(scans(plans)).toEqual([]);
});

test('STO-52 a search reads the index in its own order and scans nothing but the list of words', () => {
  const plans = plansOf(filledStore(), (db) => {
    const reader = createCatalogReader(db);
    const query = { offset: 0, limit: 24 };
    expect(reader.search(1, { text: 'rose shade', ...query }).total).toBe(500);
    for (const [typed, meant] of [
      ['rsoe', 'rose'],
      ['shadw', 'shade'],
      ['roose', 'rose'],
    ] as const) {
      expect(reader.search(1, { text: typed, ...query }).correctedTo).toBe(meant);
    }
    expect(reader.search(1, { text: 'ro', brand: 'Nord', category: 'Care', ...query }).total).toBe(
      500,
    );
    expect(reader.search(1, { text: '', ...query }).total).toBe(500);
  });
  const found = plans.filter(({ sql }) => sql.includes('catalog_search'));
  expect(found.length).toBeGreaterThan(0);
  for (const { steps } of found) {
    expect(steps).toEqual([
      expect.stringMatching(/^SCAN catalog_search VIRTUAL TABLE INDEX \d+:M/),
      'SEARCH p USING INTEGER PRIMARY KEY (rowid=?)',
    ]);
  }
  const words = 'SELECT word, documents FROM catalog_words ORDER BY word';
  expect(scans(plans)).toEqual([`SCAN catalog_words: ${words}`]);
  expect(plans.find(({ sql }) => sql === words)?.runs).toBe(1);
});

test('STO-52 prices, variants and records are found by index', () => {
  const plans = plansOf(filledStore(), (db) => {
    const reader = createCatalogReader(db);
    expect(reader.product(1, 'S3')?.sku).toBe('S3');
    expect(reader.priceMinor(1, 'S3', 0)).toBe(103);
    expect(reader.prices(1, ['S3', 'NONE']).get('S3')).toHaveLength(1);
    expect(reader.variants(1, 'F3')).toHaveLength(25);
    expect(reader.customProducts(1)).toEqual([]);
    expect(reader.stock(1, 'S3')).toBeNull();
    expect(reader.currentVersion()).toBe(1);
  });
  const byPrefix = plans.filter(({ sql }) => sql.includes("|| '|'"));
  expect(byPrefix.map(({ steps }) => steps)).toEqual([
    ['SEARCH catalog_records USING INDEX catalog_records_by_key (kind=? AND key>? AND key<?)'],
  ]);
  // The device table has one row, and max(version) is the end of its tree.
  const allowed = /^(SCAN device|SEARCH catalog_versions)/;
  expect(scans(plans).filter((step) => !allowed.test(step))).toEqual([]);
});

test('SYN-13 what waits and what was set aside are found by number, however much was told', () => {
  const file = join(tempFolder(), 'kiosk.db');
  openStore(file);
  const events = rawDb(file);
  for (let seq = 1; seq <= 300; seq += 1) {
    events.run(
      `INSERT INTO outbox_events (device_seq, id, type, schema_version, payload, hash)
       VALUES (?, ?, 'survey.answered', 1, '{}', '')`,
      seq,
      `event ${seq}`,
    );
  }
  events.run('UPDATE device SET device_seq = 300');
  const plans = plansOf(file, (db) => {
    const outbox = createOutbox(db);
    const answers = Array.from({ length: 200 }, (_, index) => {
      const deviceSeq = index + 1;
      return deviceSeq % 100 === 0
        ? { deviceSeq, kind: 'rejected' as const, code: 'event.malformed', message: '' }
        : { deviceSeq, kind: 'stored' as const };
    });
    outbox.settle(answers, 0);
    expect(outbox.setAside(10).map(({ deviceSeq }) => deviceSeq)).toEqual([100, 200]);
    expect(outbox.waiting(1, 1_000)[0]?.deviceSeq).toBe(201);
    outbox.retry(200);
    expect(outbox.waiting(1, 1_000)[0]?.deviceSeq).toBe(200);
  });
  // The few that are set aside may be read through; the state and the device are of one row.
  const allowed = /^SCAN (outbox_set_aside|a|outbox_state|device)\b/;
  expect(scans(plans).filter((step) => !allowed.test(step))).toEqual([]);
  expect(plans.filter(({ sql }) => sql.includes('outbox_events'))).toHaveLength(3);
});

test('JRN-30 JRN-45 journeys are found by day and by their number, however many there are', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const { journeys } = openStore(file);
  const events = eventsOf(happenings);
  const dayOf = (n: number) => `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`;
  for (let n = 0; n < 300; n += 1) journeys.append(newJourneyId(), dayOf(n), events);
  rawDb(file).execute('ANALYZE');
  const plans = plansOf(file, (db) => {
    const store = createJourneyStore(db);
    store.append(newJourneyId(), dayOf(27), events);
    expect([...store.journeys({ from: dayOf(27), to: dayOf(27) })]).toHaveLength(11);
    const pruned = store.prune({ from: dayOf(1), to: dayOf(27) }, 1_000);
    expect(pruned).toEqual({ ok: true, value: 11 * events.length });
  });
  expect(plans).toHaveLength(4);
  expect(scans(plans)).toEqual([]);
});
