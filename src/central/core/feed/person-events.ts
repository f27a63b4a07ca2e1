import type { PersonErasedV1, PersonRecordedV1 } from '#shared/contract/api/people.ts';
import type { EventDraft } from './event-draft.ts';

/** A contact was left: whose it is and with which sale, never the contact, sealed or not. EVO-15. */
export function personRecorded(
  { personId, orderId, store }: PersonRecordedV1,
  time: string,
): readonly EventDraft[] {
  const data = { personId, orderId, store };
  return [{ name: 'person.recorded.v1', number: 0, subject: personId, time, data }];
}

/** A contact was destroyed. EVO-16. */
export function personErased(
  { personId, store }: PersonErasedV1,
  time: string,
): readonly EventDraft[] {
  const data = { personId, store };
  return [{ name: 'person.erased.v1', number: 0, subject: personId, time, data }];
}
