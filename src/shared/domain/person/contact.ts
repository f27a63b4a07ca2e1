import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';

const closed = { additionalProperties: false };

/** No control characters, no blanks at either end. */
const plainText = '^(?!\\s)[^\\u0000-\\u001F\\u007F-\\u009F]+(?<!\\s)$';

const contactFields = {
  name: Type.String({ pattern: plainText, maxLength: 200 }),
  /** As people write addresses; whether one can be reached only a message can tell. */
  email: Type.String({
    pattern: '^[^\\s@\\u0000-\\u001F\\u007F]{1,64}@[^\\s@\\u0000-\\u001F\\u007F]{1,189}$',
    maxLength: 254,
  }),
  phone: Type.String({ pattern: '^\\+?[0-9](?:[0-9 ()./-]{1,30})[0-9]$', maxLength: 33 }),
};

const meant: Readonly<Record<keyof typeof contactFields, string>> = {
  name: 'a name of at most 200 characters',
  email: 'an e-mail address',
  phone: 'a phone number of digits, blanks and ( ) . / -',
};

/**
 * What a customer leaves so that the store can reach them. It is never stored, sent or logged in the
 * clear: see `sealed-contact.ts` and docs/specs/people.md.
 */
export const Contact = Type.Object(
  {
    name: Type.Optional(contactFields.name),
    email: Type.Optional(contactFields.email),
    phone: Type.Optional(contactFields.phone),
  },
  { ...closed, minProperties: 1 },
);
export type Contact = Static<typeof Contact>;

/** What is wrong with a contact; never quotes what was written there. */
export interface ContactProblem {
  /** Empty when it is the contact as a whole. */
  readonly field: string;
  readonly reason: string;
}

/** The first thing that is wrong with what should be a contact, or null. */
export function contactProblem(value: unknown): ContactProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { field: '', reason: 'must be an object with name, email or phone' };
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { field: '', reason: 'has no name, email or phone' };
  for (const [field, text] of entries) {
    if (!isField(field)) return { field: '', reason: 'has a field besides name, email and phone' };
    if (!Check(contactFields[field], text)) return { field, reason: `is not ${meant[field]}` };
  }
  return null;
}

function isField(name: string): name is keyof typeof contactFields {
  return Object.hasOwn(contactFields, name);
}
