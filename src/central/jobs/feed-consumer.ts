import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { OpenCentral } from '../open-central.ts';
import {
  type FeedEvent,
  type FeedPlace,
  type FeedRead,
  feedAfter,
  placeOfConsumer,
} from '../storage/feed.ts';
import type { Db } from '../storage/schema.ts';

/**
 * Reads the feed for one purpose: repricing, stock, webhooks. What it makes of a batch and how far it has
 * come are written in one transaction, so each event counts once; of any number of processes one works
 * at a time. docs/decisions/0011-feed-and-consumers.md
 */
export interface FeedConsumer {
  /** Names its place in the feed; stable. */
  readonly name: string;
  readonly types: readonly string[];
  readonly batchSize: number;
  /** In the transaction that also moves the place; throwing leaves the batch for the next try. */
  apply(db: Db, events: readonly FeedEvent[]): Promise<void>;
  /** After the commit: what may be lost in a crash, e.g. waking somebody. */
  readonly applied?: () => void;
}

const pollMs = 1_000;
const longestRetryMs = 30_000;

/** Runs a consumer until it is stopped. */
export function runConsumer(
  central: Pick<OpenCentral, 'db' | 'logger' | 'metrics' | 'now' | 'subscribe'>,
  consumer: FeedConsumer,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let wake = new AbortController();
  const unsubscribe = central.subscribe(() => wake.abort());

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const read = await consumeBatch(central, consumer);
        failures = 0;
        if (read === consumer.batchSize) continue;
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        central.metrics.consumerFailures.inc({ consumer: consumer.name });
        central.logger.error({ err: error, consumer: consumer.name }, 'A feed consumer failed');
      }
      const waitMs = failures === 0 ? pollMs : Math.min(pollMs * 2 ** failures, longestRetryMs);
      wake = new AbortController();
      const signal = AbortSignal.any([wake.signal, stopping.signal]);
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    async stop() {
      unsubscribe();
      stopping.abort();
      await running;
    },
  };
}

/** One batch; returns how many events were read, 0 also when another process is at it. */
export async function consumeBatch(
  central: Pick<OpenCentral, 'db' | 'metrics' | 'now'>,
  consumer: FeedConsumer,
): Promise<number> {
  const { name } = consumer;
  const read = await central.db.transaction().execute(async (transaction) => {
    const place = await takePlace(transaction, name);
    if (place === null) return 0;
    const { events, end } = await nextEvents(transaction, place, consumer);
    // Before anything is made of them: a consumer that keeps failing falls behind for all to see.
    const oldest = events[0]?.receivedAt.getTime();
    central.metrics.consumerLag.set(
      { consumer: name },
      oldest === undefined ? 0 : (central.now() - oldest) / 1000,
    );
    if (events.length > 0) await consumer.apply(transaction, events);
    if (end !== null) await movePlace(transaction, name, end);
    return events.length;
  });
  if (read > 0) consumer.applied?.();
  return read;
}

/** Goes past what the consumer does not want, within reason: its place moves even when nothing is found. */
async function nextEvents(
  db: Db,
  place: FeedPlace,
  { types, batchSize }: FeedConsumer,
): Promise<FeedRead> {
  let read = await feedAfter(db, { after: place, types, limit: batchSize });
  for (let looks = 1; looks < 100; looks += 1) {
    if (read.events.length > 0 || !read.more || read.end === null) break;
    const next = await feedAfter(db, { after: read.end, types, limit: batchSize });
    read = { ...next, end: next.end ?? read.end };
  }
  return read;
}

/**
 * The consumer's place, held until the end of the transaction; `null` when somebody else holds it. The lock
 * writes nothing: a transaction that has not written holds nobody up who reads the feed, however long its
 * consumer takes.
 */
async function takePlace(db: Db, name: string): Promise<FeedPlace | null> {
  const { rows } = await sql<{ readonly taken: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`feed_consumers/${name}`}, 0)) AS taken
  `.execute(db);
  return rows[0]?.taken === true ? placeOfConsumer(db, name) : null;
}

async function movePlace(db: Db, name: string, { epoch, xid, seq }: FeedPlace): Promise<void> {
  await sql`
    INSERT INTO feed_consumers (name, epoch, xid, seq)
    VALUES (${name}, ${epoch}, ${xid}::xid8, ${seq})
    ON CONFLICT (name) DO UPDATE
    SET epoch = excluded.epoch, xid = excluded.xid, seq = excluded.seq
  `.execute(db);
}
