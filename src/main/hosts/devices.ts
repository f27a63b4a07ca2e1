import { dirname, join } from 'node:path';
import type {
  PrinterProfileView,
  PrinterSettings,
  ScannerSettings,
} from '#shared/contract/ipc/devices.ts';
import { printerProfileIds } from '#shared/contract/ipc/devices.ts';
import type { KioskPorts } from '../core/kiosk.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { DeviceSettings } from '../core/ports/device-settings.ts';
import type { Logger } from '../core/ports/logger.ts';
import type { CardAnswer } from '../core/ports/virtual-bench.ts';
import { attachPrinter } from '../devices/printer/attached-printer.ts';
import { printerProfile } from '../devices/protocols/escpos/printer-profiles.ts';
import { createScanner } from '../devices/scanner.ts';
import { systemTimers } from '../devices/timers.ts';
import { createTransport } from '../devices/transports/open-transport.ts';
import { listSerialPorts } from '../devices/transports/serial-ports.ts';
import { createVirtualBench } from '../devices/virtual/virtual-bench.ts';
import { createVirtualPrinter } from '../devices/virtual/virtual-printer.ts';
import { createVirtualScanner } from '../devices/virtual/virtual-scanner.ts';
import { createVirtualTerminal } from '../devices/virtual/virtual-terminal.ts';

/** Until somebody says otherwise: devices made of software, on a bench that can be seen. */
const virtualPrinterSettings: PrinterSettings = {
  connection: { kind: 'virtual' },
  profile: 'epson-tm-t88',
};
const virtualScannerSettings: ScannerSettings = { connection: { kind: 'virtual' } };
const terminalPace = { authorizingMs: 900, cardTimeoutMs: 60_000 };

export interface TerminalOptions {
  /** What the virtual terminal answers by itself; absent: somebody presses its buttons. */
  readonly auto?: CardAnswer;
  /** How long its bank thinks. */
  readonly authorizingMs?: number;
  /** How long it waits for a card. */
  readonly cardTimeoutMs?: number;
}

export interface DevicesOptions {
  /** What belongs to virtual devices lies beside the kiosk's store. */
  readonly file: string;
  readonly settings: DeviceSettings;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly terminal?: TerminalOptions;
}

type DevicePorts = Pick<KioskPorts, 'printer' | 'scanner' | 'terminal' | 'finder' | 'bench'>;

/** The devices of one kiosk, as the core knows them. */
export interface KioskDevices extends DevicePorts {
  /** A payment that waits for a card ends: what becomes of it is still written to the store. */
  hangUp(): void;
  close(): Promise<void>;
}

/** Attaches what the store's settings name. */
export function attachDevices(options: DevicesOptions): KioskDevices {
  const { file, settings, clock, logger } = options;
  const printerSettings = settings.printer() ?? virtualPrinterSettings;
  const paper = createVirtualPrinter(printerProfile(printerSettings.profile));
  const gun = createVirtualScanner();
  const printer = attachPrinter({
    settings: printerSettings,
    transportOf({ connection, profile }) {
      if (connection.kind === 'virtual') paper.setProfile(printerProfile(profile));
      return createTransport(connection, paper);
    },
    clock,
    timers: systemTimers,
  });
  const scanner = createScanner({
    settings: settings.scanner() ?? virtualScannerSettings,
    transportOf: ({ connection }) => createTransport(connection, gun),
    clock,
    timers: systemTimers,
    logger,
  });
  const terminal = createVirtualTerminal({
    file: join(dirname(file), 'virtual-terminal.json'),
    auto: null,
    ...terminalPace,
    ...options.terminal,
  });
  return {
    printer,
    scanner,
    terminal,
    finder: { serialPorts: listSerialPorts, profiles: () => profileViews },
    bench: createVirtualBench(paper, terminal, gun),
    hangUp: () => terminal.close(),
    async close() {
      await Promise.all([printer.close(), scanner.close()]);
    },
  };
}

const profileViews: readonly PrinterProfileView[] = printerProfileIds.map((id) => {
  const { name, columns, confirms } = printerProfile(id);
  return { id, name, columns, confirms };
});
