import { at } from '../../lib/at.ts';
import { base32Alphabet } from '../../lib/base32.ts';

const alphabet = base32Alphabet;
const symbols = 8;
/** With its check symbol. */
export const designCodeLength = symbols + 1;
/** Crockford's check symbol is the value modulo this prime. */
const checkModulus = 37n;

/** Bits in a code: who guesses finds one of a million designs in a million tries. */
export const designCodeBits = 40;

/** A new code, of random bytes: nobody finds a design but by its code. */
export function newDesignCode(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    const bytes = randomBytes(designCodeBits / 8);
    const bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    const code = designCodeOf(bits);
    if (code !== null) return code;
  }
}

/**
 * The short code of a saved design, e.g. `7K4QX2M98`: 40 bits as eight of Crockford's symbols, and his check
 * symbol. `null` when that symbol would be one of the five that are no letter or digit of the alphabet
 * (`*~$=U`), which are hard to type: then other bits are to be taken.
 * https://www.crockford.com/base32.html
 */
export function designCodeOf(bits: bigint): string | null {
  const check = alphabet[Number(bits % checkModulus)];
  if (check === undefined) return null;
  let code = check;
  let left = bits;
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    code = at([...alphabet], Number(left & 31n)) + code;
    left >>= 5n;
  }
  return code;
}

/**
 * A code as it is stored, from what somebody typed: lower case, hyphens and spaces for the eye, I and L
 * for 1, O for 0. `null` when it is none, or mistyped: any one wrong symbol is noticed, and any two
 * neighbors that changed places.
 */
export function readDesignCode(text: string): string | null {
  const code = typedDesignCode(text);
  if (code.length !== symbols + 1) return null;
  let bits = 0n;
  for (const symbol of code.slice(0, symbols)) {
    const value = alphabet.indexOf(symbol);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return alphabet[Number(bits % checkModulus)] === code[symbols] ? code : null;
}

/** What was typed so far, in the letters of codes: the eye's signs are left out, I, L and O become digits. */
export function typedDesignCode(text: string): string {
  return text.toUpperCase().replace(/[-\s]/gu, '').replace(/[IL]/gu, '1').replaceAll('O', '0');
}

/** As it is shown: `7K4Q-X2M98`. */
export function shownDesignCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
