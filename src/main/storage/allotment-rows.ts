import type { Allotment } from '#shared/domain/stock/allotment.ts';
import { remaining } from '#shared/domain/stock/allotment.ts';
import type { RecentSales } from '#shared/domain/stock/target.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { ReadableDb } from './sqlite.ts';

export interface AllotmentRow extends Allotment {
  readonly store: string;
  readonly sku: string;
  readonly level: number;
  readonly elsewhere: number;
  readonly wanted: number;
  readonly due_at: UnixMs;
}

export const allotmentColumns =
  'store, sku, granted, sold, returned, level, elsewhere, wanted, due_at';

const dayMs = 86_400_000;
/** The pace of a device is that of so many days. */
const recentDays = 7;

export function findAllotment(
  db: ReadableDb,
  store: string,
  sku: string,
): AllotmentRow | undefined {
  return db.get<AllotmentRow>(
    `SELECT ${allotmentColumns} FROM stock_allotments WHERE store = ? AND sku = ?`,
    store,
    sku,
  );
}

/** What card payments under way hold of a SKU. */
export function heldOf(db: ReadableDb, store: string, sku: string): number {
  return (
    db.value<number>(
      'SELECT coalesce(sum(quantity), 0) FROM stock_holds WHERE store = ? AND sku = ?',
      store,
      sku,
    ) ?? 0
  );
}

/** What may still be sold, or promised to a card payment. */
export function freeOf(db: ReadableDb, row: AllotmentRow): number {
  return Math.max(0, remaining(row) - heldOf(db, row.store, row.sku));
}

/**
 * Everything that this device, as head office knows it now, ever sold of a SKU in a store. What a former one
 * told is left out: head office has it under that one. STK-4, STK-25
 */
export function everSold(db: ReadableDb, store: string, sku: string): number {
  return (
    db.value<number>(
      `SELECT coalesce(-sum(quantity), 0) FROM stock_movements
       WHERE store = ? AND sku = ? AND quantity < 0 AND former = 0`,
      store,
      sku,
    ) ?? 0
  );
}

/** The same for each row of `stock_allotments`, by its alias. */
export function soldOf(alias: string): string {
  return `(SELECT coalesce(-sum(m.quantity), 0) FROM stock_movements m
    WHERE m.store = ${alias}.store AND m.sku = ${alias}.sku AND m.quantity < 0 AND m.former = 0)`;
}

/** What the device sold of a SKU in the last days. STK-20 */
export function recentSales(db: ReadableDb, store: string, sku: string, at: UnixMs): RecentSales {
  const [row] = db.tuples<[quantity: number, largest: number, first: number]>(
    `SELECT coalesce(-sum(quantity), 0), coalesce(-min(quantity), 0), coalesce(min(at), 0)
     FROM stock_movements WHERE store = ? AND sku = ? AND at > ? AND quantity < 0`,
    store,
    sku,
    at - recentDays * dayMs,
  );
  const [quantity = 0, largest = 0, first = at] = row ?? [];
  const days = Math.min(recentDays, Math.max(1, Math.ceil((at - first) / dayMs)));
  return { quantity, largest, days };
}
