import { assert } from '#shared/lib/assert.ts';
import type { Db, Tables } from './schema.ts';
import type { StockKey } from './stock-levels.ts';

/** A reservation with its lines, in SKU order. */
export interface StoredReservation {
  readonly id: string;
  readonly store: string;
  readonly state: Tables['stock_reservations']['state'];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly orderId: string | null;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
}

/** `null` when there is none with this id. Its lines never change, its state only once. */
export async function findReservation(db: Db, id: string): Promise<StoredReservation | null> {
  const row = await db
    .selectFrom('stock_reservations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const lines = await db
    .selectFrom('stock_reservation_lines')
    .select(['sku', 'quantity'])
    .where('reservation', '=', id)
    .orderBy('sku')
    .execute();
  return {
    id,
    store: row.store,
    state: row.state,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    orderId: row.order_id,
    lines,
  };
}

/**
 * The same, held until the end of the transaction: what ends reservations that have run out holds no levels.
 * After the levels, as everybody does.
 */
export async function holdReservation(db: Db, id: string): Promise<StoredReservation | null> {
  await db
    .selectFrom('stock_reservations')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  // In a statement of its own: it must see what was committed while the row was waited for.
  return findReservation(db, id);
}

/** False when the id is taken; the levels must be held. */
export async function insertReservation(
  db: Db,
  reservation: Pick<StoredReservation, 'id' | 'store' | 'createdAt' | 'expiresAt' | 'lines'>,
): Promise<boolean> {
  const { id, store, createdAt, expiresAt, lines } = reservation;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('stock_reservations')
    .values({
      id,
      store,
      state: 'open',
      created_at: createdAt,
      expires_at: expiresAt,
      ended_at: null,
      order_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await db
    .insertInto('stock_reservation_lines')
    .values(
      lines.map(({ sku, quantity }) => ({ reservation: id, store, sku, quantity, holds: true })),
    )
    .execute();
  return true;
}

/** Ends an open reservation; the levels and the reservation must be held. */
export async function endReservation(
  db: Db,
  id: string,
  end: {
    readonly state: 'committed' | 'released';
    readonly at: Date;
    readonly orderId: string | null;
  },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('stock_reservations')
    .set({ state: end.state, ended_at: end.at, order_id: end.orderId })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  assert(numUpdatedRows === 1n, `reservation ${id} is open`);
  await db
    .updateTable('stock_reservation_lines')
    .set({ holds: false })
    .where('reservation', '=', id)
    .execute();
}

/** The levels that a reservation touches. */
export function keysOf({ store, lines }: Pick<StoredReservation, 'store' | 'lines'>): StockKey[] {
  return lines.map(({ sku }) => ({ store, sku }));
}
