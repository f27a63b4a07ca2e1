import type { CloudEvent } from '#shared/contract/api/cloud-events.ts';
import { required } from '#shared/lib/assert.ts';
import type { Central } from '../central.ts';
import { cursorOfPlace, placeOfCursor } from '../core/feed/feed-cursor.ts';
import { type CloudPlace, readCloudEvents } from '../core/feed/read-cloud-events.ts';
import { storedTypesOf, toCloudEvents } from '../core/feed/to-cloud-events.ts';
import { comparePlaces, type FeedEvent, feedAfter } from '../storage/feed.ts';
import type { Db } from '../storage/schema.ts';
import type { FeedConsumer } from './feed-consumer.ts';
import type { EventStream, StreamMessage, StreamTail } from './nats-stream.ts';

const batchSize = 200;

/**
 * Publishes every event to NATS JetStream, in the order of the feed. The stream itself tells where to go on:
 * what was stored there but not written down here is not published again, however much later, and what the
 * stream has lost since it acknowledged it is published again. EVO-70 to EVO-76.
 */
export function natsPublisher(
  { metrics, logger }: Pick<Central, 'metrics' | 'logger'>,
  stream: EventStream,
): FeedConsumer {
  async function publish(messages: readonly StreamMessage[], sequence: number): Promise<number> {
    const oversized = await stream.append(messages, sequence);
    const stored = messages.length - oversized.length;
    metrics.natsMessages.inc({ outcome: 'stored' }, stored);
    for (const event of oversized) {
      // It would stop everything behind it for ever; the feed has it.
      metrics.natsMessages.inc({ outcome: 'oversized' });
      logger.error({ event }, 'An event is larger than the NATS server takes');
    }
    return sequence + stored;
  }

  return {
    name: 'nats',
    types: storedTypesOf([]),
    batchSize,
    skipsNothing: true,
    async apply(db, events) {
      const until = required(events.at(-1), 'a batch has an event');
      const tail = await stream.tail();
      let after = (await placeOfTail(db, tail)) ?? placeBefore(events);
      let { sequence } = tail;
      for (let more = true; more && isBefore(after, until); ) {
        const read = await readCloudEvents(db, { after, types: [], limit: batchSize });
        const due = read.items.filter(({ place }) => comparePlaces(place, until) <= 0);
        sequence = await publish(due.map(messageOf), sequence);
        more = read.more && due.length === read.items.length;
        after = read.end;
      }
    },
  };
}

/** Whether somebody at this place has not read all of that stored event yet. */
function isBefore(place: CloudPlace, event: FeedEvent): boolean {
  const order = comparePlaces(place, event);
  return order < 0 || (order === 0 && place.part !== null);
}

/**
 * Where the stream's last message stands in the feed; `null` when that is not known, or not true of this
 * database: one that was put back to an earlier time begins another history there.
 */
async function placeOfTail(db: Db, { last }: StreamTail): Promise<CloudPlace | null> {
  const place = last === null ? null : placeOfCursor(last.cursor);
  if (last === null || place === null) return null;
  const before = { ...place, seq: place.seq - 1 };
  const { events } = await feedAfter(db, { after: before, limit: 1 });
  const [stored] = events;
  if (stored === undefined || comparePlaces(stored, place) !== 0) return null;
  return toCloudEvents(stored).some(({ id }) => id === last.id) ? place : null;
}

function placeBefore([first]: readonly FeedEvent[]): CloudPlace {
  const { epoch, xid, seq } = required(first, 'a batch has an event');
  return { epoch, xid, seq: seq - 1, part: null };
}

function messageOf({
  place,
  event,
}: {
  readonly place: CloudPlace;
  readonly event: CloudEvent;
}): StreamMessage {
  return {
    id: event.id,
    subject: subjectOf(event),
    cursor: cursorOfPlace(place),
    body: JSON.stringify(event),
  };
}

/** e.g. `blendbar.berlin.order.completed.v1`; a store is one token, whatever its id. */
function subjectOf({ store, type }: CloudEvent): string {
  return `blendbar.${store.replaceAll('.', '%2E')}.${type.replace(/^com\.blendbar\./, '')}`;
}
