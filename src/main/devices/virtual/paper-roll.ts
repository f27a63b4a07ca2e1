import { appendFileSync } from 'node:fs';
import { joinPaper } from '#shared/domain/paper/join-paper.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';

/** The paper that hangs out of a virtual printer. */
export interface PaperRoll {
  add(element: PaperElement): void;
  elements(): readonly PaperElement[];
  /** Tears off what is printed. */
  tear(): void;
}

/** About twenty receipts; what is older falls behind the desk. */
const maxElements = 1_000;
/** Receipts that are sent as pictures are long: of those it keeps fewer. In base64 digits. */
const maxImageDigits = 2_000_000;

/** With `file`, each element is also written there, as a line of JSON, before anything else happens. */
export function createPaperRoll(file: string | null): PaperRoll {
  let paper: PaperElement[] = [];

  function dropOldest() {
    paper = paper.slice(-maxElements);
    while (paper.length > 1 && imageDigits(paper) > maxImageDigits) paper.shift();
  }

  return {
    add(element) {
      if (file !== null) appendFileSync(file, `${JSON.stringify(element)}\n`);
      joinPaper(paper, element);
      if (paper.length > maxElements || element.kind === 'image') dropOldest();
    },
    elements: () => [...paper],
    tear() {
      paper = [];
    },
  };
}

function imageDigits(paper: readonly PaperElement[]): number {
  return paper.reduce(
    (sum, element) => sum + (element.kind === 'image' ? element.bits.length : 0),
    0,
  );
}
