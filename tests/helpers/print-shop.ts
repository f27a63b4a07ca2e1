import { join } from 'node:path';
import { createPrintQueue } from '#main/core/printing/print-queue.ts';
import { attachPrinter } from '#main/devices/printer/attached-printer.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { systemTimers } from '#main/devices/timers.ts';
import { createTransport } from '#main/devices/transports/open-transport.ts';
import { createVirtualPrinter } from '#main/devices/virtual/virtual-printer.ts';
import { systemClock, systemIds } from '#main/hosts/system.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import type { PrinterSettings } from '#shared/contract/ipc/devices.ts';
import type { PrintJobView } from '#shared/contract/ipc/printing.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { recordingLogger } from './recording-logger.ts';
import { recordingEvents } from './sale-devices.ts';

/** A store with its print queue and a receipt printer, and nothing else of a kiosk. */
export function openPrintShop(
  folder: string,
  settings: PrinterSettings,
  pace: NonNullable<Parameters<typeof attachPrinter>[0]['pace']> = {},
) {
  const logger = recordingLogger();
  const events = recordingEvents();
  const store = openKioskStore({
    file: join(folder, 'kiosk.db'),
    deviceCode: 'D1',
    clock: systemClock,
    ids: systemIds,
    logger,
  });
  if (!store.ok) throw new Error(store.error.message);
  const nothing = createVirtualPrinter(printerProfile(settings.profile));
  const printer = attachPrinter({
    settings,
    transportOf: ({ connection }) => createTransport(connection, nothing),
    clock: systemClock,
    timers: systemTimers,
    pace,
  });
  const { printLedger: ledger, sales } = store.value;
  const queue = createPrintQueue({ ledger, sales, printer, clock: systemClock, events, logger });
  queue.start();
  return {
    printer,
    ledger,
    queue,
    logger,
    print(document: ReceiptDocument): number {
      const id = ledger.addPaper('test', document, systemClock.now());
      queue.wake();
      return id;
    },
    job(id: number): PrintJobView {
      const job = ledger.job(id);
      if (job === null) throw new Error(`There is no job ${id}`);
      return job;
    },
    async close() {
      await Promise.all([printer.close(), queue.stop()]);
      if (store.ok) store.value.close();
    },
  };
}

export function serialSettings(
  path: string,
  baudRate: 9600 | 19_200 | 115_200 = 115_200,
): PrinterSettings {
  return {
    connection: { kind: 'serial', path, baudRate, parity: 'none', flowControl: 'none' },
    profile: 'epson-tm-t88',
  };
}

/** Resolves when `condition` holds, looking every few milliseconds; rejects after `timeoutMs`. */
export async function until(
  condition: () => boolean,
  timeoutMs: number,
  what: () => string,
): Promise<number> {
  const begin = performance.now();
  while (!condition()) {
    if (performance.now() - begin > timeoutMs) throw new Error(`${what()} (${timeoutMs} ms)`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - begin;
}
