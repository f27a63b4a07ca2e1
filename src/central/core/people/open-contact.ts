import { createDecipheriv } from 'node:crypto';
import type { Contact } from '#shared/domain/person/contact.ts';
import {
  contactContext,
  contactFromText,
  type SealedContact,
  sealFormat,
} from '#shared/domain/person/sealed-contact.ts';

const { version, nonceBytes, tagBytes } = sealFormat;

/** Opens what a device sealed; `null` when the key is not the person's, or a single bit was changed. PPL-3. */
export function openContact(personId: string, sealed: SealedContact, key: Buffer): Contact | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes[0] !== version || bytes.length < 1 + nonceBytes + tagBytes) return null;
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(contactContext(personId)));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes));
  try {
    return contactFromText(Buffer.concat([text, decipher.final()]).toString('utf8'));
  } catch {
    return null;
  }
}
