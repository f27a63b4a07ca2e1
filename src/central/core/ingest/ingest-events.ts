import type { EventAnswer } from '#shared/contract/api/device.ts';
import { required } from '#shared/lib/assert.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Central } from '../../central.ts';
import { isRefusedData } from '../../storage/database.ts';
import { type DeviceClock, holdLine, noteClock } from '../../storage/device-lines.ts';
import { type EnrolledDevice, noteSeen, storesOf } from '../../storage/devices.ts';
import { insertEvents, type StoredEvent } from '../../storage/events.ts';
import { followNumbers } from './follow-numbers.ts';
import { judgeEvent, rejected } from './judge-event.ts';

type Ports = Pick<Central, 'db' | 'now' | 'metrics' | 'logger'>;

/** Who pushed, and what time it was there. */
interface Pusher {
  readonly device: string;
  readonly clock: DeviceClock;
}

/** What became of a push. */
export interface Ingested {
  readonly answers: readonly EventAnswer[];
  /** The highest number of the device's events that were stored before; `null`: none was. ING-11 */
  readonly storedThroughSeq: number | null;
}

/**
 * Stores a device's events, each once for ever, and answers each: `stored`, `duplicate` or `rejected`. A
 * rejected one keeps no other from being stored. ING-1 to ING-11.
 * @throws when the database cannot be reached: then nothing is known to be stored, and the same push
 * may be made again.
 */
export async function ingestEvents(
  ports: Ports,
  device: EnrolledDevice,
  push: { readonly events: readonly unknown[]; readonly sentAtMs: UnixMs },
): Promise<Ingested> {
  const stores = await storesOf(ports.db, device.id);
  const judged = push.events.map((value) => judgeEvent(value, { id: device.id, stores }));
  const firsts = new Map<string, StoredEvent>();
  for (const one of judged) {
    if ('event' in one && !firsts.has(one.event.id)) firsts.set(one.event.id, one.event);
  }
  const since = new Date(ports.now());
  const skewMs = push.sentAtMs - since.getTime();
  const seen = { at: since, clockSkewMs: skewMs };
  const storedThroughSeq = await noteSeen(ports.db, device.id, seen);
  const pusher = { device: device.id, clock: { since, skewMs } };
  const told = await storeAll(ports, pusher, [...firsts.values()]);
  const answers = judged.map((one) => {
    const answer = 'answer' in one ? one.answer : answerFor(one.event, firsts, told);
    const type = 'event' in one ? one.event.type : 'unknown';
    ports.metrics.events.inc({ type, status: answer.status });
    return answer;
  });
  return { answers, storedThroughSeq };
}

/** What is said of an event that may stand in the push more than once. */
function answerFor(
  event: StoredEvent,
  firsts: ReadonlyMap<string, StoredEvent>,
  answers: ReadonlyMap<string, EventAnswer>,
): EventAnswer {
  const first = required(firsts.get(event.id), 'the first event of each id');
  const answer = required(answers.get(event.id), 'an answer for each event');
  if (first === event || answer.status === 'rejected') return answer;
  return first.hash === event.hash ? { ...answer, status: 'duplicate' } : conflict(event.id);
}

function conflict(id: string): EventAnswer {
  return rejected(id, 'event.conflict', 'This id is stored with another content').answer;
}

async function storeAll(
  ports: Ports,
  pusher: Pusher,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, EventAnswer>> {
  if (events.length === 0) return new Map();
  try {
    return await store(ports, pusher, events);
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    const [only, ...others] = events;
    if (only !== undefined && others.length === 0) {
      // No more of it: PostgreSQL quotes the event.
      ports.logger.warn({ code: error.code, event: only.id }, 'An event cannot be stored');
      const { answer } = rejected(only.id, 'event.unprocessable', 'The event cannot be stored');
      return new Map([[only.id, answer]]);
    }
  }
  // One of them is more than the database takes: one by one, so that the others are not held up.
  const answers = new Map<string, EventAnswer>();
  for (const event of events) {
    for (const [id, answer] of await storeAll(ports, pusher, [event])) answers.set(id, answer);
  }
  return answers;
}

async function store(
  { db, logger, metrics }: Ports,
  { device, clock }: Pusher,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<string, EventAnswer>> {
  const { answers, doubled } = await db.transaction().execute(async (transaction) => {
    const before = await holdLine(transaction, device);
    const batch = await insertEvents(transaction, events, clock.since);
    const told = new Map(events.map((event) => [event.id, answerOf(event, batch)]));
    const there = events.filter(({ id }) => told.get(id)?.status !== 'rejected');
    const stored = there.filter(({ id }) => told.get(id)?.status === 'stored');
    if (stored.length > 0) await noteClock(transaction, device, clock);
    const numbers = { before, there, stored, at: clock.since };
    return { answers: told, doubled: await followNumbers(transaction, device, numbers) };
  });
  if (doubled.length > 0) {
    metrics.doubledNumbers.inc(doubled.length);
    // One line a push: the copy goes on selling.
    const example = doubled.slice(0, 5);
    logger.error({ device, numbers: example }, 'A device told other events under the same numbers');
  }
  return answers;
}

function answerOf(
  { id, hash, device }: StoredEvent,
  { stored, known, doubled }: Awaited<ReturnType<typeof insertEvents>>,
): EventAnswer {
  if (doubled.has(id)) {
    return rejected(id, 'event.order_known', 'The order was told by another event').answer;
  }
  if (stored.has(id)) return { id, status: 'stored' };
  const there = known.get(id);
  if (there?.hash !== hash) return conflict(id);
  return { id, status: 'duplicate', ...(there.device === device ? {} : { byAnother: true }) };
}
