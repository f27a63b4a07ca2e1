import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { mostUnits, type StockKey } from './stock-levels.ts';

/** The first of these that is beyond what is counted, or of which a device has sold more; `null`: none is. */
export async function levelBeyond(db: Db, keys: readonly StockKey[]): Promise<StockKey | null> {
  if (keys.length === 0) return null;
  const named = keys.map(({ store, sku }) => ({ store, sku }));
  const { rows } = await sql<StockKey>`
    SELECT l.store, l.sku
    FROM json_to_recordset(${JSON.stringify(named)}::json) AS named (store text, sku text)
    JOIN stock_levels l ON l.store = named.store AND l.sku = named.sku
    WHERE abs(l.moved) > ${mostUnits} OR abs(coalesce(l.counted, 0) + l.moved) > ${mostUnits}
      OR EXISTS (
        SELECT FROM stock_allotments a
        WHERE a.store = l.store AND a.sku = l.sku AND a.granted > ${mostUnits}
      )
    LIMIT 1
  `.execute(db);
  return rows[0] ?? null;
}
