import type { WritableDb } from './sqlite.ts';
import { giveTurn } from './writer-turn.ts';

/** How long a batch may hold the writer lock. */
const targetMs = 10;
const smallest = 16;

/** Splits bulk work into transactions of about `targetMs` each; between two, whoever waits goes first. */
export interface ShortTransactions {
  /** How many items fit into one transaction, as measured so far. */
  readonly batchSize: number;
  /** Runs one batch; `write` says how many items it dealt with. */
  run(write: () => number): void;
  /** Repeats batches until one deals with fewer items than it was asked for. */
  drain(write: (limit: number) => number): void;
}

export function createShortTransactions(db: WritableDb, largest = 5_000): ShortTransactions {
  let batchSize = Math.min(64, largest);
  function run(write: () => number): void {
    const startedMs = performance.now();
    const items = db.immediate(write);
    const durationMs = performance.now() - startedMs;
    const wasFull = items >= batchSize / 2;
    if (wasFull || (items > 0 && durationMs > targetMs)) {
      const fitting = (items * targetMs) / Math.max(durationMs, 0.1);
      // In steps: one batch that the machine interrupted says little about the next.
      const next = Math.max(batchSize * 0.6, Math.min(fitting, batchSize * 1.5));
      batchSize = Math.round(Math.min(largest, Math.max(smallest, next)));
    }
    giveTurn(db.file);
  }
  return {
    get batchSize() {
      return batchSize;
    },
    run,
    drain: (write) => {
      for (;;) {
        const limit = batchSize;
        let items = 0;
        run(() => {
          items = write(limit);
          return items;
        });
        if (items < limit) return;
      }
    },
  };
}
