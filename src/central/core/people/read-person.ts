import type { Person } from '#shared/contract/api/people.ts';
import type { Contact } from '#shared/domain/person/contact.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { findPerson, type KnownPerson } from '../../storage/people.ts';
import { type MasterKeys, unwrapKey } from './master-keys.ts';
import { openContact } from './open-contact.ts';

/**
 * A person with what they left, for whoever may read it; that it was read is audited. `null` when nothing
 * was ever heard of them. PPL-25.
 */
export async function readPerson(
  { db, now, masterKeys }: Pick<Central, 'db' | 'now' | 'masterKeys'>,
  id: string,
  actor: string,
): Promise<Person | null> {
  const known = await findPerson(db, id);
  if (known === null) return null;
  const contact = contactOf(masterKeys, id, known);
  if (contact !== null) {
    const entry = { actor, action: 'person.read', details: { person: id } };
    await db.transaction().execute((transaction) => audit(transaction, entry, new Date(now())));
  }
  const { recorded, erasedAt } = known;
  return {
    id,
    state: stateOf(known, contact),
    store: recorded?.store ?? null,
    orderId: recorded?.orderId ?? null,
    recordedAt: recorded?.recordedAt.toISOString() ?? null,
    erasedAt: erasedAt?.toISOString() ?? null,
    contact,
  };
}

function contactOf(
  masterKeys: MasterKeys | null,
  id: string,
  { recorded, key, erasedAt }: KnownPerson,
): Contact | null {
  if (masterKeys === null || recorded === null || key === null || erasedAt !== null) return null;
  const plain = unwrapKey(masterKeys, id, key);
  return plain === null ? null : openContact(id, recorded.sealed, plain);
}

function stateOf(
  { recorded, key, erasedAt }: KnownPerson,
  contact: Contact | null,
): Person['state'] {
  if (erasedAt !== null) return 'erased';
  if (recorded === null || key === null) return 'waiting';
  return contact === null ? 'unreadable' : 'kept';
}
