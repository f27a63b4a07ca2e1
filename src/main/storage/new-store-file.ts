import { constants, copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a store file that is there as a whole or not at all: `build` fills one beside it, which then
 * gets the name, unless somebody else made one meanwhile. An empty file is thus never a new store.
 */
export function createStoreFile(file: string, build: (draft: string) => void): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new-${process.pid}`;
  discard(draft);
  try {
    build(draft);
    giveName(draft, file);
  } finally {
    discard(draft);
  }
}

/** Never replaces what has the name already. */
function giveName(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch {
    // Somebody was first, or the file system has no links.
    if (!existsSync(file)) copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

function discard(draft: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
}
