import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A position in the feed; events after it are read next. */
export interface FeedPlace {
  readonly epoch: number;
  /** Decimal: 64 bits do not fit a number. */
  readonly xid: string;
  readonly seq: number;
}

/** Before the first event. */
export const feedStart: FeedPlace = { epoch: 0, xid: '0', seq: 0 };

/** An event as the feed has it. */
export interface FeedEvent extends FeedPlace {
  readonly id: string;
  readonly store: string;
  readonly device: string | null;
  readonly deviceSeq: number | null;
  readonly type: string;
  readonly schemaVersion: number;
  readonly payload: unknown;
  readonly receivedAt: Date;
}

interface FeedRow {
  readonly epoch: number;
  readonly xid: string;
  readonly seq: number;
  readonly id: string;
  readonly store: string;
  readonly device: string | null;
  readonly device_seq: number | null;
  readonly type: string;
  readonly schema_version: number;
  readonly payload: unknown;
  readonly received_at: Date;
}

/** What one look into the feed gave. */
export interface FeedRead {
  readonly events: readonly FeedEvent[];
  /** Where to go on, past what was not asked for too; `null` when there was nothing. */
  readonly end: FeedPlace | null;
  /** Whether there is more behind `end` already. */
  readonly more: boolean;
}

/** Places that one look passes over at most, so that a rare type in a long feed costs no long query. */
const windowSize = 10_000;

/**
 * The next events, oldest first. Only what is older than every running transaction is read: nothing can
 * come to stand before it any more, so a reader that goes on from `end` misses nothing. A page may hold
 * fewer than `limit`, or none, although there is `more`.
 */
export async function feedAfter(
  db: Db,
  query: {
    readonly after: FeedPlace;
    /** All types when absent. */
    readonly types?: readonly string[];
    readonly store?: string;
    readonly limit: number;
  },
): Promise<FeedRead> {
  const { after, types, store, limit } = query;
  const unfiltered = types === undefined && store === undefined;
  const window = await windowAfter(db, after, unfiltered ? limit : windowSize);
  if (window === null) return { events: [], end: null, more: false };
  const ofTypes = types === undefined ? sql`` : sql`AND type = ANY(${[...types]})`;
  const ofStore = store === undefined ? sql`` : sql`AND store = ${store}`;
  // What is in the window is settled: this statement sees what the one before it saw. The order names the
  // table's columns, for `xid` alone would be the text that is selected, whose 1000 comes before 999.
  const { rows } = await sql<FeedRow>`
    SELECT epoch, xid::text AS xid, seq, id, store, device, device_seq, type, schema_version,
      payload, received_at
    FROM events
    WHERE (epoch, xid, seq) > (${after.epoch}, ${after.xid}::xid8, ${after.seq})
      AND (epoch, xid, seq) <= (${window.end.epoch}, ${window.end.xid}::xid8, ${window.end.seq})
      ${ofTypes} ${ofStore}
    ORDER BY events.epoch, events.xid, events.seq
    LIMIT ${limit}
  `.execute(db);
  const events = rows.map(eventOf);
  const last = events.at(-1);
  if (last === undefined || events.length < limit) {
    return { events, end: window.end, more: window.more };
  }
  const { epoch, xid, seq } = last;
  const beyond = epoch !== window.end.epoch || xid !== window.end.xid || seq !== window.end.seq;
  return { events, end: { epoch, xid, seq }, more: beyond || window.more };
}

/** The last of the next places, out of the index alone; `more` when the window is full. */
async function windowAfter(
  db: Db,
  after: FeedPlace,
  size: number,
): Promise<{ readonly end: FeedPlace; readonly more: boolean } | null> {
  const { rows } = await sql<FeedPlace & { readonly count: number }>`
    SELECT epoch, xid::text AS xid, seq, count
    FROM feed_window(${after.epoch}, ${after.xid}::xid8, ${after.seq}, ${size})
  `.execute(db);
  const [last] = rows;
  if (last === undefined) return null;
  const { epoch, xid, seq, count } = last;
  return { end: { epoch, xid, seq }, more: count === size };
}

/** What is stored under these ids; who is not there is left out. */
export async function eventsById(
  db: Db,
  ids: readonly { readonly store: string; readonly id: string }[],
): Promise<readonly FeedEvent[]> {
  const { rows } = await sql<FeedRow>`
    SELECT epoch, xid::text AS xid, seq, id, store, device, device_seq, type, schema_version,
      payload, received_at
    FROM events
    JOIN unnest(
      ${ids.map(({ store }) => store)}::text[], ${ids.map(({ id }) => id)}::uuid[]
    ) AS wanted (store, id) USING (store, id)
  `.execute(db);
  return rows.map(eventOf);
}

function eventOf(row: FeedRow): FeedEvent {
  return {
    epoch: row.epoch,
    xid: row.xid,
    seq: row.seq,
    id: row.id,
    store: row.store,
    device: row.device,
    deviceSeq: row.device_seq,
    type: row.type,
    schemaVersion: row.schema_version,
    payload: row.payload,
    receivedAt: row.received_at,
  };
}

/**
 * Whether this database cannot have given out the place: everything that was ever read is older than every
 * running transaction. So it was put back to an earlier time since, and nobody told it (`beginEpoch`).
 */
export async function isAhead(db: Db, { epoch, xid }: FeedPlace): Promise<boolean> {
  const { rows } = await sql<{ readonly ahead: boolean }>`
    SELECT ${epoch}::integer > feed_epoch() OR (
      ${epoch}::integer = feed_epoch()
      AND ${xid}::xid8 >= pg_snapshot_xmin(pg_current_snapshot())
    ) AS ahead
  `.execute(db);
  return rows[0]?.ahead === true;
}

/** Which of two places comes first in the feed: negative when `a` does. */
export function comparePlaces(a: FeedPlace, b: FeedPlace): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  if (a.xid !== b.xid) return BigInt(a.xid) < BigInt(b.xid) ? -1 : 1;
  return a.seq - b.seq;
}
