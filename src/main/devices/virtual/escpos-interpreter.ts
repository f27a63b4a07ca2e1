import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { commandEnd } from '../protocols/escpos/commands.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { type BitImage, onPaper } from './bit-image.ts';
import { createGraphics, rasterImage } from './graphics.ts';
import { type Align, createPrintLine } from './print-line.ts';
import { createSymbols } from './symbols.ts';

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;
const HT = 0x09;
const LF = 0x0a;
const FS = 0x1c;
const ACK = 0x06;
const NAK = 0x15;
const aligns: readonly Align[] = ['left', 'center', 'right'];
/** Keys of stored images that go into one block. */
const keysPerBlock = 40;

/** What a printer is asked in the stream of its commands, when it gets there. */
export type StreamQuestion =
  | { readonly kind: 'automaticStatus'; readonly selection: number }
  | { readonly kind: 'status'; readonly n: number }
  | { readonly kind: 'printerId'; readonly n: number }
  | { readonly kind: 'processId'; readonly id: string }
  | { readonly kind: 'keys'; readonly keys: readonly string[]; readonly more: boolean };

/** What is around the interpreter in a printer. */
export interface InterpreterHooks {
  /** Whether it must not go on now: no paper, an open cover, a blocked knife. */
  stopped(): boolean;
  /** False when it is not answered at all. */
  ask(question: StreamQuestion): boolean;
  pulse(pin: 2 | 5): void;
}

const alone: InterpreterHooks = {
  stopped: () => false,
  ask: () => false,
  pulse: () => undefined,
};

export interface EscposInterpreter {
  /** Takes bytes as they come; a command may be cut anywhere. */
  push(bytes: Uint8Array): void;
  /** Goes on where it was stopped. */
  resume(): void;
  /** Forgets what was received and is not on paper: waiting bytes, half a command, half a line. */
  clear(): void;
}

/**
 * Reads ESC/POS as a printer of this profile does, and emits what lands on paper. Commands that only
 * concern looks that we do not draw are skipped. DEV-80, DEV-85 to DEV-87.
 */
export function createEscposInterpreter(
  profile: PrinterProfile,
  emit: (element: PaperElement) => void,
  hooks: InterpreterHooks = alone,
): EscposInterpreter {
  const line = createPrintLine(profile, emit);
  const symbols = createSymbols(profile);
  const graphics = createGraphics(profile);
  let pending = new Uint8Array(0);
  let running = false;
  let clears = 0;
  /** What it does with the host's answer to the block of keys that it sent. */
  let awaitReply: ((reply: number) => void) | null = null;

  function place(element: PaperElement | null) {
    if (element === null) return;
    line.finish();
    emit(element);
  }

  function printImage(image: BitImage) {
    place(onPaper(image, line.align(), profile.dotsPerLine));
  }

  function cut() {
    line.finish();
    if (profile.feedBeforeCut !== null) emit({ kind: 'cut' });
  }

  function tellKeys(keys: readonly string[]) {
    const [block, rest] = [keys.slice(0, keysPerBlock), keys.slice(keysPerBlock)];
    const more = rest.length > 0;
    if (!hooks.ask({ kind: 'keys', keys: block, more })) return;
    awaitReply = (reply) => {
      awaitReply = null;
      if (reply === NAK) tellKeys(keys);
      else if (reply === ACK && more) tellKeys(rest);
    };
  }

  function runGraphics(parameters: Uint8Array) {
    const act = graphics.run(parameters);
    if (act?.kind === 'print') printImage(act.image);
    if (act?.kind === 'tellKeys') tellKeys(graphics.keys());
  }

  function escapeCommand(code: number, parameters: Uint8Array) {
    const [first = 0] = parameters;
    switch (code) {
      case 0x40:
        line.reset();
        symbols.reset();
        graphics.clear();
        return;
      case 0x61:
        line.setAlign(aligns[first % 0x30] ?? line.align());
        return;
      case 0x45:
      case 0x47:
        line.changeStyle({ bold: (first & 1) === 1 });
        return;
      case 0x2d:
        line.changeStyle({ underline: first % 0x30 > 0 });
        return;
      case 0x21:
        line.changeStyle({
          bold: (first & 0x08) !== 0,
          height: (first & 0x10) === 0 ? 1 : 2,
          width: (first & 0x20) === 0 ? 1 : 2,
          underline: (first & 0x80) !== 0,
        });
        return;
      case 0x74:
        line.setPage(first);
        return;
      case 0x2a:
        line.printColumns(first, parameters.subarray(3));
        return;
      case 0x64:
        line.feedLines(first);
        return;
      case 0x4a:
        line.feedDots(first);
        return;
      case 0x69:
      case 0x6d:
        cut();
        return;
      case 0x70:
        hooks.pulse(first % 0x30 === 1 ? 5 : 2);
        emit({ kind: 'drawerPulse' });
    }
  }

  function groupCommand(code: number, parameters: Uint8Array) {
    const [first = 0] = parameters;
    switch (code) {
      case 0x21:
        line.changeStyle({ width: ((first >> 4) & 7) + 1, height: (first & 7) + 1 });
        return;
      case 0x42:
        line.changeStyle({ inverted: (first & 1) === 1 });
        return;
      case 0x48:
      case 0x68:
      case 0x77:
        symbols.setBarcode(code, first);
        return;
      case 0x49:
        hooks.ask({ kind: 'printerId', n: first });
        return;
      case 0x56:
        cut();
        return;
      case 0x61:
        hooks.ask({ kind: 'automaticStatus', selection: first });
        return;
      case 0x6b:
        place(symbols.barcode(parameters, line.align()));
        return;
      case 0x72:
        hooks.ask({ kind: 'status', n: first % 0x30 });
        return;
      case 0x76:
        printImage(rasterImage(parameters));
        return;
      case 0x28:
        blockCommand(first, parameters.subarray(3));
        return;
      case 0x38:
        if (first === 0x4c) runGraphics(parameters.subarray(5));
    }
  }

  /** `GS ( x`. */
  function blockCommand(code: number, parameters: Uint8Array) {
    if (code === 0x4c) runGraphics(parameters);
    if (code === 0x6b) place(symbols.twoDimensional(parameters, line.align()));
    if (code === 0x48) {
      const [fn, m, ...id] = parameters;
      // Other characters are none of an id: the command is ignored.
      const isId = id.length === 4 && id.every((byte) => byte >= 0x20 && byte <= 0x7e);
      if (fn === 48 && m === 48 && isId) {
        hooks.ask({ kind: 'processId', id: String.fromCharCode(...id) });
      }
    }
  }

  /** Carries out what begins at `offset`; returns where the next begins, or null when bytes are missing. */
  function step(bytes: Uint8Array, offset: number): number | null {
    const lead = bytes[offset] ?? 0;
    if (awaitReply !== null) {
      awaitReply(lead);
      return offset + 1;
    }
    const end = commandEnd(bytes, offset);
    if (end === null) return null;
    if (lead === LF) line.end();
    else if (lead === HT) line.tab();
    else if (lead === ESC) escapeCommand(bytes[offset + 1] ?? 0, bytes.subarray(offset + 2, end));
    else if (lead === GS) groupCommand(bytes[offset + 1] ?? 0, bytes.subarray(offset + 2, end));
    // Real-time commands were carried out when they came in; here they are passed over.
    else if (lead !== DLE && lead !== FS && lead >= 0x20) line.print(lead);
    return end;
  }

  /** Answers may lead to more bytes, and to a clear, while a command is carried out. */
  function run() {
    if (running) return;
    running = true;
    let offset = 0;
    while (offset < pending.length && !hooks.stopped()) {
      const clearsBefore = clears;
      const next = step(pending, offset);
      if (next === null) break;
      offset = clears === clearsBefore ? next : 0;
    }
    pending = pending.slice(offset);
    running = false;
  }

  return {
    push(bytes) {
      const all = new Uint8Array(pending.length + bytes.length);
      all.set(pending);
      all.set(bytes, pending.length);
      pending = all;
      run();
    },
    resume: run,
    clear() {
      clears += 1;
      pending = new Uint8Array(0);
      awaitReply = null;
      line.clear();
      graphics.clear();
    },
  };
}
