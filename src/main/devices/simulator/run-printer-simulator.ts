import { appendFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { PrinterSwitches } from '#shared/contract/ipc/bench.ts';
import { drawPaper } from '#shared/domain/paper/draw-paper.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { createVirtualPrinter, type VirtualPrinter } from '../virtual/virtual-printer.ts';
import { openPtyEnd } from './pty-end.ts';
import {
  describeSwitch,
  parseSimulatorCommand,
  type SimulatorCommand,
} from './simulator-commands.ts';
import { asFault, SimulatorFault } from './simulator-end.ts';
import { openTcpEnd } from './tcp-end.ts';

export interface PrinterSimulatorOptions {
  /** Where it can be reached: a pseudo-terminal (`null`: at a path of its own), or a TCP port of this machine. */
  readonly at:
    | { readonly kind: 'pty'; readonly path: string | null }
    | { readonly kind: 'tcp'; readonly port: number };
  readonly profile: PrinterProfile;
  /** Bits per second; `null`: as fast as it comes. */
  readonly baudRate: number | null;
  /** Where the picture of the paper is written after each receipt. */
  readonly pictureFile: string | null;
  /** Where each printed element is appended, as a line of JSON. */
  readonly tapeFile: string | null;
}

export interface SimulatorStreams {
  /** Commands, one a line; its end ends nothing. */
  readonly input: Readable;
  /** The address, then what happens, one line each. */
  readonly output: Writable;
}

/** Where there is no knife, so much blank paper at once ends a receipt: it comes as far as the tear bar. */
const tearLines = 4;

const switchNames = [
  'paper',
  'coverOpen',
  'cutterError',
  'drawerOpen',
  'unplugged',
  'unplugAfterBytes',
  'silent',
  'falseFailure',
  'baudRate',
] as const satisfies readonly (keyof PrinterSwitches)[];

/**
 * Is a receipt printer for other programs, until `quit` is read or `stop` is aborted. Rejects with a
 * `SimulatorFault` when it cannot be reached, or its files not be written. DEV-95 to DEV-99.
 */
export async function runPrinterSimulator(
  { at, profile, baudRate, pictureFile, tapeFile }: PrinterSimulatorOptions,
  { input, output }: SimulatorStreams,
  stop: AbortSignal,
): Promise<void> {
  const end = Promise.withResolvers<void>();
  const stopNow = () => end.resolve();
  const fail = (error: unknown) => end.reject(asFault(error));
  // Whoever read the lines has gone.
  output.on('error', stopNow);
  const say = (line: string) => void output.write(`${line}\n`);
  const receipts = createReceiptCounter(profile);
  const printer = createVirtualPrinter(profile, {
    onPrinted: receipts.add,
    ...(tapeFile === null ? {} : { paperFile: tapeFile }),
  });
  printer.setSwitches({ baudRate });
  // What cannot be written is told before anybody prints.
  try {
    if (tapeFile !== null) appendFileSync(tapeFile, '');
    if (pictureFile !== null) writePicture(pictureFile, printer);
  } catch (error) {
    throw asFault(error);
  }

  let before = printer.state().switches;
  let linesTold = 0;
  const stopTelling = printer.onChange(() => {
    const { switches } = printer.state();
    const changed = changedSwitches(before, switches);
    before = switches;
    for (const name of changed) say(describeSwitch(name, switches));
    linesTold += changed.length;
    const finished = receipts.finished();
    if (finished.length > 0 && pictureFile !== null) {
      try {
        writePicture(pictureFile, printer);
      } catch (error) {
        fail(error);
      }
    }
    for (const receipt of finished) say(receipt);
  });

  function carryOut(command: SimulatorCommand) {
    switch (command.kind) {
      case 'set': {
        const toldBefore = linesTold;
        printer.setSwitches(command.switches);
        if (linesTold > toldBefore) return;
        // A script that waits for a line gets one, changed or not.
        const { switches } = printer.state();
        for (const name of switchNames) {
          if (command.switches[name] !== undefined) say(describeSwitch(name, switches));
        }
        return;
      }
      case 'tear':
        printer.tearPaper();
        say('tear');
        return;
      case 'state':
        say(JSON.stringify(printer.state()));
        return;
      case 'quit':
        stopNow();
    }
  }

  const place = await (at.kind === 'pty'
    ? openPtyEnd(printer, at.path ?? defaultPath(), fail)
    : openTcpEnd(printer, at.port, fail));
  say(place.address);
  const lines = createInterface({ input });
  lines.on('line', (line) => {
    if (line.trim() === '') return;
    const command = parseSimulatorCommand(line);
    if (command.ok) carryOut(command.value);
    else say(`error: ${command.error}`);
  });
  stop.addEventListener('abort', stopNow);
  if (stop.aborted) stopNow();
  try {
    await end.promise;
  } finally {
    stop.removeEventListener('abort', stopNow);
    lines.close();
    stopTelling();
    await place.close();
  }
}

function defaultPath(): string {
  return join(tmpdir(), `blendbar-printer-${process.pid}`);
}

/** All but the counter that every byte changes. */
function changedSwitches(
  before: PrinterSwitches,
  after: PrinterSwitches,
): readonly (keyof PrinterSwitches)[] {
  return switchNames.filter((name) => name !== 'unplugAfterBytes' && before[name] !== after[name]);
}

/** A reader sees the picture as it was or as it is, never half of it. */
function writePicture(file: string, printer: VirtualPrinter): void {
  // What is renamed over something else than a file would take its place.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) {
    throw new SimulatorFault(`${file}: is there already, and is no file`);
  }
  const { paper, columns, dotsPerLine } = printer.state();
  writeFileSync(`${file}.new`, drawPaper(paper, { columns, dotsPerLine }));
  renameSync(`${file}.new`, file);
}

/** Tells receipts by their end, and how many lines of text each has. */
function createReceiptCounter({ feedBeforeCut }: PrinterProfile) {
  let count = 0;
  let lines = 0;
  let finished: string[] = [];
  return {
    add(element: PaperElement) {
      if (element.kind === 'line') lines += 1;
      const atTearBar = element.kind === 'feed' && element.lines >= tearLines && lines > 0;
      if (feedBeforeCut === null ? !atTearBar : element.kind !== 'cut') return;
      count += 1;
      finished.push(`receipt ${count}: ${lines} lines`);
      lines = 0;
    },
    /** A line for each receipt that was finished since the last time. */
    finished(): readonly string[] {
      const since = finished;
      finished = [];
      return since;
    },
  };
}
