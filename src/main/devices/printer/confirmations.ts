/**
 * What a printer said of things that were asked for in the stream: ids, and answers to `GS r`, of which
 * one is like the other. They are counted, so that a late answer never confirms what came after it.
 */
export interface Confirmations {
  heardId(id: string): void;
  heardPaper(): void;
  askedPaper(): void;
  hasId(id: string): boolean;
  /** Everything that was asked by `GS r` was answered. */
  paperAnswered(): boolean;
  /** How many answers to `GS r` came in all. */
  papersHeard(): number;
  /** Begins to count anew: nothing that was asked before can be answered any more. */
  reset(): void;
}

export function createConfirmations(): Confirmations {
  const ids = new Set<string>();
  let asked = 0;
  let heard = 0;
  return {
    heardId: (id) => void ids.add(id),
    heardPaper() {
      heard += 1;
    },
    askedPaper() {
      asked += 1;
    },
    hasId: (id) => ids.has(id),
    paperAnswered: () => heard >= asked,
    papersHeard: () => heard,
    reset() {
      ids.clear();
      asked = 0;
      heard = 0;
    },
  };
}
