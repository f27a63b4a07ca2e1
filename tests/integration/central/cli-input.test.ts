import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestCentral } from '../../helpers/central.ts';
import { program } from '../../helpers/programs.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { berlin, delta, ndjson } from '../catalog-import/import-world.ts';

const central = startTestCentral();
const main = program('central');
const timeoutMs = 60_000;
/** Each command is a process of its own. */
const timeout = 240_000;

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, DATABASE_URL: central.databaseUrl, ...env },
    encoding: 'utf8',
    timeout: timeoutMs,
  });
  return { status, stdout, stderr };
}

/** What is said in one line on standard error, and nothing on standard output. */
function refused(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = run(args, env);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return { status, said: stderr.trimEnd() };
}

async function count(table: 'enrol_codes' | 'api_keys'): Promise<number> {
  return (await central.db.selectFrom(table).selectAll().execute()).length;
}

const long = 'a'.repeat(5_000);

test.each<[string, readonly string[]]>([
  ['--store is empty', ['enrol-code', '--store', '']],
  ['--store "Berlin Mitte" is not lower-case words', ['enrol-code', '--store', 'Berlin Mitte']],
  ['--store has 5000 characters, more than 80', ['enrol-code', '--store', long]],
  ['--name is empty', ['enrol-code', '--store', 'berlin', '--name', ' ']],
  ['--name has 5000 characters, more than 80', ['enrol-code', '--store', 'berlin', '--name', long]],
  ['--name has a character', ['enrol-code', '--store', 'berlin', '--name', 'a\nb']],
  ['--name is empty', ['key', '--name', '', '--scopes', 'orders:read']],
  ['--name has 5000 characters, more than 80', ['key', '--name', long, '--scopes', 'orders:read']],
  ['x: there is no such device', ['revoke', 'x']],
  ['there is no such device', ['revoke', '0199a1b2-0000-7000-8000-000000000001']],
])('ENR-9 bad input is refused in one line, and changes nothing: %s', async (said, args) => {
  const before = [await count('enrol_codes'), await count('api_keys')];
  const answer = refused(args);
  expect(answer.status).toBe(2);
  expect(answer.said).toContain(said);
  expect([await count('enrol_codes'), await count('api_keys')]).toEqual(before);
});

test('ENR-9 a code is made for a store of the published catalog, and for another by force only', {
  timeout,
}, () => {
  const make = (...more: readonly string[]) => run(['enrol-code', '--store', ...more]);
  // Nobody knows better yet.
  const early = make('berlin');
  expect(early).toMatchObject({ status: 0, stderr: expect.stringContaining('No catalog') });
  expect(early.stdout).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}\n$/);

  const feed = join(tempFolder(), 'feed.ndjson');
  writeFileSync(feed, ndjson(delta, berlin));
  expect(run(['import', feed]).status).toBe(0);
  expect(make('brelin').status).toBe(0);
  expect(run(['catalog', 'publish', '1', '--store', 'berlin']).status).toBe(0);
  expect(make('berlin')).toMatchObject({ status: 0, stderr: '' });
  const slip = refused(['enrol-code', '--store', 'brelin']);
  expect(slip).toEqual({
    status: 2,
    said: 'The published catalog (version 1) has no store "brelin", but berlin; --force makes a code nevertheless',
  });
  expect(make('brelin', '--force')).toMatchObject({ status: 0, stderr: '' });
});

/** A file that holds half an address. */
function halfAddress(): string {
  const file = join(tempFolder(), 'file');
  writeFileSync(file, 'postgres://');
  return file;
}

test.each<[string, () => Readonly<Record<string, string>>, string]>([
  ['an address that is none', () => ({ DATABASE_URL: 'nonsense' }), 'DATABASE_URL is no address'],
  [
    'another kind of database',
    () => ({ DATABASE_URL: 'mysql://u:secret@h/d' }),
    'DATABASE_URL is no address',
  ],
  [
    'a port that is none',
    () => ({ DATABASE_URL: 'postgres://u:secret@h:x/d' }),
    'DATABASE_URL is no address',
  ],
  [
    'a file that holds none',
    () => ({ DATABASE_URL: '', DATABASE_URL_FILE: halfAddress() }),
    'DATABASE_URL_FILE is no address',
  ],
  [
    'a data folder that is a file',
    () => ({ DATABASE_URL: '', CENTRAL_DATA: halfAddress() }),
    'cannot be used: EEXIST',
  ],
])('a setting that is wrong ends every command with its name: %s', (_, environment, said) => {
  const env = environment();
  for (const command of ['devices', 'serve']) {
    const answer = refused([command], env);
    expect(answer.status).toBe(1);
    expect(answer.said).toContain(said);
    expect(answer.said).not.toContain('secret');
  }
});

test.skipIf(process.platform !== 'linux')(
  'a data folder that cannot be made ends the start, also where the file system has no end',
  () => {
    for (const data of ['/proc/nope', '/proc/nope/deeper', '/sys/nope']) {
      const answer = refused(['serve'], { DATABASE_URL: '', CENTRAL_DATA: data });
      expect(answer.status).toBe(1);
      expect(answer.said).toContain(`CENTRAL_DATA: ${data} cannot be used`);
    }
  },
);
