import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { pauseThread } from './pause-thread.ts';

// SQLite's lock has no queue: an importer that takes it again at once would keep a sale out. So a
// writer that finds the lock taken leaves a file beside the store, and an importer that sees it
// between two batches lets that writer go first. It works between threads and between programs.

/** How long an importer lets others go first; then the file is one that a dead program left. */
const mostGivenMs = 250;
const pollMs = 0.25;

function turnFile(file: string): string {
  return `${file}-turn`;
}

/** Asks the importer to let this writer go first; without effect where no file can be made. */
export function askForTurn(file: string): void {
  try {
    closeSync(openSync(turnFile(file), 'w'));
  } catch {
    // E.g. on a full disk: then this writer meets the importer's gap by chance, a little later.
  }
}

/** This writer has the lock now. */
export function endTurn(file: string): void {
  rmSync(turnFile(file), { force: true });
}

/** Lets a writer that asked take the lock; false when nobody had asked. */
export function giveTurn(file: string): boolean {
  if (!existsSync(turnFile(file))) return false;
  const startedMs = performance.now();
  while (existsSync(turnFile(file))) {
    if (performance.now() - startedMs > mostGivenMs) {
      endTurn(file);
      break;
    }
    pauseThread(pollMs);
  }
  return true;
}
