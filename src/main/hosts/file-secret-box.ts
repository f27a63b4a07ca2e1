import { randomBytes } from 'node:crypto';
import type { SecretBox } from '../core/ports/secret-box.ts';
import { addKeyFile, keyBytes, readKeyFile, type StoredKey } from './key-file.ts';
import { keySecretBox } from './key-secret-box.ts';

/**
 * A secret box whose key lies in a file beside the store, readable by its owner alone: it keeps what it
 * seals from whoever has the store file without that one, e.g. in a backup. The file is made when
 * something is sealed for the first time. A key that the operating system keeps is for the app alone:
 * then nothing can be opened here, and sealing fails.
 */
export function fileSecretBox(keyFile: string): SecretBox {
  let known: Buffer | null = null;

  function keyOrNull(): Buffer | null {
    const stored = known === null ? readKeyFile(keyFile) : null;
    if (stored?.kind === 'plain') known = stored.key;
    return known;
  }

  return keySecretBox({
    protection: 'none',
    keyOrNull,
    key() {
      known = keyOrNull() ?? plainKey(keyFile, makeKey(keyFile));
      return known;
    },
  });
}

function makeKey(keyFile: string): StoredKey {
  return readKeyFile(keyFile) ?? addKeyFile(keyFile, { kind: 'plain', key: randomBytes(keyBytes) });
}

function plainKey(keyFile: string, stored: StoredKey): Buffer {
  if (stored.kind === 'plain') return stored.key;
  throw new Error(`The key in ${keyFile} is kept by the system; only the kiosk app can use it`);
}
