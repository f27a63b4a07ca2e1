import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The longest path of a Unix socket that every system takes (`sun_path`: 104 on macOS, 108 on Linux). */
const longestPath = 100;

/** Where the kiosk that has this store open is spoken to: a socket beside it, on Windows a named pipe. */
export function controlAddress(storeFile: string): string {
  const file = resolve(storeFile);
  const name = `blendbar-${createHash('sha256').update(file).digest('hex').slice(0, 24)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const beside = `${file}.control`;
  return beside.length <= longestPath ? beside : join(tmpdir(), `${name}.control`);
}
