import { create } from 'zustand';
import type { BenchState, PrinterSwitches } from '#shared/contract/ipc/bench.ts';
import type { RequestInput } from '#shared/contract/ipc/contract.ts';
import { createTurns } from '../lib/latest.ts';
import { kiosk, send } from './client.ts';
import { showFault } from './notices.ts';

export type CardAnswer = RequestInput<'bench.answerCard'>['answer'];

interface Bench {
  readonly state: BenchState | null;
  /** Shown beside the shop, on a landscape display. */
  readonly panelOpen: boolean;
}

export const useBench = create<Bench>(() => ({ state: null, panelOpen: false }));

/** An event tells what is newer than any answer that is still under way. */
const turns = createTurns();

export async function followBench(): Promise<void> {
  kiosk().subscribe('bench.changed', (told) => {
    const printer = joinPaper(useBench.getState().state?.printer ?? null, told.printer);
    if (printer === null) {
      void loadBench();
      return;
    }
    turns.overtake();
    useBench.setState({ state: { ...told, printer } });
  });
  await loadBench();
}

async function loadBench(): Promise<void> {
  const isLast = turns.begin();
  const answer = await kiosk().invoke('bench.state', {});
  if (answer.ok && isLast()) useBench.setState({ state: answer.value });
}

/** The printer as an event tells it, with all its paper; `null` when some of that was missed. */
function joinPaper(
  own: BenchState['printer'] | null,
  told: BenchState['printer'],
): BenchState['printer'] | null {
  const { roll, oldest, first } = told.paperAt;
  const paperAt = { roll, oldest, first: oldest };
  if (first === oldest) return { ...told, paperAt };
  if (own === null || own.paperAt.roll !== roll) return null;
  const { paper } = own;
  const [begin, end] = [oldest - own.paperAt.first, first - own.paperAt.first];
  if (begin < 0 || end > paper.length) return null;
  const isSame = begin === 0 && end === paper.length && told.paper.length === 0;
  return { ...told, paper: isSame ? paper : [...paper.slice(begin, end), ...told.paper], paperAt };
}

export function toggleBenchPanel(): void {
  useBench.setState(({ panelOpen }) => ({ panelOpen: !panelOpen }));
}

export async function answerCard(answer: CardAnswer): Promise<void> {
  await keep(send('bench.answerCard', { answer }));
}

export async function setTerminalAuto(auto: CardAnswer | null): Promise<void> {
  await keep(send('bench.setTerminalAuto', { auto }));
}

export async function scanOnBench(code: string): Promise<void> {
  await keep(send('bench.scan', { code }));
}

export async function setPrinter(switches: Partial<PrinterSwitches>): Promise<void> {
  await keep(send('bench.setPrinter', { switches }));
}

export async function tearPaper(): Promise<void> {
  await keep(send('bench.tearPaper', {}));
}

async function keep(answering: ReturnType<typeof send<'bench.scan'>>): Promise<void> {
  const isLast = turns.begin();
  const answer = await answering;
  if (!answer.ok) showFault(answer.error.code);
  else if (isLast()) useBench.setState({ state: answer.value });
}
