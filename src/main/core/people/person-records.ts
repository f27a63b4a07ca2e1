import type { PersonErasedV1, PersonRecordedV1 } from '#shared/contract/api/people.ts';
import type { StoredPerson } from '../ports/people.ts';
import type { DomainEvent, SaleRecords } from '../ports/sale-store.ts';
import type { SealedPerson } from '../ports/sealed-person.ts';

/**
 * What a sale writes when the customer left a contact: the order names the person, the person lies
 * apart from it, and head office is told in ciphertext. PPL-4, PPL-5.
 */
export function withPerson(
  records: SaleRecords,
  person: SealedPerson,
  eventId: string,
): SaleRecords {
  const { id: orderId, store } = records.order;
  const payload: PersonRecordedV1 = { personId: person.id, orderId, store, sealed: person.sealed };
  const recorded = { id: eventId, type: 'person.recorded', schemaVersion: 1, payload };
  return {
    ...records,
    order: { ...records.order, personId: person.id },
    events: [...records.events, recorded],
    person,
  };
}

/** How head office hears that a person was erased here. PPL-12. */
export function personErased({ id, store }: StoredPerson, eventId: string): DomainEvent {
  const payload: PersonErasedV1 = { personId: id, store };
  return { id: eventId, type: 'person.erased', schemaVersion: 1, payload };
}
