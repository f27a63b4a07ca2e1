import { create } from 'zustand';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import type { RequestInput } from '#shared/contract/ipc/contract.ts';
import { kiosk, send } from './client.ts';
import { showFault } from './notices.ts';

export type CardAnswer = RequestInput<'bench.answerCard'>['answer'];

interface Bench {
  readonly state: BenchState | null;
  /** Shown beside the shop, on a landscape display. */
  readonly panelOpen: boolean;
}

export const useBench = create<Bench>(() => ({ state: null, panelOpen: false }));

export async function followBench(): Promise<void> {
  kiosk().subscribe('bench.changed', (state) => useBench.setState({ state }));
  const answer = await kiosk().invoke('bench.state', {});
  if (answer.ok) useBench.setState({ state: answer.value });
}

export function toggleBenchPanel(): void {
  useBench.setState(({ panelOpen }) => ({ panelOpen: !panelOpen }));
}

export async function answerCard(answer: CardAnswer): Promise<void> {
  keep(await send('bench.answerCard', { answer }));
}

export async function setTerminalAuto(auto: CardAnswer | null): Promise<void> {
  keep(await send('bench.setTerminalAuto', { auto }));
}

export async function scanOnBench(code: string): Promise<void> {
  keep(await send('bench.scan', { code }));
}

export async function tearPaper(): Promise<void> {
  keep(await send('bench.tearPaper', {}));
}

function keep(answer: Awaited<ReturnType<typeof send<'bench.scan'>>>): void {
  if (answer.ok) useBench.setState({ state: answer.value });
  else showFault(answer.error.code);
}
