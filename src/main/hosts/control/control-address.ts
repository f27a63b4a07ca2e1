import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The longest path of a Unix socket that every system takes (`sun_path`: 104 on macOS, 108 on Linux). */
const longestPathBytes = 100;

/** Where the kiosk that has this store open is spoken to: a socket beside it, on Windows a named pipe. */
export function controlAddress(storeFile: string): string {
  const file = oneName(storeFile);
  const name = `blendbar-${createHash('sha256').update(file).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const beside = `${file}.control`;
  const fits = Buffer.byteLength(beside) <= longestPathBytes;
  return fits ? beside : join(tmpdir(), `${name}.control`);
}

/** The file that whoever drives the devices of this store holds. */
export function controlLockFile(storeFile: string): string {
  return `${oneName(storeFile)}.lock`;
}

/** The same for every name of a store that is there: behind links, and in whatever case on Windows. */
function oneName(storeFile: string): string {
  const name = realName(resolve(storeFile));
  return process.platform === 'win32' ? name.toLowerCase() : name;
}

function realName(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}
