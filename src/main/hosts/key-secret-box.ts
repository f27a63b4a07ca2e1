import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../core/ports/secret-box.ts';

const nonceBytes = 12;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

/** Where a secret box gets its key. */
interface KeySource {
  readonly protection: SecretBox['protection'];
  /** The key, made when there is none. */
  key(): Uint8Array;
  /** `null` when there is none, or none that can be read here. */
  keyOrNull(): Uint8Array | null;
}

/** Seals with AES-256-GCM under a key of 32 bytes. */
export function keySecretBox({ protection, key, keyOrNull }: KeySource): SecretBox {
  return {
    protection,
    seal(plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key(), nonce, { authTagLength: tagBytes });
      const text = [cipher.update(plain), cipher.final()];
      return Buffer.concat([nonce, ...text, cipher.getAuthTag()]);
    },
    open(sealed) {
      const known = keyOrNull();
      if (known === null || sealed.length < nonceBytes + tagBytes) return null;
      const nonce = sealed.subarray(0, nonceBytes);
      const decipher = createDecipheriv(algorithm, known, nonce, { authTagLength: tagBytes });
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
      try {
        return Buffer.concat([text, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
