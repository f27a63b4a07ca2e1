import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Central } from '#central/central.ts';
import { centralEvent } from '#central/core/feed/central-event.ts';
import { insertEvents, type StoredEvent } from '#central/storage/events.ts';
import type { Db } from '#central/storage/schema.ts';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { completedOrder } from './pushed-events.ts';

/** A sale as the backend stored it. */
export function storedSale(store: string, wanted: Partial<OrderCompletedV1> = {}): StoredEvent {
  return centralEvent('order.completed', completedOrder({ ...wanted, store }));
}

/** Stores events in one transaction; returns their ids. */
export async function storeEvents(
  { db }: Pick<Central, 'db'>,
  events: readonly StoredEvent[],
): Promise<readonly string[]> {
  await db
    .transaction()
    .execute((transaction: Db) => insertEvents(transaction, events, new Date()));
  return events.map(({ id }) => id);
}

/**
 * Waits until every event can be read: PostgreSQL's own transactions, an ANALYZE for example, hold the feed
 * up for a moment like any other.
 */
export async function settleFeed({ db }: Pick<Central, 'db'>): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      SELECT 1 FROM events WHERE xid >= pg_snapshot_xmin(pg_current_snapshot()) LIMIT 1
    `.execute(db);
    if (rows.length === 0) return;
    await pause(5);
  }
}
