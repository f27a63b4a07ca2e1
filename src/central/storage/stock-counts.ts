import { sql } from 'kysely';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Db } from './schema.ts';
import type { StockKey } from './stock-levels.ts';

/** How many were counted in a store at a moment; a `stock` record of the catalog is one. */
export interface StockCount extends StockKey {
  readonly quantity: number;
  readonly countedAt: UnixMs;
}

const isNewer = sql`
  (l.counted_at IS NULL OR counted.at > l.counted_at
   OR (counted.at = l.counted_at AND counted.quantity <> l.counted))`;

/** The counts of a catalog version that are newer than those that are known, in order of their keys. */
export async function publishedCounts(
  db: Db,
  query: {
    readonly version: number;
    /** `null`: of every store. */
    readonly store: string | null;
    readonly afterKey: string;
    readonly limit: number;
  },
): Promise<readonly StockCount[]> {
  const { version, store, afterKey, limit } = query;
  const ofStore = store === null ? sql`` : sql`AND r.store = ${store}`;
  const { rows } = await sql<StockCount>`
    SELECT counted.store, counted.sku, counted.quantity, counted.ms AS "countedAt"
    FROM (
      SELECT r.key, r.store, r.doc ->> 'sku' AS sku, (r.doc ->> 'quantity')::bigint AS quantity,
        (r.doc ->> 'countedAt')::bigint AS ms,
        to_timestamp((r.doc ->> 'countedAt')::bigint / 1000.0)::timestamptz(3) AS at
      FROM catalog_records r
      WHERE r.kind = 'stock' AND r.key > ${afterKey} ${ofStore} AND r.from_version <= ${version}
        AND (r.to_version IS NULL OR r.to_version > ${version})
    ) counted
    LEFT JOIN stock_levels l ON l.store = counted.store AND l.sku = counted.sku
    WHERE ${isNewer}
    ORDER BY counted.key LIMIT ${limit}
  `.execute(db);
  return rows;
}

/** Makes counts the last ones, where they are newer; the levels must be held. */
export async function saveCounts(db: Db, counts: readonly StockCount[]): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    UPDATE stock_levels l SET counted = counted.quantity, counted_at = counted.at,
      moved = (
        SELECT coalesce(sum(m.quantity), 0) FROM stock_movements m
        WHERE m.store = l.store AND m.sku = l.sku AND m.at > counted.at
      )
    FROM (
      SELECT store, sku, quantity,
        to_timestamp("countedAt" / 1000.0)::timestamptz(3) AS at
      FROM json_to_recordset(${JSON.stringify(counts)}::json) AS said (
        store text, sku text, quantity bigint, "countedAt" bigint
      )
    ) counted
    WHERE l.store = counted.store AND l.sku = counted.sku AND ${isNewer}
  `.execute(db);
}
