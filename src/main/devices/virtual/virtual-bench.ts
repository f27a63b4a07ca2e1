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
      const tell = () => listener(state());
      const stops = [printer.onChange(tell), terminal.onChange(tell)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
