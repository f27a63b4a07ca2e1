import { setTimeout as pause } from 'node:timers/promises';
import { InvariantError } from '#shared/lib/assert.ts';
import type { OpenCentral } from '../open-central.ts';
import { isRefusedData } from '../storage/database.ts';
import { type FeedEvent, type FeedPlace, type FeedRead, feedAfter } from '../storage/feed.ts';
import { noteFailure } from '../storage/feed-consumer-failures.ts';
import { movePlace, takePlace } from '../storage/feed-consumers.ts';
import { inSavepoint } from '../storage/savepoint.ts';
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
  /**
   * In the transaction that also moves the place. Throwing leaves the batch for the next try; when it is for
   * what an event holds, the events are tried one by one, and those that fail again are set aside.
   */
  apply(db: Db, events: readonly FeedEvent[]): Promise<void>;
  /** Tells others of every event in the order of the feed: none is ever set aside. */
  readonly skipsNothing?: true;
  /** After the commit: what may be lost in a crash, e.g. waking somebody. */
  readonly applied?: () => void;
}

const pollMs = 1_000;
const longestRetryMs = 30_000;
/** Another push may come right after the last one. */
const stillStoringMs = 1_000;
/** Of a backlog: how many times as long as it worked a consumer rests, so that whoever asks has their turn. */
const restFactor = 1;
/** The same while events come: what is stored can be read later, a kiosk waits now. */
const restFactorWhileStoring = 6;
const longestRestMs = 1_000;

/** Runs a consumer until it is stopped. */
export function runConsumer(
  central: Pick<OpenCentral, 'db' | 'logger' | 'metrics' | 'now' | 'subscribe'>,
  consumer: FeedConsumer,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let wake = new AbortController();
  let storedAt = Number.NEGATIVE_INFINITY;
  const unsubscribe = central.subscribe(() => {
    storedAt = performance.now();
    wake.abort();
  });
  central.metrics.consumerFailures.inc({ consumer: consumer.name }, 0);
  central.metrics.consumerSetAside.inc({ consumer: consumer.name }, 0);

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const began = performance.now();
        const read = await consumeBatch(central, consumer);
        failures = 0;
        if (read === consumer.batchSize) {
          const isStoring = performance.now() - storedAt < stillStoringMs;
          const tookMs = performance.now() - began;
          const factor = isStoring ? restFactorWhileStoring : restFactor;
          await rest(Math.min(tookMs * factor, longestRestMs));
          continue;
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        central.metrics.consumerFailures.inc({ consumer: consumer.name });
        central.logger.error({ err: error, consumer: consumer.name }, 'A feed consumer failed');
      }
      const waitMs = failures === 0 ? pollMs : Math.min(pollMs * 2 ** failures, longestRetryMs);
      wake = new AbortController();
      await rest(waitMs, wake.signal);
    }
  }

  async function rest(ms: number, woken: AbortSignal = stopping.signal): Promise<void> {
    const signal = AbortSignal.any([woken, stopping.signal]);
    await pause(ms, undefined, { signal }).catch(() => undefined);
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

type Ports = Pick<OpenCentral, 'db' | 'logger' | 'metrics' | 'now'>;

/**
 * One batch; returns how many events were read, 0 also when another process is at it. A batch that fails for
 * what one of its events holds is read again event by event.
 */
export async function consumeBatch(central: Ports, consumer: FeedConsumer): Promise<number> {
  try {
    return await consume(central, consumer, applyAll);
  } catch (error) {
    if (consumer.skipsNothing === true || !isAboutData(error)) throw error;
  }
  const single = { ...consumer, batchSize: 1 };
  let read = 0;
  while (read < consumer.batchSize) {
    if ((await consume(central, single, applyOrSetAside)) === 0) break;
    read += 1;
  }
  return read;
}

/** Applies events in the transaction; returns how many were set aside instead. */
type Apply = (
  db: Db,
  consumer: FeedConsumer,
  events: readonly FeedEvent[],
  central: Ports,
) => Promise<number>;

const applyAll: Apply = async (db, consumer, events) => {
  await consumer.apply(db, events);
  return 0;
};

const applyOrSetAside: Apply = async (db, consumer, [event], central) => {
  if (event === undefined) return 0;
  return (await appliesOne(db, consumer, event, central)) ? 0 : 1;
};

/**
 * Applies one event in the transaction; when it fails for what it holds, that is written down instead, and the
 * answer is false.
 */
export async function appliesOne(
  db: Db,
  consumer: FeedConsumer,
  event: FeedEvent,
  { logger, now }: Pick<Ports, 'logger' | 'now'>,
): Promise<boolean> {
  try {
    await inSavepoint(db, () => consumer.apply(db, [event]));
    return true;
  } catch (error) {
    if (!isAboutData(error)) throw error;
    const { id, store } = event;
    await noteFailure(db, {
      consumer: consumer.name,
      store,
      event: id,
      // PostgreSQL keeps no NUL, and the message may quote one.
      message: error.message.replaceAll('\0', '').slice(0, 500),
      at: new Date(now()),
    });
    const code = 'code' in error ? error.code : error.name;
    logger.error({ consumer: consumer.name, event: id, code }, 'An event was set aside');
    return false;
  }
}

async function consume(central: Ports, consumer: FeedConsumer, apply: Apply): Promise<number> {
  const { name } = consumer;
  const { read, setAside } = await central.db.transaction().execute(async (transaction) => {
    const place = await takePlace(transaction, name);
    if (place === null) return { read: 0, setAside: 0 };
    const { events, end } = await nextEvents(transaction, place, consumer);
    // Before anything is made of them: a consumer that keeps failing falls behind for all to see.
    const oldest = events[0]?.receivedAt.getTime();
    central.metrics.consumerLag.set(
      { consumer: name },
      oldest === undefined ? 0 : (central.now() - oldest) / 1000,
    );
    const failed = events.length === 0 ? 0 : await apply(transaction, consumer, events, central);
    if (end !== null) await movePlace(transaction, name, end);
    return { read: events.length, setAside: failed };
  });
  central.metrics.consumerSetAside.inc({ consumer: name }, setAside);
  if (read > setAside) consumer.applied?.();
  return read;
}

/** Whether trying again would fail again, for what the events hold: nothing that passes by itself. */
function isAboutData(error: unknown): error is Error {
  // `RangeError`: a moment that is none, or more than a stack or a text holds.
  return isRefusedData(error) || error instanceof InvariantError || error instanceof RangeError;
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
