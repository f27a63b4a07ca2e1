import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { Contact } from './contact.ts';

/**
 * How a contact is sealed, for whoever seals and opens (AES-256-GCM, NIST SP 800-38D): the format
 * version (one byte), the nonce, the ciphertext, the tag. Everything that is authenticated besides is
 * in `contactContext`. The text inside is `contactText`.
 */
export const sealFormat = {
  version: 1,
  keyBytes: 32,
  /** Random for each message, as SP 800-38D 8.2.2 has it; a key seals one contact only. */
  nonceBytes: 12,
  tagBytes: 16,
} as const;

/** A sealed contact as it is stored and sent: base64url without padding. */
export const SealedContact = Type.String({
  pattern: '^[A-Za-z0-9_-]+$',
  minLength: 40,
  maxLength: 8192,
});
export type SealedContact = Static<typeof SealedContact>;

/** A person's data key as the kiosk hands it to head office: 32 bytes, base64url without padding. */
export const PersonKey = Type.String({ pattern: '^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$' });
export type PersonKey = Static<typeof PersonKey>;

/** The text inside is a multiple of this long, so that its length tells little of what was written. */
const blockLength = 128;

/** What the tag vouches for besides the text: of this person, in this format, and of nothing else. */
export function contactContext(personId: string): string {
  return `blendbar.contact.${sealFormat.version}.${personId}`;
}

/** The text that is sealed: JSON, with blanks behind it. */
export function contactText(contact: Contact): string {
  const text = canonicalJson(contact);
  return text.padEnd(Math.ceil(text.length / blockLength) * blockLength);
}

/** Reads what was sealed. @throws when it is no contact, which a sound tag rules out. */
export function contactFromText(text: string): Contact {
  const value: unknown = JSON.parse(text);
  if (!Check(Contact, value)) throw new Error('What was sealed is not a contact');
  return value;
}
