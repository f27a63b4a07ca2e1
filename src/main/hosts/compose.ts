import { dirname, join } from 'node:path';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { createKiosk, type Kiosk } from '../core/kiosk.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { CardAnswer } from '../core/ports/virtual-bench.ts';
import type { PrinterProfile } from '../devices/protocols/escpos-receipt.ts';
import { createReceiptPrinter } from '../devices/receipt-printer.ts';
import { createVirtualBench } from '../devices/virtual/virtual-bench.ts';
import { createVirtualPrinter } from '../devices/virtual/virtual-printer.ts';
import { createVirtualTerminal } from '../devices/virtual/virtual-terminal.ts';
import { type KioskStoreOptions, type OpenFault, openKioskStore } from '../storage/kiosk-store.ts';
import { systemClock, systemIds } from './system.ts';

/** 80 mm paper in font A, as most receipt printers have it. */
const printerProfile: PrinterProfile = { columns: 42, feedBeforeCut: 4 };
const terminalPace = { authorizingMs: 900, cardTimeoutMs: 60_000 };

export interface ComposeOptions {
  /** The kiosk's store; what belongs to its virtual devices lies beside it. */
  readonly file: string;
  readonly logger: Logger;
  readonly validateOutput: boolean;
  /** Of a bundled build, where they do not lie in the source tree. */
  readonly migrations?: KioskStoreOptions['migrations'];
  readonly terminal?: {
    /** What the virtual terminal answers by itself; absent: somebody presses its buttons. */
    readonly auto?: CardAnswer;
    /** How long its bank thinks. */
    readonly authorizingMs?: number;
    /** How long it waits for a card. */
    readonly cardTimeoutMs?: number;
  };
}

export interface RunningKiosk {
  readonly kiosk: Kiosk;
  close(): Promise<void>;
}

/** Puts store, devices and core together and starts them: the same for every host. */
export async function runKiosk(options: ComposeOptions): Promise<Result<RunningKiosk, OpenFault>> {
  const { file, logger, migrations } = options;
  const store = openKioskStore({
    file,
    clock: systemClock,
    ids: systemIds,
    logger,
    ...(migrations === undefined ? {} : { migrations }),
  });
  if (!store.ok) return store;

  const paper = createVirtualPrinter(printerProfile.columns);
  const terminal = createVirtualTerminal({
    file: join(dirname(file), 'virtual-terminal.json'),
    auto: null,
    ...terminalPace,
    ...options.terminal,
  });
  const kiosk = createKiosk(
    {
      catalog: store.value.catalog,
      sales: store.value.sales,
      printJobs: store.value.printJobs,
      terminal,
      printer: createReceiptPrinter(paper, printerProfile),
      bench: createVirtualBench(paper, terminal),
      clock: systemClock,
      ids: systemIds,
      logger,
    },
    { appVersion: manifest.version, validateOutput: options.validateOutput },
  );
  await kiosk.start();

  return ok({
    kiosk,
    async close() {
      // A payment that waits for a card ends first: its answer is still written to the store.
      terminal.close();
      await kiosk.stop();
      store.value.close();
    },
  });
}
