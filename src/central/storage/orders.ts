import { sql } from 'kysely';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { Db, Tables } from './schema.ts';

export type OrderRow = Tables['orders'];

/** Where a page of orders begins: after this one, newest first. */
export interface OrderPlace {
  readonly soldAtMs: number;
  readonly id: string;
}

/** Sales, the newest first. */
export async function ordersPage(
  db: Db,
  query: {
    readonly store?: string;
    readonly from?: Date;
    readonly to?: Date;
    readonly after?: OrderPlace;
    /** Only those of which pricing again gave this. */
    readonly repricing?: Tables['repricings']['outcome'];
    readonly limit: number;
  },
): Promise<readonly OrderRow[]> {
  const { store, from, to, after, repricing, limit } = query;
  let rows = db.selectFrom('orders').selectAll();
  if (store !== undefined) rows = rows.where('store', '=', store);
  if (from !== undefined) rows = rows.where('sold_at', '>=', from);
  if (to !== undefined) rows = rows.where('sold_at', '<', to);
  if (repricing !== undefined) {
    rows = rows.where((where) =>
      where.exists(
        where
          .selectFrom('repricings')
          .select('outcome')
          .whereRef('repricings.store', '=', 'orders.store')
          .whereRef('repricings.id', '=', 'orders.id')
          .where('outcome', '=', repricing),
      ),
    );
  }
  if (after !== undefined) {
    const soldAt = new Date(after.soldAtMs);
    rows = rows.where(sql<boolean>`(sold_at, id) < (${soldAt}, ${after.id}::uuid)`);
  }
  return rows.orderBy('sold_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** A sale with its event's payload; `null` when there is none with this id. */
export async function findOrder(
  db: Db,
  id: string,
): Promise<{ readonly order: OrderRow; readonly completed: OrderCompletedV1 } | null> {
  const order = await db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst();
  if (order === undefined) return null;
  const event = await db
    .selectFrom('events')
    .select('payload')
    .where('store', '=', order.store)
    .where('id', '=', order.event)
    .executeTakeFirst();
  // It was checked against the schema before it was stored.
  return event === undefined ? null : { order, completed: event.payload as OrderCompletedV1 };
}
