import { printerProfile } from '../../devices/protocols/escpos/printer-profiles.ts';
import {
  type PrinterSimulatorOptions,
  runPrinterSimulator,
} from '../../devices/simulator/run-printer-simulator.ts';
import { SimulatorFault } from '../../devices/simulator/simulator-end.ts';
import { parseProfile } from '../connection-options.ts';
import { badInput, CommandFailure } from '../failure.ts';
import { interrupted } from '../interrupted.ts';

export interface SimulateOptions {
  /** `true` without a path: it gets one. */
  readonly pty?: string | true;
  readonly tcp?: string;
  readonly profile: string;
  readonly baud?: string;
  readonly paper?: string;
  readonly tape?: string;
}

/** `devices simulate printer --pty [PATH] | --tcp PORT`: a printer for any program, until interrupted. */
export async function simulateCommand(device: string, options: SimulateOptions): Promise<void> {
  if (device !== 'printer') throw badInput(`"${device}" cannot be simulated; printer can`);
  const stop = new AbortController();
  void interrupted().then(() => stop.abort());
  const simulator = {
    at: place(options),
    profile: printerProfile(parseProfile(options.profile)),
    baudRate: baudRate(options.baud),
    pictureFile: options.paper ?? null,
    tapeFile: options.tape ?? null,
  };
  const streams = { input: process.stdin, output: process.stdout };
  try {
    await runPrinterSimulator(simulator, streams, stop.signal);
  } catch (error) {
    if (error instanceof SimulatorFault) throw new CommandFailure(error.message, 1);
    throw error;
  } finally {
    // It would keep the process alive, waiting for more commands.
    process.stdin.destroy();
  }
}

function place({ pty, tcp }: SimulateOptions): PrinterSimulatorOptions['at'] {
  if ((pty === undefined) === (tcp === undefined)) {
    throw badInput('give either --pty [PATH] or --tcp PORT');
  }
  if (pty !== undefined) return { kind: 'pty', path: pty === true ? null : pty };
  const port = /^\d{1,5}$/.test(tcp ?? '') ? Number(tcp) : Number.NaN;
  if (port >= 0 && port <= 65_535) return { kind: 'tcp', port };
  throw badInput(`--tcp "${tcp}" is no port number`);
}

function baudRate(text: string | undefined): number | null {
  if (text === undefined) return null;
  const rate = /^\d{3,7}$/.test(text) ? Number(text) : 0;
  if (rate >= 300) return rate;
  throw badInput(`--baud "${text}" is not a whole number from 300`);
}
