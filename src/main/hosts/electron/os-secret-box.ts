import { randomBytes } from 'node:crypto';
import { safeStorage } from 'electron';
import type { SecretBox } from '../../core/ports/secret-box.ts';
import { addKeyFile, keyBytes, readKeyFile, replaceKeyFile, type StoredKey } from '../key-file.ts';
import { keySecretBox } from '../key-secret-box.ts';

/**
 * A secret box whose key the operating system keeps (Keychain, DPAPI, Secret Service); `null` where there is
 * no such store. A key that lay in the open until now is sealed, and goes on to count. Call it when the
 * app is ready.
 */
export async function osSecretBox(keyFile: string): Promise<SecretBox | null> {
  if (!(await hasOsStore())) return null;
  const key = await osKey(keyFile);
  return keySecretBox({ protection: 'os', key: () => key, keyOrNull: () => key });
}

/** On Linux without a desktop's keyring Electron would only obscure it. */
async function hasOsStore(): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

async function osKey(keyFile: string): Promise<Buffer> {
  const stored = readKeyFile(keyFile);
  if (stored?.kind === 'os') return opened(stored.sealed);
  if (stored === null) {
    const counts = addKeyFile(keyFile, await sealed(randomBytes(keyBytes)));
    return counts.kind === 'os' ? opened(counts.sealed) : counts.key;
  }
  replaceKeyFile(keyFile, await sealed(stored.key));
  return stored.key;
}

async function sealed(key: Buffer): Promise<StoredKey> {
  const text = key.toString('base64');
  return { kind: 'os', sealed: await safeStorage.encryptStringAsync(text) };
}

async function opened(bytes: Buffer): Promise<Buffer> {
  const { result } = await safeStorage.decryptStringAsync(bytes);
  return Buffer.from(result, 'base64');
}
