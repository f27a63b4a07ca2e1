import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SecretBox } from '#main/core/ports/secret-box.ts';

/** A secret box whose key is made from a word; another word is another device. */
export function testSecretBox(word = 'this device'): SecretBox {
  const key = createHash('sha256').update(word).digest();
  return {
    protection: 'none',
    seal(plain) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, text, cipher.getAuthTag()]);
    },
    open(sealed) {
      if (sealed.length < 28) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      const text = decipher.update(sealed.subarray(12, -16));
      try {
        return Buffer.concat([text, decipher.final()]);
      } catch {
        return null;
      }
    },
  };
}
