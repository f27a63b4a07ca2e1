import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { assert } from '#shared/lib/assert.ts';
import type { WrappedKey } from '../../storage/people.ts';

export const masterKeyBytes = 32;
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** The keys that keep persons' keys: the one that wraps, and older ones that only unwrap. */
export interface MasterKeys {
  readonly currentId: string;
  readonly byId: ReadonlyMap<string, Buffer>;
}

/** Names a master key without telling it. */
function masterKeyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** `previous` are needed until every key was wrapped anew. PPL-24. */
export function masterKeysOf(current: Buffer, previous: readonly Buffer[] = []): MasterKeys {
  for (const key of [current, ...previous]) {
    assert(key.length === masterKeyBytes, `a master key has ${masterKeyBytes} bytes`);
  }
  const byId = new Map([...previous, current].map((key) => [masterKeyId(key), key]));
  return { currentId: masterKeyId(current), byId };
}

/** What a wrapped key is bound to: this person, this form. */
function context(personId: string): Buffer {
  return Buffer.from(`blendbar.person-key.1.${personId}`);
}

/** Wraps a person's key with the current master key: nonce, ciphertext, tag. PPL-23. */
export function wrapKey(keys: MasterKeys, personId: string, key: Buffer): WrappedKey {
  const masterKey = keys.byId.get(keys.currentId);
  assert(masterKey !== undefined, 'the current master key is one of the keys');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, masterKey, nonce, { authTagLength: tagBytes });
  cipher.setAAD(context(personId));
  const text = [cipher.update(key), cipher.final()];
  return {
    masterKey: keys.currentId,
    wrapped: Buffer.concat([nonce, ...text, cipher.getAuthTag()]),
  };
}

/** `null` when its master key is not here, or it is not as it was wrapped. */
export function unwrapKey(
  keys: MasterKeys,
  personId: string,
  { masterKey, wrapped }: WrappedKey,
): Buffer | null {
  const key = keys.byId.get(masterKey);
  if (key === undefined || wrapped.length < nonceBytes + tagBytes) return null;
  const nonce = wrapped.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(context(personId));
  decipher.setAuthTag(wrapped.subarray(-tagBytes));
  const text = decipher.update(wrapped.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return null;
  }
}
