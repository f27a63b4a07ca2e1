import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { program } from './programs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = program('central');

/** A backend in a process of its own, which may be killed and started again on the same port. */
export interface CentralProcess {
  readonly url: string;
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | null>;
}

/** `central <args>` to its end; standard output without the last line's end. No URL: the embedded database. */
export function runCentral(
  databaseUrl: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`central ${args.join(' ')}: ${stderr}`);
  return stdout.trimEnd();
}

export async function centralProcess(
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<CentralProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return ending?.exitCode ?? null;
    const exited = new Promise<number | null>((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    return exited;
  }

  return {
    url,
    async start() {
      child = spawn(process.execPath, [main, 'serve'], {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URL: databaseUrl,
          CENTRAL_PORT: String(port),
          CENTRAL_LOG_LEVEL: 'fatal',
          ...env,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const deadline = performance.now() + 30_000;
      while (performance.now() < deadline) {
        const answer = await fetch(`${url}/readyz`).catch(() => null);
        if (answer?.ok === true) return;
        await pause(50);
      }
      throw new Error('The backend did not get ready within 30 s');
    },
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
