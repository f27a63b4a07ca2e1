import type { WritableDb } from './sqlite.ts';
import { giveTurn } from './writer-turn.ts';

/** How long a batch may hold the writer lock while somebody sells, and while nobody does. */
const sellingMs = 10;
const quietMs = 24;
/** So long after somebody had to wait, there may be more sales. */
const sellingForMs = 2_000;
const smallest = 16;

/** Splits bulk work into short transactions; between two, whoever waits goes first. */
export interface ShortTransactions {
  /** How many items fit into one transaction, as measured so far. */
  readonly batchSize: number;
  /** Runs one batch; `write` says how many items it dealt with. */
  run(write: () => number): void;
  /** Repeats batches until one deals with fewer items than it was asked for. */
  drain(write: (limit: number) => number): void;
}

/** What the batches of one import know of the sales beside them. */
export interface Pace {
  targetMs(): number;
  /** Between two batches: whoever waits goes first. */
  giveTurn(): void;
}

export function createPace(file: string): Pace {
  let soldAtMs = Number.NEGATIVE_INFINITY;
  return {
    targetMs: () => (performance.now() - soldAtMs < sellingForMs ? sellingMs : quietMs),
    giveTurn: () => {
      if (giveTurn(file)) soldAtMs = performance.now();
    },
  };
}

export function createShortTransactions(
  db: WritableDb,
  pace: Pace,
  largest = 5_000,
): ShortTransactions {
  let batchSize = Math.min(64, largest);
  function run(write: () => number): void {
    const startedMs = performance.now();
    const items = db.immediate(write);
    const durationMs = performance.now() - startedMs;
    const targetMs = pace.targetMs();
    const wasFull = items >= batchSize / 2;
    if (wasFull || (items > 0 && durationMs > targetMs)) {
      const fitting = (items * targetMs) / Math.max(durationMs, 0.1);
      // In steps: one batch that the machine interrupted says little about the next.
      const next = Math.max(batchSize * 0.6, Math.min(fitting, batchSize * 1.5));
      batchSize = Math.round(Math.min(largest, Math.max(smallest, next)));
    }
    pace.giveTurn();
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
