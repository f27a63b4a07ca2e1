import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { program } from './programs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = program('kiosk');
/** Longer than anything that a test lets run to its end. */
const timeoutMs = 300_000;

interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the kiosk's command line to its end, as a shell would. */
export function runCli(args: readonly string[], input = ''): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: timeoutMs,
  });
  return { status, stdout, stderr };
}

/** Starts the command line and leaves it running; its output is piped. */
export function startCli(
  args: readonly string[],
  input: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    cwd: root,
    stdio: [input, 'pipe', 'pipe'],
  });
}

/** Lets a started command run to its end, and hands out what it printed. */
export async function endOf(child: ChildProcess): Promise<CliResult> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  await once(child, 'close');
  return {
    status: child.exitCode,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

/** One JSON value per line. */
export function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
