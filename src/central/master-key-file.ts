import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { masterKeyBytes } from './core/people/master-keys.ts';

/** A master key as an operator writes it: 32 bytes in base64. `null` when the text is none. */
export function parseMasterKey(text: string): Buffer | null {
  const trimmed = text.trim();
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return null;
  const key = Buffer.from(trimmed, 'base64');
  return key.length === masterKeyBytes ? key : null;
}

/**
 * The master key of a backend with the embedded database: in a file that its owner alone can read, made
 * when there is none. Of two processes that start at once, one makes it.
 * @throws Error when the file holds no key: nothing may be wrapped with another one then.
 */
export function masterKeyFile(file: string): Buffer {
  if (!existsSync(file)) make(file);
  const key = parseMasterKey(readFileSync(file, 'utf8'));
  if (key === null) throw new Error(`${file} does not hold a master key: 32 bytes in base64`);
  return key;
}

function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new-${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  try {
    writeSync(descriptor, `${randomBytes(masterKeyBytes).toString('base64')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    // Somebody was first.
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
