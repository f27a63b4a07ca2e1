import type { CloudEvent } from '#shared/contract/api/cloud-events.ts';
import { type FeedPlace, feedAfter, feedStart } from '../../storage/feed.ts';
import type { Db } from '../../storage/schema.ts';
import { storedTypesOf, toCloudEvents } from './to-cloud-events.ts';

/**
 * Where a reader of CloudEvents stands: behind a stored event, or, when that one gives several, behind
 * the one with this index.
 */
export interface CloudPlace extends FeedPlace {
  /** `null`: behind all of them. */
  readonly part: number | null;
}

/** Before the first event. */
export const cloudStart: CloudPlace = { ...feedStart, part: null };

/** A CloudEvent, and where somebody stands who has read it. */
export interface PlacedCloudEvent {
  readonly place: CloudPlace;
  readonly event: CloudEvent;
}

/** Which events somebody wants; an empty list of types, and no store, mean all. */
export interface CloudFilter {
  readonly types: readonly string[];
  readonly store?: string;
}

/**
 * The next CloudEvents, at most `limit`, oldest first. `end` is where to go on, also when there is nothing
 * now; `more` says that something may be there already. EVO-20 to EVO-24.
 */
export async function readCloudEvents(
  db: Db,
  query: CloudFilter & { readonly after: CloudPlace; readonly limit: number },
): Promise<{
  readonly items: readonly PlacedCloudEvent[];
  readonly end: CloudPlace;
  readonly more: boolean;
}> {
  const { after, types, store, limit } = query;
  const read = await feedAfter(db, {
    after: storedPlaceBefore(after),
    types: storedTypesOf(types),
    ...(store === undefined ? {} : { store }),
    limit,
  });
  const found: PlacedCloudEvent[] = [];
  for (const stored of read.events) {
    const { epoch, xid, seq } = stored;
    const begun = seq === after.seq && epoch === after.epoch && xid === after.xid;
    const events = toCloudEvents(stored);
    for (const [index, event] of events.entries()) {
      if (begun && after.part !== null && index <= after.part) continue;
      if (types.length > 0 && !types.includes(event.type)) continue;
      const part = index === events.length - 1 ? null : index;
      found.push({ place: { epoch, xid, seq, part }, event });
    }
  }
  const last = found[limit - 1];
  if (found.length > limit && last !== undefined) {
    return { items: found.slice(0, limit), end: last.place, more: true };
  }
  const end = read.end === null ? after : { ...read.end, part: null };
  return { items: found, end, more: read.more };
}

/** Where to read stored events from: one that was begun is read again. */
export function storedPlaceBefore({ epoch, xid, seq, part }: CloudPlace): FeedPlace {
  return { epoch, xid, seq: part === null ? seq : seq - 1 };
}
