import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { endOf, startCli } from './cli.ts';

/** `npm run faults` runs everything; the test command a tenth of it. */
export const isFullLength = process.env.BLENDBAR_FAULTS === 'full';
/** Of a full run on a slow machine. */
export const faultTimeoutMs = 3_600_000;

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
