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

/**
 * Puts aside the counts of published versions that are newer than those that are known, for
 * `gatheredCounts`, until the end of the transaction.
 */
export async function gatherPublishedCounts(
  db: Db,
  publications: readonly {
    readonly version: number;
    /** `null`: of every store. */
    readonly store: string | null;
  }[],
): Promise<void> {
  await sql`
    CREATE TEMPORARY TABLE gathered_counts (
      store text COLLATE "C", sku text COLLATE "C", quantity bigint, ms bigint,
      PRIMARY KEY (store, sku)
    ) ON COMMIT DROP
  `.execute(db);
  await sql`
    INSERT INTO gathered_counts (store, sku, quantity, ms)
    SELECT counted.store, counted.sku, counted.quantity, counted.ms
    FROM (
      SELECT r.store, r.doc ->> 'sku' AS sku, (r.doc ->> 'quantity')::bigint AS quantity,
        (r.doc ->> 'countedAt')::bigint AS ms,
        to_timestamp((r.doc ->> 'countedAt')::bigint / 1000.0)::timestamptz(3) AS at
      FROM json_to_recordset(${JSON.stringify(publications)}::json) AS p (version integer, store text)
      JOIN catalog_records r ON r.kind = 'stock' AND (p.store IS NULL OR r.store = p.store)
        AND r.from_version <= p.version AND (r.to_version IS NULL OR r.to_version > p.version)
    ) counted
    LEFT JOIN stock_levels l ON l.store = counted.store AND l.sku = counted.sku
    WHERE ${isNewer}
    ON CONFLICT DO NOTHING
  `.execute(db);
}

/** In the order in which levels are held, so that no page waits for whoever waits for the one before. */
export async function gatheredCounts(
  db: Db,
  after: StockKey,
  limit: number,
): Promise<readonly StockCount[]> {
  const { rows } = await sql<StockCount>`
    SELECT store, sku, quantity, ms AS "countedAt" FROM gathered_counts
    WHERE (store, sku) > (${after.store}, ${after.sku}) ORDER BY store, sku LIMIT ${limit}
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
