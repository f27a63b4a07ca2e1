import type { Db, Tables } from './schema.ts';

/** An event that a consumer went past without having made anything of it, and why. */
export type ConsumerFailure = Tables['feed_consumer_failures'];

/** Writes a failure down; the event's last one stands for those before it. */
export async function noteFailure(db: Db, failure: ConsumerFailure): Promise<void> {
  const { message, at } = failure;
  await db
    .insertInto('feed_consumer_failures')
    .values(failure)
    // After a restore the feed may be read again, and a failure may be tried again.
    .onConflict((conflict) =>
      conflict.columns(['consumer', 'store', 'event']).doUpdateSet({ message, at }),
    )
    .execute();
}

/** The oldest first, at most `limit`; of one consumer, or of all. */
export async function consumerFailures(
  db: Db,
  { consumer, limit }: { readonly consumer?: string; readonly limit: number },
): Promise<readonly ConsumerFailure[]> {
  let rows = db.selectFrom('feed_consumer_failures').selectAll();
  if (consumer !== undefined) rows = rows.where('consumer', '=', consumer);
  return rows.orderBy('at').orderBy('event').limit(limit).execute();
}

/** Takes a failure away in the transaction that makes up for it; false when somebody else does, or did. */
export async function takeFailure(
  db: Db,
  { consumer, store, event }: Pick<ConsumerFailure, 'consumer' | 'store' | 'event'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('feed_consumer_failures')
    .where('consumer', '=', consumer)
    .where('store', '=', store)
    .where('event', '=', event)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
