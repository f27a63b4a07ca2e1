import type {
  PrintOptions,
  PrintOutcome,
  ReceiptPrinter,
} from '#main/core/ports/receipt-printer.ts';
import type { DeviceHealth } from '#shared/contract/ipc/devices.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';

/** What a test made of a job. */
interface ScriptedJob {
  readonly title: string;
  readonly options: PrintOptions;
}

/** A printer that ends each job as the test says; `jobs` are those of which a byte was sent. */
export interface ScriptedPrinter extends ReceiptPrinter {
  readonly jobs: readonly ScriptedJob[];
  readonly pulses: () => number;
  setHealth(state: DeviceHealth['state']): void;
}

export function scriptedPrinter(
  end: (document: ReceiptDocument) => PrintOutcome | Promise<PrintOutcome> = () => ({
    outcome: 'printed',
    confirmedBy: 'processId',
  }),
): ScriptedPrinter {
  const jobs: ScriptedJob[] = [];
  const listeners = new Set<() => void>();
  let state: DeviceHealth['state'] = 'ready';
  let pulses = 0;
  return {
    jobs,
    pulses: () => pulses,
    setHealth(next) {
      state = next;
      for (const listener of [...listeners]) listener();
    },
    async print(document, options, beforeFirstByte) {
      if (state !== 'ready') return { outcome: 'notSent', reason: state };
      beforeFirstByte();
      jobs.push({ title: document.title, options });
      return await end(document);
    },
    prepare() {},
    async openDrawer() {
      pulses += 1;
      return true;
    },
    health: () => ({ state, problems: [], drawer: 'unknown', lastAnswerAt: null, detail: '' }),
    onHealth(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
