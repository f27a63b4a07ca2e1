import { statSync } from 'node:fs';

/** The file was moved away, deleted or replaced while it was open: what is written would be lost. */
export class StoreFileGone extends Error {
  constructor(file: string) {
    super(`${file} was moved away or replaced while it was in use; nothing was stored`);
  }
}

/** Tells whether a name still means the same file; null when it means none. */
export function fileIdentity(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}
