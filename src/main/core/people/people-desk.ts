import type { Contact } from '#shared/domain/person/contact.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { PeopleStore, StoredPerson } from '../ports/people.ts';
import type { StoreFault } from '../ports/sale-store.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { openContact } from './contact-cipher.ts';
import { personErased } from './person-records.ts';

export interface PeoplePorts {
  readonly people: PeopleStore;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** A person as somebody in the store may see them. */
export type ShownPerson = {
  readonly person: StoredPerson;
} & (
  | { readonly state: 'kept'; readonly contact: Contact }
  /** The key was destroyed. */
  | { readonly state: 'erased' }
  /** The key or the contact is not as it was written, or was sealed on another device. */
  | { readonly state: 'unreadable' }
);

/** `null` when this device never recorded such a person. PPL-10. */
export function showPerson({ people, secretBox }: PeoplePorts, id: string): ShownPerson | null {
  const person = people.person(id);
  if (person === null) return null;
  if (person.wrappedKey === null) return { person, state: 'erased' };
  const key = secretBox.open(Buffer.from(person.wrappedKey, 'base64url'));
  const contact = key === null ? null : openContact(id, person.sealed, key);
  key?.fill(0);
  return contact === null ? { person, state: 'unreadable' } : { person, state: 'kept', contact };
}

/** What became of a person that somebody wanted erased. */
export type Erasure =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'erased';
      /** False when it had been erased before. */
      readonly isNew: boolean;
      /** False while the store's log may still hold the key: another program was in the way. */
      readonly isScrubbed: boolean;
    };

/**
 * Destroys a person's key, tells head office, and clears the store's log. PPL-11 to PPL-13. What the log
 * could not be cleared of now, `keepScrubbed` clears later.
 */
export function erasePerson(
  { people, clock, ids }: PeoplePorts,
  id: string,
): Result<Erasure, StoreFault> {
  const person = people.person(id);
  if (person === null) return ok({ state: 'unknown' });
  const event = personErased(person, ids.next());
  const erased = people.erase(id, { by: 'device', at: clock.now(), event });
  if (!erased.ok) return erased;
  const scrubbed = people.scrub();
  const isScrubbed = scrubbed.ok && scrubbed.value;
  return ok({ state: 'erased', isNew: erased.value, isScrubbed });
}
