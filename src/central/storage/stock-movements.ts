import { sql } from 'kysely';
import type { Db, Tables } from './schema.ts';

export type StockMovement = Omit<Tables['stock_movements'], 'recorded_at'>;

/**
 * Adds to the ledger what is not there yet, and to the levels what moved after their last count; the
 * levels must be held. STK-40
 * @returns what was new, in no order.
 */
export async function addMovements(
  db: Db,
  movements: readonly StockMovement[],
  at: Date,
): Promise<readonly StockMovement[]> {
  if (movements.length === 0) return [];
  const { rows } = await sql<StockMovement>`
    INSERT INTO stock_movements
      (store, id, sku, quantity, kind, at, recorded_at, device, order_id, reason)
    SELECT store, id, sku, quantity, kind, at, ${at}, device, order_id, reason
    FROM json_to_recordset(${JSON.stringify(movements)}::json) AS moved (
      store text, id uuid, sku text, quantity bigint, kind text, at timestamptz, device uuid,
      order_id uuid, reason text
    )
    ON CONFLICT (store, id, sku) DO NOTHING
    RETURNING store, id, sku, quantity, kind, at, device, order_id, reason
  `.execute(db);
  if (rows.length > 0) await moveLevels(db, rows);
  return rows;
}

async function moveLevels(db: Db, movements: readonly StockMovement[]): Promise<void> {
  await sql`
    UPDATE stock_levels l SET moved = l.moved + later.quantity
    FROM (
      SELECT m.store, m.sku, sum(m.quantity)::bigint AS quantity
      FROM json_to_recordset(${JSON.stringify(movements)}::json) AS m (
        store text, sku text, quantity bigint, at timestamptz
      )
      JOIN stock_levels counted ON counted.store = m.store AND counted.sku = m.sku
      WHERE counted.counted_at IS NULL OR m.at > counted.counted_at
      GROUP BY m.store, m.sku
    ) later
    WHERE l.store = later.store AND l.sku = later.sku
  `.execute(db);
}

/** What is in the ledger under the ids of these, in their stores. */
export async function knownMovements(
  db: Db,
  movements: readonly Pick<StockMovement, 'store' | 'id'>[],
): Promise<readonly StockMovement[]> {
  return db
    .selectFrom('stock_movements')
    .select(['store', 'id', 'sku', 'quantity', 'kind', 'at', 'device', 'order_id', 'reason'])
    .where('store', 'in', [...new Set(movements.map(({ store }) => store))])
    .where(
      'id',
      'in',
      movements.map(({ id }) => id),
    )
    .execute();
}
