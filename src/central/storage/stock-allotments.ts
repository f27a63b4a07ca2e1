import { sql } from 'kysely';
import type { Allotment } from '#shared/domain/stock/allotment.ts';
import type { Db } from './schema.ts';
import type { StockKey } from './stock-levels.ts';

/** An allotment as head office has it. */
export interface DeviceAllotment extends StockKey, Allotment {
  readonly device: string;
  /** What a shopper at the device needs beyond what it has. */
  readonly wanted: number;
  readonly wantedAt: Date | null;
  /** The largest total of sales that the device told when it asked, and when it last told that. */
  readonly toldSold: number;
  readonly toldAt: Date | null;
  /** The last such moment of which all those sales had arrived. */
  readonly settledAt: Date | null;
}

interface AllotmentRow extends StockKey, Allotment {
  readonly device: string;
  readonly wanted: number;
  readonly wanted_at: Date | null;
  readonly told_sold: number;
  readonly told_at: Date | null;
  readonly settled_at: Date | null;
}

const columns = sql.raw(
  'a.store, a.sku, a.device, a.granted, a.sold, a.returned, a.wanted, a.wanted_at, a.told_sold, a.told_at, a.settled_at',
);

function allotmentOf(row: AllotmentRow): DeviceAllotment {
  const { wanted_at: wantedAt, told_sold: toldSold, told_at: toldAt, ...rest } = row;
  const { settled_at: settledAt, ...allotment } = rest;
  return { ...allotment, wantedAt, toldSold, toldAt, settledAt };
}

/** Every device's allotments of these keys. */
export async function allotmentsOf(
  db: Db,
  keys: readonly StockKey[],
): Promise<readonly DeviceAllotment[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<AllotmentRow>`
    SELECT ${columns}
    FROM json_to_recordset(${JSON.stringify(keys)}::json) AS wanted (store text, sku text)
    JOIN stock_allotments a ON a.store = wanted.store AND a.sku = wanted.sku
  `.execute(db);
  return rows.map(allotmentOf);
}

/** Of these devices the allotments of these keys, where there are any. */
export async function ownAllotments(
  db: Db,
  keys: readonly (StockKey & { readonly device: string })[],
): Promise<readonly DeviceAllotment[]> {
  if (keys.length === 0) return [];
  const wanted = keys.map(({ store, sku, device }) => ({ store, sku, device }));
  const { rows } = await sql<AllotmentRow>`
    SELECT ${columns}
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS wanted (
      store text, sku text, device uuid
    )
    JOIN stock_allotments a
      ON a.store = wanted.store AND a.sku = wanted.sku AND a.device = wanted.device
  `.execute(db);
  return rows.map(allotmentOf);
}

/** Writes what came of an exchange; the levels must be held. */
export async function saveAllotments(
  db: Db,
  allotments: readonly DeviceAllotment[],
): Promise<void> {
  if (allotments.length === 0) return;
  await sql`
    INSERT INTO stock_allotments AS a
      (store, sku, device, granted, sold, returned, wanted, wanted_at, told_sold, told_at, settled_at)
    SELECT store, sku, device, granted, sold, returned, wanted, "wantedAt", "toldSold", "toldAt",
      "settledAt"
    FROM json_to_recordset(${JSON.stringify(allotments)}::json) AS said (
      store text, sku text, device uuid, granted bigint, sold bigint, returned bigint,
      wanted bigint, "wantedAt" timestamptz, "toldSold" bigint, "toldAt" timestamptz,
      "settledAt" timestamptz
    )
    ON CONFLICT (store, sku, device) DO UPDATE SET granted = excluded.granted,
      sold = excluded.sold, returned = excluded.returned, wanted = excluded.wanted,
      wanted_at = excluded.wanted_at, told_sold = excluded.told_sold, told_at = excluded.told_at,
      settled_at = excluded.settled_at
  `.execute(db);
}

/**
 * Counts what devices sold; the levels must be held. What was sold beyond the grant was sold before the
 * device had one: it is granted now. STK-4
 */
export async function addSold(
  db: Db,
  sales: readonly (StockKey & { readonly device: string; readonly quantity: number })[],
): Promise<void> {
  if (sales.length === 0) return;
  await sql`
    INSERT INTO stock_allotments AS a (store, sku, device, granted, sold)
    SELECT store, sku, device, sum(quantity), sum(quantity)
    FROM json_to_recordset(${JSON.stringify(sales)}::json) AS sold (
      store text, sku text, device uuid, quantity bigint
    )
    GROUP BY store, sku, device
    ON CONFLICT (store, sku, device) DO UPDATE SET sold = a.sold + excluded.sold,
      granted = greatest(a.granted, a.sold + excluded.sold + a.returned)
  `.execute(db);
}

/** What this device has of SKUs that others need at the moment. STK-15 */
export async function recalledFrom(
  db: Db,
  device: string,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<readonly StockKey[]> {
  const { rows } = await sql<StockKey>`
    SELECT a.store, a.sku FROM stock_allotments a
    JOIN stock_levels l ON l.store = a.store AND l.sku = a.sku
    WHERE a.device = ${device} AND a.granted > a.sold + a.returned
      AND l.recall_until IS NOT NULL AND l.recall_until > ${at}
    ORDER BY a.store, a.sku LIMIT ${limit}
  `.execute(db);
  return rows;
}

/** How many devices sell in each of the stores. */
export async function devicesPerStore(
  db: Db,
  stores: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (stores.length === 0) return new Map();
  const rows = await db
    .selectFrom('devices')
    .select(['store', sql<number>`count(*)::integer`.as('devices')])
    .where('store', 'in', stores)
    .where('revoked_at', 'is', null)
    .groupBy('store')
    .execute();
  return new Map(rows.map(({ store, devices }) => [store, devices]));
}

/** What a device still has, everywhere. */
export async function remainingOf(db: Db, device: string): Promise<readonly StockKey[]> {
  return db
    .selectFrom('stock_allotments')
    .select(['store', 'sku'])
    .where('device', '=', device)
    .where(sql<boolean>`granted > sold + returned`)
    .execute();
}

/** As if the device had given back all that it has; the levels must be held. */
export async function giveAllBack(db: Db, device: string): Promise<void> {
  await db
    .updateTable('stock_allotments')
    .set({ returned: sql<number>`granted - sold`, wanted: 0, wanted_at: null })
    .where('device', '=', device)
    .where(sql<boolean>`granted > sold + returned`)
    .execute();
}
