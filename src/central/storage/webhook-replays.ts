import { sql } from 'kysely';
import type { FeedPlace } from './feed.ts';
import type { Db } from './schema.ts';

/** A webhook that gets again what is in the feed after `place`, to `until`. */
export interface Replay {
  readonly webhook: string;
  readonly place: FeedPlace;
  readonly until: FeedPlace;
}

/** Begins a replay; one of the same webhook that is not done yet goes back to the earlier place. */
export async function requestReplay(db: Db, { webhook, place, until }: Replay, at: Date) {
  await sql`
    INSERT INTO webhook_replays AS known
      (webhook, epoch, xid, seq, until_epoch, until_xid, until_seq, requested_at)
    VALUES (${webhook}, ${place.epoch}, ${place.xid}::xid8, ${place.seq},
      ${until.epoch}, ${until.xid}::xid8, ${until.seq}, ${at})
    ON CONFLICT (webhook) DO UPDATE SET
      (epoch, xid, seq) = (
        SELECT epoch, xid, seq
        FROM (VALUES (known.epoch, known.xid, known.seq),
          (excluded.epoch, excluded.xid, excluded.seq)) AS places (epoch, xid, seq)
        ORDER BY epoch, xid, seq LIMIT 1
      ),
      until_epoch = excluded.until_epoch, until_xid = excluded.until_xid,
      until_seq = excluded.until_seq, requested_at = excluded.requested_at
  `.execute(db);
}

/** A replay to go on with, nobody else's until the end of the transaction; the oldest request first. */
export async function takeReplay(db: Db): Promise<Replay | null> {
  const row = await db
    .selectFrom('webhook_replays')
    .select(['webhook', 'epoch', 'seq', 'until_epoch', 'until_seq'])
    .select([sql<string>`xid::text`.as('xid'), sql<string>`until_xid::text`.as('untilXid')])
    .orderBy('requested_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { webhook, epoch, xid, seq } = row;
  const until = { epoch: row.until_epoch, xid: row.untilXid, seq: row.until_seq };
  return { webhook, place: { epoch, xid, seq }, until };
}

export async function moveReplay(db: Db, webhook: string, place: FeedPlace): Promise<void> {
  await sql`
    UPDATE webhook_replays
    SET epoch = ${place.epoch}, xid = ${place.xid}::xid8, seq = ${place.seq}
    WHERE webhook = ${webhook}
  `.execute(db);
}

export async function endReplay(db: Db, webhook: string): Promise<void> {
  await db.deleteFrom('webhook_replays').where('webhook', '=', webhook).execute();
}
