import type { Static } from 'typebox';
import type { CloudEventName, cloudEventData } from '#shared/contract/api/cloud-events.ts';

/** A CloudEvent before it has its id and the attributes that all of its stored event share. */
interface DraftOf<N extends CloudEventName> {
  readonly name: N;
  /** Counts several of one name that come from one stored event, from 0. */
  readonly number: number;
  readonly subject: string;
  /** ISO 8601 in UTC. */
  readonly time: string;
  readonly data: Static<(typeof cloudEventData)[N]>;
}

export type EventDraft = { [N in CloudEventName]: DraftOf<N> }[CloudEventName];
