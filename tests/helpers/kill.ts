import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { endOf, startCli } from './cli.ts';
import { shareOf } from './share.ts';

const lookMs = 5;

/** Seeds of the rounds of a test: one in the test command, ten under `npm run faults`. */
export function roundSeeds(first: number): readonly number[] {
  const rounds = shareOf(10, 1);
  return Array.from({ length: rounds }, (_, round) => first + round);
}

/** Starts a command, kills it after `delayMs`, and returns the lines that it had printed by then. */
export async function linesUntilKilled(
  args: readonly string[],
  delayMs: number,
): Promise<readonly string[]> {
  const child = startCli(args);
  const ended = endOf(child);
  await pause(delayMs);
  child.kill('SIGKILL');
  const { stdout } = await ended;
  // The last line may be cut off by the kill: what was not told completely was not told.
  return stdout.split('\n').slice(0, -1);
}

/** As `linesUntilKilled`, after `delayMs` from when `hasBegun` first; or when it ended by itself before. */
export async function killOnceBegun(
  args: readonly string[],
  hasBegun: () => boolean,
  delayMs: number,
): Promise<void> {
  const child = startCli(args);
  const ended = endOf(child);
  while (child.exitCode === null && !hasBegun()) await pause(lookMs);
  await pause(delayMs);
  child.kill('SIGKILL');
  await ended;
}

/** How long a command takes on this machine until it prints something; it is killed then. */
export async function msUntilOutput(args: readonly string[]): Promise<number> {
  const startedMs = performance.now();
  const child = startCli(args);
  const ended = endOf(child);
  if (child.stdout !== null) await once(child.stdout, 'data');
  const tookMs = performance.now() - startedMs;
  child.kill('SIGKILL');
  await ended;
  return tookMs;
}
