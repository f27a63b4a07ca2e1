import { v5 as uuidv5 } from 'uuid';
import {
  type CloudEvent,
  type CloudEventName,
  cloudEventNames,
  cloudEventType,
} from '#shared/contract/api/cloud-events.ts';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { PersonErasedV1, PersonRecordedV1 } from '#shared/contract/api/people.ts';
import type { StockMovedV1 } from '#shared/contract/api/stock-events.ts';
import type { SurveyAnsweredV1 } from '#shared/contract/api/survey-events.ts';
import type { FeedEvent } from '../../storage/feed.ts';
import type { EventDraft } from './event-draft.ts';
import { orderCompletedEvents } from './order-completed.ts';
import { personErased, personRecorded } from './person-events.ts';
import { stockMoved } from './stock-moved.ts';
import { surveyAnswered } from './survey-answered.ts';

/** The part of a stored event that CloudEvents are made of. */
export type StoredFeedEvent = Omit<FeedEvent, 'epoch' | 'xid' | 'seq' | 'deviceSeq'>;

/** By stored type and schema version. Each payload was checked against its schema before it was stored. */
const writers: ReadonlyMap<
  string,
  (payload: unknown, receivedAt: string) => readonly EventDraft[]
> = new Map([
  ['order.completed/1', (payload) => orderCompletedEvents(payload as OrderCompletedV1)],
  ['stock.moved/1', (payload) => stockMoved(payload as StockMovedV1)],
  ['survey.answered/1', (payload) => surveyAnswered(payload as SurveyAnsweredV1)],
  ['person.recorded/1', (payload, at) => personRecorded(payload as PersonRecordedV1, at)],
  ['person.erased/1', (payload, at) => personErased(payload as PersonErasedV1, at)],
]);

/** The stored types that each CloudEvent may be made of. */
const storedTypes: Readonly<Record<CloudEventName, readonly string[]>> = {
  'order.completed.v1': ['order.completed'],
  'payment.captured.v1': ['order.completed'],
  'stock.moved.v1': ['order.completed', 'stock.moved'],
  'survey.answered.v1': ['survey.answered'],
  'person.recorded.v1': ['person.recorded'],
  'person.erased.v1': ['person.erased'],
};

/** Whether stored events of this type are there for other systems too. */
export function isPublished(type: string, schemaVersion: number): boolean {
  return writers.has(`${type}/${schemaVersion}`);
}

/** The stored types to read for these attributes `type`; for all of them when none is named. */
export function storedTypesOf(types: readonly string[]): readonly string[] {
  const names = cloudEventNames.filter(
    (name) => types.length === 0 || types.includes(cloudEventType(name)),
  );
  return [...new Set(names.flatMap((name) => storedTypes[name]))];
}

/**
 * What a stored event tells other systems, always the same in the same order: the first CloudEvent has the
 * stored event's id, the ids of the others follow from it. Empty when its type is not published. Pure.
 * EVO-1 to EVO-5.
 */
export function toCloudEvents(event: StoredFeedEvent): readonly CloudEvent[] {
  const { type, schemaVersion, payload, receivedAt } = event;
  const write = writers.get(`${type}/${schemaVersion}`);
  const drafts = write?.(payload, receivedAt.toISOString()) ?? [];
  return drafts.map((draft, index) => cloudEvent(event, draft, index === 0));
}

function cloudEvent(
  { id, store, device }: StoredFeedEvent,
  { name, number, subject, time, data }: EventDraft,
  first: boolean,
): CloudEvent {
  // The pairs of type and data are those of the draft.
  return {
    specversion: '1.0',
    id: first ? id : uuidv5(`${name}/${number}`, id),
    source: device === null ? '/central' : `/stores/${store}/devices/${device}`,
    type: cloudEventType(name),
    subject,
    time,
    datacontenttype: 'application/json',
    dataschema: `urn:blendbar:event:${name.replace(/\.v(\d+)$/, ':$1')}`,
    store,
    data,
  } as CloudEvent;
}
