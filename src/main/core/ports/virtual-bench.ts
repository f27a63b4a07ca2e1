import type { BenchState, PrinterSwitches } from '#shared/contract/ipc/bench.ts';

/** A button of the virtual terminal; `loseAnswer` approves, but the answer never arrives. */
export type CardAnswer = 'approve' | 'decline' | 'timeout' | 'loseAnswer';

/** The virtual devices' buttons and windows; absent when real devices are attached. */
export interface VirtualBench {
  state(): BenchState;
  /** Presses a terminal button; without a waiting payment nothing happens. */
  answerCard(answer: CardAnswer): void;
  /** What the terminal answers by itself from now on; `null`: somebody presses its buttons. */
  setTerminalAuto(auto: CardAnswer | null): void;
  /** Changes the virtual printer's switches that are named. */
  setPrinter(switches: Partial<PrinterSwitches>): void;
  /** The virtual scanner reads a code; it may hold control characters such as FNC1 (0x1D). */
  scan(code: string): void;
  /** Takes away what is printed so far. */
  tearPaper(): void;
  /** Calls `listener` after each change until the returned function is called. */
  onChange(listener: (state: BenchState) => void): () => void;
}
