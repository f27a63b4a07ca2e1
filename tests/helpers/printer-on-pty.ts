import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrinterProfile } from '#main/devices/protocols/escpos/printer-profile.ts';
import { openPtyEnd } from '#main/devices/simulator/pty-end.ts';
import {
  createVirtualPrinter,
  type VirtualPrinter,
  type VirtualPrinterOptions,
} from '#main/devices/virtual/virtual-printer.ts';

/** A virtual printer at the end of a real pseudo-terminal, which goes and comes with its cable. */
export interface PrinterOnPty {
  readonly path: string;
  readonly printer: VirtualPrinter;
  close(): Promise<void>;
}

export async function printerOnPty(
  profile: PrinterProfile,
  options: VirtualPrinterOptions = {},
): Promise<PrinterOnPty> {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-printer-'));
  const path = join(folder, 'tty');
  const printer = createVirtualPrinter(profile, options);
  let fault: Error | null = null;
  const end = await openPtyEnd(printer, path, (broken) => {
    fault = broken;
  });
  return {
    path,
    printer,
    async close() {
      await end.close();
      rmSync(folder, { recursive: true, force: true });
      if (fault !== null) throw fault;
    },
  };
}
