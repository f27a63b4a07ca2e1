import { sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * Waits for whoever is writing to the feed: readers go past all of an epoch as soon as there is a later one,
 * so nothing may still commit in it.
 */
export const lockFeed = 'LOCK TABLE events, person_erasures IN SHARE ROW EXCLUSIVE MODE';

/** The present epoch of the feed. */
export async function feedEpoch(db: Db): Promise<number> {
  const { rows } = await sql<{ readonly epoch: number }>`SELECT feed_epoch() AS epoch`.execute(db);
  return rows[0]?.epoch ?? 0;
}

/**
 * Begins the next epoch of the feed; returns its number. What is stored from now on comes after all that
 * was there, whatever the numbers of transactions are. Inside a transaction.
 */
export async function beginEpoch(db: Db, at: Date): Promise<number> {
  await sql.raw(lockFeed).execute(db);
  const { rows } = await sql<{ readonly epoch: number }>`
    INSERT INTO feed_epochs (epoch, cluster, began_at)
    SELECT feed_epoch() + 1, last.cluster, ${at}
    FROM (SELECT cluster FROM feed_epochs ORDER BY epoch DESC LIMIT 1) last
    RETURNING epoch
  `.execute(db);
  const [begun] = rows;
  if (begun === undefined) throw new Error('The database has no epoch yet; run "central migrate"');
  return begun.epoch;
}
