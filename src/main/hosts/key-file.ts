import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { assert } from '#shared/lib/assert.ts';

export const keyBytes = 32;
/** Begins a file whose key the operating system sealed. */
const osMark = Buffer.from('blendbar-os-key\n');

/** What a key file holds: the key, or the key as the operating system sealed it. */
export type StoredKey =
  | { readonly kind: 'plain'; readonly key: Buffer }
  | { readonly kind: 'os'; readonly sealed: Buffer };

/** `null` when there is none yet. A key that is not whole must not be replaced: things are sealed with it. */
export function readKeyFile(keyFile: string): StoredKey | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(keyFile);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (bytes.subarray(0, osMark.length).equals(osMark)) {
    return { kind: 'os', sealed: bytes.subarray(osMark.length) };
  }
  assert(bytes.length === keyBytes, `${keyFile} holds a key of ${keyBytes} bytes`);
  return { kind: 'plain', key: bytes };
}

/** Puts a new key on disk, unless another program was first; returns the one that counts. */
export function addKeyFile(keyFile: string, stored: StoredKey): StoredKey {
  const draft = writeDraft(keyFile, stored);
  try {
    linkSync(draft, keyFile);
    syncFolder(dirname(keyFile));
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const counts = readKeyFile(keyFile);
  assert(counts !== null, `${keyFile} is there once it was made`);
  return counts;
}

/** Puts the same key on disk in another form. */
export function replaceKeyFile(keyFile: string, stored: StoredKey): void {
  renameSync(writeDraft(keyFile, stored), keyFile);
  syncFolder(dirname(keyFile));
}

function writeDraft(keyFile: string, stored: StoredKey): string {
  const draft = `${keyFile}.new-${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    const bytes = stored.kind === 'os' ? Buffer.concat([osMark, stored.sealed]) : stored.key;
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return draft;
}

/** Windows cannot open folders, and has the name on disk without. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
