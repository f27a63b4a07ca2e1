import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A code of 50 random bits, as it is shown: `7K4QX-2M9TB`. */
export function makeEnrolCode(): string {
  const letters = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length)));
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** What is kept of a code. */
export function enrolCodeHash(code: string): Buffer {
  return createHash('sha256').update(code.toUpperCase().replaceAll('-', '')).digest();
}
