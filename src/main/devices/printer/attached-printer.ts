import { randomInt } from 'node:crypto';
import type { Clock } from '#main/core/ports/clock.ts';
import type { AttachedPrinter } from '#main/core/ports/devices.ts';
import type { PrintOptions, PrintOutcome } from '#main/core/ports/receipt-printer.ts';
import type { PrinterSettings } from '#shared/contract/ipc/devices.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { drawerPulse } from '../protocols/escpos/between-jobs.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { printerProfile } from '../protocols/escpos/printer-profiles.ts';
import { storedLogoKeysOf } from '../protocols/escpos/stored-logo.ts';
import type { Timers } from '../timers.ts';
import type { Transport } from '../transports/transport.ts';
import { type JobBytes, jobBytes } from './job-bytes.ts';
import { type JobPace, jobPace, sendJob } from './print-job.ts';
import {
  createPrinterLine,
  type PrinterLine,
  type PrinterPace,
  printerPace,
} from './printer-line.ts';

export interface AttachedPrinterOptions {
  readonly settings: PrinterSettings;
  /** The line that these settings name. */
  readonly transportOf: (settings: PrinterSettings) => Transport;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly pace?: Partial<PrinterPace & JobPace>;
}

/** The kiosk's receipt printer, whatever is attached at its place now. */
export interface ReceiptPrinterDevice extends AttachedPrinter {
  /** Lets the printer go; what is being sent becomes unknown. */
  close(): Promise<void>;
}

interface Attachment {
  readonly settings: PrinterSettings;
  readonly profile: PrinterProfile;
  readonly transport: Transport;
  readonly line: PrinterLine;
  readonly stopListening: () => void;
  readonly bytes: JobBytes;
}

const tokenCount = 36 ** 4;

export function attachPrinter(options: AttachedPrinterOptions): ReceiptPrinterDevice {
  const { transportOf, clock, timers } = options;
  const pace = { ...printerPace, ...jobPace, ...options.pace };
  const listeners = new Set<() => void>();
  // Jobs of an earlier run of this program may still be answered.
  let tokens = randomInt(tokenCount);
  let at = attachment(options.settings);
  /** Jobs take turns. */
  let turn: Promise<unknown> = Promise.resolve();
  let changes: Promise<void> = Promise.resolve();
  let closed = false;

  function attachment(settings: PrinterSettings, held: number | null = null): Attachment {
    const profile = printerProfile(settings.profile);
    const transport = transportOf(settings);
    const line = createPrinterLine(transport, profile, { clock, timers, pace, held });
    const stopListening = line.onHealth(() => {
      for (const listener of [...listeners]) listener();
    });
    return { settings, profile, transport, line, stopListening, bytes: jobBytes(profile) };
  }

  function nextToken(): string {
    tokens = (tokens + 1) % tokenCount;
    return tokens.toString(36).padStart(4, '0');
  }

  async function printNow(
    document: ReceiptDocument,
    options: PrintOptions,
    beforeFirstByte: () => void,
  ): Promise<PrintOutcome> {
    const { line, profile, transport } = at;
    const before = notReady(line);
    if (before !== null) return before;
    const logos = storedLogoKeysOf(document);
    // Asked only of a printer that is ready: any other would answer in the middle of something else.
    const storedLogos = logos.length === 0 ? null : await line.storedLogos();
    let bytes: Uint8Array;
    try {
      bytes = at.bytes.of(document, options, storedLogos);
    } catch (error) {
      return { outcome: 'failed', reason: `it cannot be written for ${profile.name}: ${error}` };
    }
    const after = notReady(line);
    if (after !== null) return after;
    beforeFirstByte();
    const { bytesPerSecond } = transport;
    const outcome = await sendJob(bytes, {
      line,
      profile,
      bytesPerSecond,
      token: nextToken(),
      pace,
    });
    if (outcome.outcome === 'printed' && storedLogos !== null) line.rememberLogos(logos);
    return outcome;
  }

  /** Whatever takes the line away takes turns, or a line would be left that nobody has in hand. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    changes = changes.then(work);
    return changes;
  }

  async function letGo(): Promise<void> {
    at.stopListening();
    await at.line.close();
  }

  return {
    print(document, printOptions, beforeFirstByte) {
      const printed = turn.then(() => printNow(document, printOptions, beforeFirstByte));
      turn = printed.catch(() => undefined);
      return printed;
    },
    prepare(document, printOptions) {
      try {
        at.bytes.of(document, printOptions, at.line.knownLogos());
      } catch {
        // Told when it is printed.
      }
    },
    async openDrawer() {
      const { line, profile } = at;
      if (!line.isOpen() || line.health().state === 'disconnected') return false;
      try {
        await line.send(drawerPulse(profile), false);
        return true;
      } catch {
        return false;
      }
    },
    health: () => at.line.health(),
    onHealth(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    settings: () => at.settings,
    address: () => at.transport.address,
    confirms: () => at.profile.confirms,
    attach: (settings) =>
      inTurn(async () => {
        if (closed) return;
        const held = at.line.held();
        await letGo();
        at = attachment(settings, held);
        for (const listener of [...listeners]) listener();
      }),
    close: () =>
      inTurn(async () => {
        closed = true;
        await letGo();
      }),
  };
}

function notReady(line: PrinterLine): PrintOutcome | null {
  const { state, problems } = line.health();
  if (state === 'ready' || state === 'attention') return null;
  return { outcome: 'notSent', reason: [state, ...problems].join(', ') };
}
