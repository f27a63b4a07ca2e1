import { type RawBuilder, sql } from 'kysely';
import type { StockPool } from '#shared/domain/stock/pool.ts';
import type { Db } from './schema.ts';

/** More of one SKU in one store are not counted, above zero or below: their sums are still exact. STK-48 */
export const mostUnits = 1_000_000_000_000_000;

/** One SKU in one store. */
export interface StockKey {
  readonly store: string;
  readonly sku: string;
}

/** A pool with what it was counted by. */
export interface StockLevel extends StockKey, StockPool {
  /** `null`: never counted. */
  readonly counted: number | null;
  readonly countedAt: Date | null;
}

/** A text that no two keys share: store ids and SKUs have no `|`. */
export function stockKey({ store, sku }: StockKey): string {
  return `${sku}|${store}`;
}

const distinct = (keys: readonly StockKey[]): StockKey[] => [
  ...new Map(keys.map(({ store, sku }) => [stockKey({ store, sku }), { store, sku }])).values(),
];

/**
 * Holds the levels of these keys until the end of the transaction and reads them, with what is allotted
 * and reserved. Always before anything about them is changed, and all of a transaction's at once: they
 * are held in one order, so that no two wait for each other. Reservations that have run out by `at` end
 * here, so that nobody counts on what another takes as free.
 * @returns by `stockKey`; what was never heard of is not there, unless `create` makes its level.
 */
export async function holdLevels(
  db: Db,
  keys: readonly StockKey[],
  at: Date,
  { create = false }: { readonly create?: boolean } = {},
): Promise<ReadonlyMap<string, StockLevel>> {
  if (keys.length === 0) return new Map();
  const wanted = JSON.stringify(distinct(keys));
  if (create) {
    await sql`
      INSERT INTO stock_levels (store, sku)
      SELECT store COLLATE "C", sku COLLATE "C"
      FROM json_to_recordset(${wanted}::json) AS wanted (store text, sku text) ORDER BY 1, 2
      ON CONFLICT DO NOTHING
    `.execute(db);
  }
  await sql`
    SELECT 1 FROM stock_levels
    WHERE (store, sku) IN (
      SELECT store, sku FROM json_to_recordset(${wanted}::json) AS wanted (store text, sku text)
    )
    ORDER BY store, sku FOR UPDATE
  `.execute(db);
  await expireReservations(db, at, wanted);
  return readLevels(db, wanted);
}

async function readLevels(db: Db, wanted: string): Promise<ReadonlyMap<string, StockLevel>> {
  // In a statement of its own: it must see what was committed while the rows were waited for.
  const { rows } = await sql<LevelRow>`
    SELECT ${columnsOfLevel(sql`r.holds`)}
    FROM json_to_recordset(${wanted}::json) AS wanted (store text, sku text)
    JOIN stock_levels l ON l.store = wanted.store AND l.sku = wanted.sku
  `.execute(db);
  return new Map(rows.map((row) => [stockKey(row), levelOf(row)]));
}

/** Levels of a store in SKU order, as they are committed now. */
export async function levelsPage(
  db: Db,
  query: {
    readonly store: string;
    readonly sku?: string;
    readonly afterSku: string;
    readonly limit: number;
    readonly at: Date;
  },
): Promise<readonly StockLevel[]> {
  const { store, sku, afterSku, limit, at } = query;
  const ofSku = sku === undefined ? sql`` : sql`AND l.sku = ${sku}`;
  const { rows } = await sql<LevelRow>`
    SELECT ${columnsOfLevel(isOpenAt(at))} FROM stock_levels l
    WHERE l.store = ${store} AND l.sku > ${afterSku} ${ofSku}
    ORDER BY l.sku LIMIT ${limit}
  `.execute(db);
  return rows.map(levelOf);
}

interface LevelRow extends StockKey {
  readonly counted: number | null;
  readonly counted_at: Date | null;
  readonly moved: number;
  readonly allotted: number;
  readonly reserved: number;
}

/** A reservation that has run out counts no more, though nobody has ended it yet. */
function isOpenAt(at: Date): RawBuilder<unknown> {
  return sql`r.holds AND EXISTS (
    SELECT 1 FROM stock_reservations o WHERE o.id = r.reservation AND o.expires_at > ${at}
  )`;
}

/** Whatever stands in the tables, what is read can be counted with: no sum of these is inexact. STK-48 */
const shown = (quantity: RawBuilder<unknown>) =>
  sql`greatest(-${mostShown}::bigint, least(${mostShown}::bigint, ${quantity}))::bigint`;
const mostShown = sql.lit(2 * mostUnits);

const columnsOfLevel = (isReserved: RawBuilder<unknown>) => sql`
  l.store, l.sku, l.counted, l.counted_at, ${shown(sql`l.moved`)} AS moved,
  (SELECT ${shown(sql`coalesce(sum(a.granted - a.sold - a.returned), 0)`)} FROM stock_allotments a
   WHERE a.store = l.store AND a.sku = l.sku) AS allotted,
  (SELECT ${shown(sql`coalesce(sum(r.quantity), 0)`)} FROM stock_reservation_lines r
   WHERE r.store = l.store AND r.sku = l.sku AND ${isReserved}) AS reserved`;

function levelOf(row: LevelRow): StockLevel {
  const { store, sku, counted, counted_at: countedAt, moved, allotted, reserved } = row;
  return { store, sku, counted, countedAt, onHand: (counted ?? 0) + moved, allotted, reserved };
}

/** Ends reservations that have run out; of these keys only, or all. Returns how many. STK-53 */
export async function expireReservations(db: Db, at: Date, wanted?: string): Promise<number> {
  const ofKeys =
    wanted === undefined
      ? sql``
      : sql`AND id IN (
          SELECT r.reservation FROM stock_reservation_lines r
          JOIN json_to_recordset(${wanted}::json) AS wanted (store text, sku text)
            ON r.store = wanted.store AND r.sku = wanted.sku
          WHERE r.holds
        )`;
  // Whoever is at one of them already ends it too; until then it counts as reserved.
  const { rows } = await sql<{ readonly id: string }>`
    WITH ended AS (
      UPDATE stock_reservations SET state = 'expired', ended_at = ${at}
      WHERE id IN (
        SELECT id FROM stock_reservations
        WHERE state = 'open' AND expires_at <= ${at} ${ofKeys}
        FOR UPDATE SKIP LOCKED
      )
      RETURNING id
    )
    UPDATE stock_reservation_lines SET holds = false
    FROM ended WHERE reservation = ended.id
    RETURNING ended.id
  `.execute(db);
  return new Set(rows.map(({ id }) => id)).size;
}

/** Devices that have units of these are asked for some until then. STK-15 */
export async function recallUntil(db: Db, keys: readonly StockKey[], until: Date): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    UPDATE stock_levels l SET recall_until = greatest(l.recall_until, ${until})
    FROM json_to_recordset(${JSON.stringify(distinct(keys))}::json) AS wanted (store text, sku text)
    WHERE l.store = wanted.store AND l.sku = wanted.sku
  `.execute(db);
}
