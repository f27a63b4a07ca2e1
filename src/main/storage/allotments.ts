import type {
  AllotmentLedger,
  AllotmentNews,
  AllotmentReader,
  HeldAllotment,
} from '#main/core/ports/stock.ts';
import { giveBack, merge, noAllotment } from '#shared/domain/stock/allotment.ts';
import { isLow } from '#shared/domain/stock/target.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import {
  type AllotmentRow,
  allotmentColumns,
  everSold,
  findAllotment,
  freeOf,
  heldOf,
  recentSales,
  soldOf,
} from './allotment-rows.ts';
import { isLive } from './catalog-records.ts';
import { deviceStoreId } from './device.ts';
import { endFormerSales } from './former-sales.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';
import { wantMore } from './stock-holds.ts';
import { published } from './unpublished.ts';

/** An allotment that has enough is spoken about so often, so that its level follows the pace. */
const routineMs = 6 * 3_600_000;
/** Head office had nothing; somebody else in the store has. */
const retryMs = 60_000;
/** There is nothing in the whole store. */
const soldOutRetryMs = 600_000;

/** Of the catalog's counts, so that no tap waits for a large one. */
const keysPerPart = 2_000;

/** What the shopper is told: what this device may sell and what else the store has; `null` without an allotment. STK-35 */
export function allottedStock(db: ReadableDb, store: string, sku: string): number | null {
  const row = findAllotment(db, store, sku);
  return row === undefined ? null : freeOf(db, row) + row.elsewhere;
}

export function createAllotmentReader(db: WritableDb): AllotmentReader {
  return {
    free(store, sku) {
      const row = findAllotment(db, store, sku);
      return row === undefined ? null : freeOf(db, row);
    },
    want: (store, sku, quantity) =>
      tryWrite(db.file, () => {
        wantMore(db, store, [{ sku, wanted: quantity }]);
        return null;
      }),
  };
}

export function createAllotmentLedger(db: WritableDb): AllotmentLedger {
  const withRecent = (row: Omit<HeldAllotment, 'recent'>, at: UnixMs): HeldAllotment => ({
    store: row.store,
    sku: row.sku,
    granted: row.granted,
    sold: row.sold,
    returned: row.returned,
    wanted: row.wanted,
    dueAt: row.dueAt,
    recent: recentSales(db, row.store, row.sku, at),
  });

  return {
    store: () => deviceStoreId(db),

    due(at, limit) {
      const rows = dueRows(db, 'due_at <= ?', at, limit);
      // A clock that was wrong once must not silence an allotment for years.
      const lost = dueRows(db, 'due_at > ?', at + routineMs, limit - rows.length);
      return [...rows, ...lost].map((row) => withRecent({ ...row, dueAt: row.due_at }, at));
    },

    missing(from, at, limit) {
      const store = deviceStoreId(db);
      if (store === null) return { items: [], next: null };
      const { skus, next } = countedSkus(db, store, from, limit);
      const items = skus.map((sku) => {
        const totals = { ...noAllotment, sold: everSold(db, store, sku) };
        return withRecent({ store, sku, ...totals, wanted: 0, dueAt: at }, at);
      });
      return { items, next };
    },

    tellAll: () =>
      tryWrite(db.file, () => {
        db.immediate(() => db.run('UPDATE stock_allotments SET due_at = 0'));
        return null;
      }),

    apply: (news, at) =>
      tryWrite(db.file, () => {
        db.immediate(() => {
          for (const item of news) applyNews(db, item, at);
        });
        return null;
      }),

    forget: (items) =>
      tryWrite(db.file, () => {
        db.immediate(() => {
          for (const item of items) {
            db.run(
              'DELETE FROM stock_allotments WHERE store = ? AND sku = ?',
              item.store,
              item.sku,
            );
          }
        });
        return null;
      }),
  };
}

/**
 * This device is another one to head office from now on: what the old one was granted is not the new one's
 * to sell, and what the old one told as sold is not the new one's to tell. Inside the transaction of the
 * enrolment. STK-25
 */
export function endAllotments(db: WritableDb): void {
  endFormerSales(db);
  db.run(
    `UPDATE stock_allotments AS a SET sold = ${soldOf('a')}, granted = ${soldOf('a')}, returned = 0,
       level = 0, elsewhere = 0, wanted = 0, due_at = 0`,
  );
}

/** By the index, whichever way round. */
function dueRows(
  db: ReadableDb,
  condition: 'due_at <= ?' | 'due_at > ?',
  at: UnixMs,
  limit: number,
): readonly AllotmentRow[] {
  return db.all<AllotmentRow>(
    `SELECT ${allotmentColumns} FROM stock_allotments WHERE ${condition}
     ORDER BY due_at, store, sku LIMIT ?`,
    at,
    limit,
  );
}

/** Counted here by the published catalog, and without an allotment; in the part after the key `from`. */
function countedSkus(
  db: ReadableDb,
  store: string,
  from: string,
  limit: number,
): { readonly skus: readonly string[]; readonly next: string | null } {
  const { version } = published(db);
  const keys = db.tuples<[key: string]>(
    `SELECT key FROM catalog_records WHERE kind = 'stock' AND key > ? AND ${isLive}
     ORDER BY key LIMIT ?`,
    from,
    version,
    version,
    keysPerPart,
  );
  const suffix = `|${store}`;
  const skus: string[] = [];
  for (const [key] of keys) {
    if (!key.endsWith(suffix)) continue;
    const sku = key.slice(0, -suffix.length);
    if (findAllotment(db, store, sku) === undefined) skus.push(sku);
    if (skus.length === limit) return { skus, next: key };
  }
  const last = keys.at(-1)?.[0];
  return { skus, next: last === undefined || keys.length < keysPerPart ? null : last };
}

/** STK-3, STK-5: totals are merged, then what head office wants back is given back. */
function applyNews(db: WritableDb, news: AllotmentNews, at: UnixMs): void {
  const { store, sku, level, elsewhere } = news;
  const known = findAllotment(db, store, sku) ?? {
    ...noAllotment,
    sold: everSold(db, store, sku),
  };
  const merged = merge(known, news);
  const held = heldOf(db, store, sku);
  const next = news.returnTo === null ? merged : giveBack(merged, news.returnTo, held);
  const free = next.granted - next.sold - next.returned - held;
  const restMs = !isLow(free, level) ? routineMs : elsewhere > 0 ? retryMs : soldOutRetryMs;
  // What was given back is told at once: others wait for it.
  const dueAt = next.returned > news.returned ? 0 : at + restMs;
  db.run(
    `INSERT INTO stock_allotments (store, sku, granted, sold, returned, level, elsewhere, wanted, due_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)
     ON CONFLICT (store, sku) DO UPDATE SET granted = excluded.granted, sold = excluded.sold,
       returned = excluded.returned, level = excluded.level, elsewhere = excluded.elsewhere,
       wanted = 0, due_at = excluded.due_at`,
    store,
    sku,
    next.granted,
    next.sold,
    next.returned,
    level,
    elsewhere,
    dueAt,
  );
}
