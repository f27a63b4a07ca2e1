import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import { joinPaper } from '#shared/domain/paper/join-paper.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';

/** The paper that hangs out of a virtual printer. */
export interface PaperRoll {
  add(element: PaperElement): void;
  elements(): readonly PaperElement[];
  /** Where they stand on the roll. */
  place(): BenchState['printer']['paperAt'];
  /** Tears off what is printed. */
  tear(): void;
}

/** About twenty receipts; what is older falls behind the desk. */
const maxElements = 1_000;
/** Receipts that are sent as pictures are long: of those it keeps fewer. In base64 digits. */
const maxImageDigits = 2_000_000;

/** With `file`, each element is also written there, as a line of JSON, before anything else happens. */
export function createPaperRoll(file: string | null): PaperRoll {
  const roll = randomUUID();
  let paper: PaperElement[] = [];
  /** How many elements do not hang out any more. */
  let gone = 0;

  function drop(count: number) {
    paper = paper.slice(count);
    gone += count;
  }

  function dropOldest() {
    drop(Math.max(0, paper.length - maxElements));
    while (paper.length > 1 && imageDigits(paper) > maxImageDigits) drop(1);
  }

  return {
    add(element) {
      if (file !== null) appendFileSync(file, `${JSON.stringify(element)}\n`);
      joinPaper(paper, element);
      if (paper.length > maxElements || element.kind === 'image') dropOldest();
    },
    elements: () => [...paper],
    place: () => ({ roll, oldest: gone, first: gone }),
    tear() {
      drop(paper.length);
    },
  };
}

function imageDigits(paper: readonly PaperElement[]): number {
  return paper.reduce(
    (sum, element) => sum + (element.kind === 'image' ? element.bits.length : 0),
    0,
  );
}
