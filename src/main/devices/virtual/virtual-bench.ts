import type { VirtualBench } from '#main/core/ports/virtual-bench.ts';
import type { BenchState } from '#shared/contract/ipc/bench.ts';
import type { VirtualPrinter } from './virtual-printer.ts';
import type { VirtualScanner } from './virtual-scanner.ts';
import type { VirtualTerminal } from './virtual-terminal.ts';

/** The virtual devices of one kiosk, seen and pressed together. */
export function createVirtualBench(
  printer: VirtualPrinter,
  terminal: VirtualTerminal,
  scanner: VirtualScanner,
): VirtualBench {
  const state = (): BenchState => ({ printer: printer.state(), terminal: terminal.state() });
  return {
    state,
    answerCard: terminal.answer,
    setTerminalAuto: terminal.setAuto,
    setPrinter: printer.setSwitches,
    scan: scanner.scan,
    tearPaper: printer.tearPaper,
    onChange(listener) {
      let told: BenchState['printer'] | null = null;
      const tell = () => {
        const now = state();
        const printer = withNewPaper(now.printer, told);
        told = now.printer;
        listener({ ...now, printer });
      };
      const stops = [printer.onChange(tell), terminal.onChange(tell)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** With the paper alone that has come, or has changed, since `told`: it grows long. DEV-102. */
function withNewPaper(
  printer: BenchState['printer'],
  told: BenchState['printer'] | null,
): BenchState['printer'] {
  if (told === null) return printer;
  const { paper, paperAt } = printer;
  const shift = paperAt.oldest - told.paperAt.oldest;
  // An element never changes; what grows, such as a picture, is another one in its place.
  const changed = paper.findIndex((element, at) => element !== told.paper[at + shift]);
  const known = changed === -1 ? paper.length : changed;
  return {
    ...printer,
    paper: paper.slice(known),
    paperAt: { ...paperAt, first: paperAt.oldest + known },
  };
}
