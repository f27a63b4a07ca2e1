import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the folder in which everything is kept that is not in a database elsewhere.
 * @throws Error that names the setting and what the file system says.
 */
export function makeDataFolder(folder: string): void {
  try {
    make(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`CENTRAL_DATA: ${folder} cannot be used: ${reason}`);
  }
}

/** One folder at a time: `recursive` never ends where one cannot be made in a folder that is there, as in /proc. */
function make(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) make(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was first.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
