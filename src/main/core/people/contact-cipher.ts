import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Contact } from '#shared/domain/person/contact.ts';
import {
  contactContext,
  contactFromText,
  contactText,
  type SealedContact,
  sealFormat,
} from '#shared/domain/person/sealed-contact.ts';

const { version, nonceBytes, tagBytes } = sealFormat;
const algorithm = 'aes-256-gcm';

/** Seals a person's contact with their key; the nonce must be random and new. PPL-2. */
export function sealContact(
  personId: string,
  contact: Contact,
  key: Uint8Array,
  nonce: Uint8Array,
): SealedContact {
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(contactContext(personId)));
  const text = [cipher.update(contactText(contact), 'utf8'), cipher.final()];
  return Buffer.concat([Buffer.of(version), nonce, ...text, cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/** `null` when the key is not the person's, or a single bit was changed. PPL-3. */
export function openContact(
  personId: string,
  sealed: SealedContact,
  key: Uint8Array,
): Contact | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes[0] !== version || bytes.length < 1 + nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(contactContext(personId)));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes));
  try {
    return contactFromText(Buffer.concat([text, decipher.final()]).toString('utf8'));
  } catch {
    return null;
  }
}
