import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, expect, test } from 'vitest';
import { masterKeysOf, unwrapKey, wrapKey } from '#central/core/people/master-keys.ts';
import { openDatabase } from '#central/storage/database.ts';
import { migrate } from '#central/storage/migrate.ts';
import { insertPersonKey } from '#central/storage/people.ts';
import { startTestPostgres } from '../../helpers/central.ts';
import { program } from '../../helpers/programs.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const main = program('central');
const postgres = startTestPostgres();
const old = randomBytes(32);
const next = randomBytes(32);
const ids = Array.from({ length: 1_200 }, () => uuidv7());
const plain = randomBytes(32);

function centralCli(args: readonly string[], env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, DATABASE_URL: postgres(), ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

async function withDb<T>(use: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const database = openDatabase(postgres(), { poolSize: 2, onError: () => undefined });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

beforeAll(() =>
  withDb(async ({ db, pool }) => {
    await migrate(pool);
    const keys = masterKeysOf(old);
    for (const person of ids) {
      const wrapped = wrapKey(keys, person, plain);
      await insertPersonKey(db, { person, store: 'berlin', at: new Date(), ...wrapped });
    }
  }),
);

test('PPL-24 rewrap wraps every key anew, in any number, and says what it could not', async () => {
  const env = { BLENDBAR_MASTER_KEY: next.toString('base64') };
  expect(centralCli(['people', 'rewrap'], {})).toMatchObject({
    status: 2,
    stderr: 'there is no BLENDBAR_MASTER_KEY\n',
  });
  expect(centralCli(['people', 'rewrap'], env)).toMatchObject({
    status: 1,
    stderr: '1200 could not be unwrapped; BLENDBAR_MASTER_KEY_PREVIOUS lacks their key\n',
  });
  const withOld = { ...env, BLENDBAR_MASTER_KEY_PREVIOUS: old.toString('base64') };
  const done = centralCli(['people', 'rewrap', '--json'], withOld);
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(done.stdout)).toEqual({ rewrapped: 1_200, unreadable: 0 });
  expect(centralCli(['people', 'rewrap'], env)).toMatchObject({
    status: 0,
    stdout: '0 wrapped anew\n',
  });
  const rows = await withDb(({ db }) => db.selectFrom('person_keys').selectAll().execute());
  const keys = masterKeysOf(next);
  const opened = rows.map(({ person, master_key: masterKey, wrapped }) =>
    unwrapKey(keys, person, { masterKey, wrapped })?.equals(plain),
  );
  expect(opened).toHaveLength(1_200);
  expect(new Set(opened)).toEqual(new Set([true]));
});

test('PPL-23 with the embedded database the master key is made beside it', () => {
  const folder = tempFolder();
  // Whom PostgreSQL runs as must be able to get there.
  chmodSync(folder, 0o755);
  const env = { DATABASE_URL: '', CENTRAL_DATA: folder };
  expect(centralCli(['people', 'rewrap'], env)).toMatchObject({
    status: 0,
    stdout: '0 wrapped anew\n',
  });
  const file = join(folder, 'master.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  expect(centralCli(['people', 'rewrap'], env).status).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('PPL-26 erase destroys a key from the command line too', async () => {
  const [id = ''] = ids;
  const erased = centralCli(['people', 'erase', id], {});
  expect(erased).toMatchObject({ status: 0, stderr: '' });
  expect(erased.stdout).toMatch(new RegExp(`^${id} erased 20\\d\\d-.*Z\\n$`));
  expect(centralCli(['people', 'erase', id], {}).stdout).toBe(erased.stdout);
  for (const nobody of [uuidv7(), 'somebody']) {
    expect(centralCli(['people', 'erase', nobody], {})).toMatchObject({
      status: 2,
      stderr: `${nobody}: there is no such person\n`,
    });
  }
  const left = await withDb(({ db }) =>
    db.selectFrom('person_keys').select('person').where('person', '=', id).execute(),
  );
  expect(left).toEqual([]);
  const actors = await withDb(({ db }) =>
    db.selectFrom('audit_log').select('actor').where('action', '=', 'person.erased').execute(),
  );
  expect(actors).toEqual([{ actor: 'cli' }]);
});
