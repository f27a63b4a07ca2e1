import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { openDatabase } from '#central/storage/database.ts';
import { migrate } from '#central/storage/migrate.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { codeBlocks } from '../../helpers/markdown.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();
const root = join(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const sqlBlocks = codeBlocks(page, 'sql');

/** The rows of the table of settings. */
const settings = new Map(
  [...page.matchAll(/^\| `([A-Z][A-Z_]+)` \| ([^|]+) \|/gm)].map(([, name = '', value = '']) => [
    name,
    value.trim().replaceAll('`', ''),
  ]),
);

test('every variable that the backend reads is in the guide, and every one in the guide is read', () => {
  const read = new Set<string>();
  const env = new Proxy<NodeJS.ProcessEnv>(
    {},
    {
      get: (_, name) => {
        read.add(String(name));
        return undefined;
      },
    },
  );
  readConfig(env);
  const direct = globSync('src/central/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/process\.env\.(\w+)/g)].map(
      ([, name = '']) => name,
    ),
  );
  expect([...settings.keys()].sort()).toEqual([...new Set([...read, ...direct])].sort());
});

test('the defaults are those of the guide', () => {
  const { host, port, logLevel, poolSize, dataDir, privateWebhooks } = readConfig({});
  expect(dataDir).toBe(join(process.cwd(), settings.get('CENTRAL_DATA') ?? ''));
  expect({ host, port, logLevel, poolSize, privateWebhooks: Number(privateWebhooks) }).toEqual({
    host: settings.get('CENTRAL_HOST'),
    port: Number(settings.get('CENTRAL_PORT')),
    logLevel: settings.get('CENTRAL_LOG_LEVEL'),
    poolSize: Number(settings.get('CENTRAL_POOL_SIZE')),
    privateWebhooks: Number(settings.get('CENTRAL_WEBHOOK_PRIVATE')),
  });
});

/** The names of a program's commands, as its help lists them. */
function commandsOf(main: string): ReadonlySet<string> {
  const { stderr, stdout } = spawnSync(process.execPath, [join(root, main), '--help'], {
    encoding: 'utf8',
  });
  return new Set(
    [...(stdout + stderr).matchAll(/^ {2}([a-z][a-z-]*)(?= |$)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'help'),
  );
}

/** What a page sets as a command: lines of shell blocks, and code within a line. */
function codeOf(page: string): readonly string[] {
  const lines = [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(([, code = '']) =>
    code.split('\n').map((line) => line.replace(/(?<=^|\s)#.*/, '')),
  );
  const inline = page.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '').matchAll(/`([^`\n]+)`/g);
  return [...lines, ...[...inline].map(([, code = '']) => code)];
}

test('the guide has every command of the backend', () => {
  const rows = [...page.matchAll(/^\| (`central [^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`central ([a-z-]+)/g)].map(([, name = '']) => name),
  );
  expect([...rows].sort()).toEqual([...commandsOf('src/central/cli/main.ts')].sort());
});

test.each([
  ['central', 'src/central/cli/main.ts'],
  ['kiosk', 'src/main/cli/main.ts'],
])('every command of %s that a page names is there', (program, main) => {
  const known = commandsOf(main);
  expect(known.size).toBeGreaterThan(8);
  const pattern = new RegExp(
    `(?:npm run -s ${program} -- |(?<![-\\w])${program} )([a-z][a-z-]+)`,
    'g',
  );
  const unknown = globSync(['README.md', 'docs/**/*.md'], { cwd: root }).flatMap((file) =>
    codeOf(readFileSync(join(root, file), 'utf8'))
      .flatMap((code) => [...code.matchAll(pattern)])
      .filter(([, name = '']) => !known.has(name))
      .map(([code]) => `${file}: ${code}`),
  );
  expect(unknown).toEqual([]);
});

test('a role that owns its database is enough', async () => {
  const block = sqlBlocks.find((sql) => sql.includes('CREATE ROLE')) ?? '';
  const admin = new Client({ connectionString: central.databaseUrl });
  await admin.connect();
  for (const statement of block.replaceAll('blendbar', 'shop').split(';')) {
    if (statement.trim() !== '') await admin.query(statement);
  }
  await admin.query("ALTER ROLE shop PASSWORD 'secret'");
  const { rows } = await admin.query("SELECT rolsuper FROM pg_roles WHERE rolname = 'shop'");
  expect(rows).toEqual([{ rolsuper: false }]);
  await admin.end();
  const url = new URL(central.databaseUrl);
  url.username = 'shop';
  url.password = 'secret';
  url.pathname = '/shop';
  const shop = openDatabase(url.href, { poolSize: 2, onError: () => undefined });
  try {
    expect((await migrate(shop.pool)).length).toBeGreaterThan(5);
  } finally {
    await shop.close();
  }
});

test('the queries of the guide answer', async () => {
  const { client, id } = await central.device('berlin');
  const events = [pushedEvent(7, completedOrder({ store: 'berlin' }))];
  await client.POST('/v1/device/events', { body: { events, sentAtMs: Date.now() } });
  const queries = sqlBlocks.filter((sql) => sql.startsWith('SELECT'));
  expect(queries).toHaveLength(4);
  for (const query of queries) await central.database.pool.query(query);
  const told = queries.find((sql) => sql.includes('AS told')) ?? '';
  const { rows } = await central.database.pool.query(told);
  const { name } = await central.db
    .selectFrom('devices')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(rows).toEqual([{ store: 'berlin', name, told: 7 }]);
});

test('a month that was closed takes nothing again, and others go on', async () => {
  const { client } = await central.device('paris');
  const push = async (events: readonly object[]) => {
    const { data } = await client.POST('/v1/device/events', {
      body: { events: [...events], sentAtMs: Date.now() },
    });
    return data?.answers.map(({ status, code }) => code ?? status);
  };
  const month = new Date();
  month.setUTCDate(1);
  month.setUTCHours(0, 0, 0, 0);
  const closing = new Date(month);
  closing.setUTCMonth(closing.getUTCMonth() - 1);
  const sale = (at: number, seq: number) => {
    const order = completedOrder({ store: 'paris', orderId: uuidv7({ msecs: at + 1 }) });
    return pushedEvent(seq, order, uuidv7({ msecs: at }));
  };
  const old = sale(closing.getTime() + 86_400_000, 1);
  const young = sale(Date.now(), 2);
  expect(await push([old, young])).toEqual(['stored', 'stored']);

  const [from, to] = [closing, month].map((date) => date.toISOString().slice(0, 7));
  const block = (sqlBlocks.find((sql) => sql.includes('DETACH')) ?? '')
    .replaceAll('2024_01', (from ?? '').replace('-', '_'))
    .replaceAll('2024-01', from ?? '')
    .replaceAll('2024-02', to ?? '');
  await central.database.pool.query(block);
  expect(await push([old, young])).toEqual(['event.unprocessable', 'duplicate']);
  expect(await push([sale(Date.now(), 3)])).toEqual(['stored']);
  const office = await central.client(['orders:read']);
  const { data } = await office.GET('/v1/orders', { params: { query: { store: 'paris' } } });
  expect(data?.items).toHaveLength(2);
  // Starting again makes no partition in its place.
  expect(await migrate(central.database.pool)).toEqual([]);
  expect(await push([old])).toEqual(['event.unprocessable']);
});
