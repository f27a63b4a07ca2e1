import { randomBytes } from 'node:crypto';
import type { Contact } from '#shared/domain/person/contact.ts';
import { sealFormat } from '#shared/domain/person/sealed-contact.ts';
import type { Ids } from '../ports/ids.ts';
import type { SealedPerson } from '../ports/sealed-person.ts';
import type { SecretBox } from '../ports/secret-box.ts';
import { sealContact } from './contact-cipher.ts';

export interface SealingPorts {
  readonly ids: Ids;
  readonly secretBox: SecretBox;
}

/**
 * Makes a person of a contact, with a key of their own, before anything of it reaches a disk; none
 * when no contact was left. PPL-1.
 */
export function sealPerson(
  { ids, secretBox }: SealingPorts,
  contact: Contact | undefined,
): SealedPerson | undefined {
  if (contact === undefined) return undefined;
  const id = ids.next();
  const key = randomBytes(sealFormat.keyBytes);
  const sealed = sealContact(id, contact, key, randomBytes(sealFormat.nonceBytes));
  const wrappedKey = Buffer.from(secretBox.seal(key)).toString('base64url');
  key.fill(0);
  return { id, sealed, wrappedKey };
}
