import { createPublicKey, verify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Compile } from 'typebox/compile';
import { HandOff } from '#shared/domain/hand-off/hand-off.ts';
import { handOffVersion } from '#shared/domain/hand-off/hand-off-version.ts';
import { fromBase32, toBase32 } from '#shared/lib/base32.ts';
import { isDeeperThan } from '#shared/lib/nesting.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { SigningKey } from '../ports/signing-key.ts';

const isHandOff = Compile(HandOff);
const version = 1;
/** A QR code of so many characters (version 27) can still be read from a screen and from 80 mm paper. */
const longestText = 1_600;
/** No bag of that length is longer; what claims to be is a bomb. */
const mostBytes = 64 * 1024;
const deepest = 8;

/** What a hand-off's text says, and the key that vouches for it. */
export interface ReadHandOff {
  readonly handOff: HandOff;
  /** 32 bytes as base64url: whose it is, is another question. */
  readonly publicKey: string;
}

export type HandOffRefusal = 'damaged' | 'newer';

/** The text of a hand-off's QR code; `null` when the bag is too large for one. HOF-3, HOF-4 */
export function writeHandOff(handOff: HandOff, key: SigningKey): string | null {
  const packed = deflateRawSync(Buffer.from(JSON.stringify(handOff)), { level: 9 });
  const signed = `BH${version}*${toBase32(packed)}`;
  const publicKey = toBase32(Buffer.from(key.publicKey, 'base64url'));
  const signature = toBase32(Buffer.from(key.sign(signed), 'base64'));
  const text = `${signed}*${publicKey}*${signature}`;
  return text.length > longestText ? null : text;
}

/** Reads and verifies what a scanner sent, in capitals or not. HOF-5 */
export function readHandOff(scanned: string): Result<ReadHandOff, HandOffRefusal> {
  const text = scanned.trim().toUpperCase();
  const of = handOffVersion(text);
  if (of !== null && of !== version) return err('newer');
  const [head = '', body = '', key = '', signature = '', ...more] = text.split('*');
  const packed = fromBase32(body);
  const publicKey = fromBase32(key);
  const signed = fromBase32(signature);
  if (of === null || more.length > 0 || packed === null || publicKey === null || signed === null) {
    return err('damaged');
  }
  const x = Buffer.from(publicKey).toString('base64url');
  if (!isSignedBy(x, `${head}*${body}`, signed)) return err('damaged');
  const handOff = unpacked(packed);
  return handOff === null ? err('damaged') : ok({ handOff, publicKey: x });
}

function isSignedBy(x: string, text: string, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, signature);
  } catch {
    return false;
  }
}

function unpacked(packed: Uint8Array): HandOff | null {
  try {
    const json = inflateRawSync(packed, { maxOutputLength: mostBytes }).toString('utf8');
    const value: unknown = JSON.parse(json);
    return !isDeeperThan(value, deepest) && isHandOff.Check(value) ? value : null;
  } catch {
    return null;
  }
}
