import { sql } from 'kysely';
import { type FeedPlace, feedStart } from './feed.ts';
import type { Db } from './schema.ts';

/** How far a reader inside the backend has come; the beginning when it has not read yet. */
export async function placeOfConsumer(db: Db, name: string): Promise<FeedPlace> {
  const row = await db
    .selectFrom('feed_consumers')
    .select(['epoch', sql<string>`xid::text`.as('xid'), 'seq'])
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? feedStart;
}

/**
 * The consumer's place, held until the end of the transaction; `null` when somebody else holds it. The lock
 * writes nothing: a transaction that has not written holds nobody up who reads the feed, however long its
 * consumer takes.
 */
export async function takePlace(db: Db, name: string): Promise<FeedPlace | null> {
  const { rows } = await sql<{ readonly taken: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`feed_consumers/${name}`}, 0)) AS taken
  `.execute(db);
  return rows[0]?.taken === true ? placeOfConsumer(db, name) : null;
}

/** Says how far the consumer has come; in the transaction of what it made of it. */
export async function movePlace(
  db: Db,
  name: string,
  { epoch, xid, seq }: FeedPlace,
): Promise<void> {
  await sql`
    INSERT INTO feed_consumers (name, epoch, xid, seq)
    VALUES (${name}, ${epoch}, ${xid}::xid8, ${seq})
    ON CONFLICT (name) DO UPDATE
    SET epoch = excluded.epoch, xid = excluded.xid, seq = excluded.seq
  `.execute(db);
}
