import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type {
  KioskClient,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/ipc/contract.ts';
import { runKiosk } from '../hosts/compose.ts';
import { unservedControl } from '../hosts/control/control-host.ts';
import { reachControl } from '../hosts/control/reach-control.ts';
import { fileLogger } from '../hosts/file-logger.ts';
import type { CommonOptions } from './context.ts';
import { badInput, failureOf } from './failure.ts';
import { type Output, processOutput } from './output.ts';

/** What a command about devices works with: the kiosk that drives them. */
export interface DeviceContext {
  readonly client: KioskClient;
  readonly output: Output;
  readonly json: boolean;
}

/** What a kiosk of the command's own does by itself meanwhile. */
interface OwnWork {
  /** Waiting receipts come out. */
  readonly prints: boolean;
  /** What waits goes to head office; not when absent. */
  readonly syncs?: boolean;
  /** What to do about a store that is not there; refused when absent. */
  readonly missing?: 'create' | 'refuse';
}

/**
 * Runs the command through the kiosk that has the store open, or through one of its own when none
 * runs: the devices of a store belong to one process, and so does its line to head office.
 */
export async function withKiosk(
  options: CommonOptions,
  { prints, syncs = false, missing = 'refuse' }: OwnWork,
  command: (context: DeviceContext) => Promise<void>,
): Promise<void> {
  const file = missing === 'create' ? resolve(options.db) : storeFile(options);
  const base = { output: processOutput, json: options.json === true };
  const reached = await reachControl(file, () =>
    processOutput.note(`Another command is at the devices of ${file}; waiting for its end.`),
  );
  if (!reached.ok) throw failureOf(reached.error);
  if (reached.value.kind === 'client') {
    const { client } = reached.value;
    try {
      await command({ ...base, client });
    } finally {
      client.close();
    }
    return;
  }
  const running = await runKiosk({
    file,
    logger: fileLogger(join(dirname(file), 'kiosk.log')),
    validateOutput: false,
    prints,
    syncs,
    control: unservedControl(reached.value.hold),
  });
  if (!running.ok) throw failureOf(running.error);
  const { kiosk, close } = running.value;
  try {
    await command({ ...base, client: kiosk });
  } finally {
    await close();
  }
}

/** The store that is meant; bad input when it is not there. */
export function storeFile({ db }: CommonOptions): string {
  const file = resolve(db);
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return file;
  throw badInput(`${file}: there is no store; "import FEED" makes one`);
}

/** Asks, and ends the command with the fault's own words when it is refused. */
export async function ask<N extends RequestName>(
  client: KioskClient,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> {
  const answer = await client.invoke(name, input);
  if (!answer.ok) throw failureOf(answer.error);
  // What the contract says that this very name answers.
  return answer.value as RequestOutput<N>;
}
