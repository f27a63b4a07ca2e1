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

/**
 * Runs the command through the kiosk that has the store open, or through one of its own when none
 * runs: the devices of a store belong to one process. `prints` lets waiting receipts out as well.
 */
export async function withKiosk(
  options: CommonOptions,
  { prints }: { readonly prints: boolean },
  command: (context: DeviceContext) => Promise<void>,
): Promise<void> {
  const file = storeFile(options);
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
