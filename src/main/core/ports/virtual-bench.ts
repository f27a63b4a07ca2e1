import type { BenchState } from '#shared/contract/ipc/bench.ts';

export type CardAnswer = 'approve' | 'decline' | 'timeout' | 'loseAnswer';

/** The virtual devices' buttons and windows; absent when real devices are attached. */
export interface VirtualBench {
  state(): BenchState;
  /** Presses a terminal button; without a waiting payment nothing happens. */
  answerCard(answer: CardAnswer): void;
  setTerminalAuto(auto: CardAnswer | null): void;
  tearPaper(): void;
  /** Calls `listener` after each change until the returned function is called. */
  onChange(listener: (state: BenchState) => void): () => void;
}
