import type { BenchState, PaperElement } from '#shared/contract/ipc/bench.ts';
import type { Transport } from '../transports/transport.ts';
import { createEscposInterpreter } from './escpos-interpreter.ts';
import { createListeners } from './listeners.ts';

/** A printer made of software: takes the bytes that a real one would, and shows its paper. */
export interface VirtualPrinter extends Transport {
  state(): BenchState['printer'];
  /** Tears the printed paper off. */
  tearPaper(): void;
  onChange(listener: () => void): () => void;
}

/** About twenty receipts; what is older falls behind the desk. */
const maxPaper = 1_000;

export function createVirtualPrinter(columns: number): VirtualPrinter {
  const listeners = createListeners();
  let paper: PaperElement[] = [];
  let bytesReceived = 0;

  const interpreter = createEscposInterpreter(columns, (element) => {
    const last = paper.at(-1);
    if (element.kind === 'feed' && last?.kind === 'feed') {
      paper[paper.length - 1] = { kind: 'feed', lines: last.lines + element.lines };
    } else {
      paper.push(element);
    }
  });

  return {
    async write(bytes) {
      bytesReceived += bytes.length;
      interpreter.push(bytes);
      if (paper.length > maxPaper) paper = paper.slice(-maxPaper);
      listeners.notify();
    },
    state: () => ({ columns, bytesReceived, paper: [...paper] }),
    tearPaper() {
      paper = [];
      listeners.notify();
    },
    onChange: listeners.add,
  };
}
