import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type {
  KioskClient,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/ipc/contract.ts';
import { runKiosk } from '../hosts/compose.ts';
import { connectControl } from '../hosts/control/control-client.ts';
import { fileLogger } from '../hosts/file-logger.ts';
import type { CommonOptions } from './context.ts';
import { badInput, failureOf } from './failure.ts';
import { type Output, processOutput } from './output.ts';

/** What a command about devices works with: the kiosk that drives them. */
export interface DeviceContext {
  readonly client: KioskClient;
  readonly output: Output;
  readonly json: boolean;
  /** Whether the kiosk runs in a process of its own, and goes on when the command ends. */
  readonly remote: boolean;
  /** Resolves when a kiosk of another process went away. */
  readonly ended: Promise<void>;
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
  const file = resolve(options.db);
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    throw badInput(`${file}: there is no store; "import FEED" makes one`);
  }
  const base = { output: processOutput, json: options.json === true };
  const remote = await connectControl(file);
  if (remote !== null) {
    try {
      await command({ ...base, client: remote, remote: true, ended: remote.ended });
    } finally {
      remote.close();
    }
    return;
  }
  const logger = fileLogger(join(dirname(file), 'kiosk.log'));
  const running = await runKiosk({ file, logger, validateOutput: false, prints });
  if (!running.ok) throw failureOf(running.error);
  const { kiosk, close } = running.value;
  try {
    await command({ ...base, client: kiosk, remote: false, ended: new Promise(() => undefined) });
  } finally {
    await close();
  }
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
