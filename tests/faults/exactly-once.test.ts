import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import createClient from 'openapi-fetch';
import { expect, onTestFinished, test } from 'vitest';
import type { paths } from '#shared/contract/api/paths.ts';
import { startTestPostgres } from '../helpers/central.ts';
import { type CentralProcess, centralProcess, runCentral } from '../helpers/central-process.ts';
import { badLine, goodLine, startChaosProxy } from '../helpers/chaos-proxy.ts';
import { endOf, runCli, startCli } from '../helpers/cli.ts';
import { demoDatabase, demoSku } from '../helpers/demo-database.ts';
import { writeJson } from '../helpers/demo-feed.ts';
import { type PrintedSale, remember, storedSales } from '../helpers/printed-sales.ts';
import { pushedEvent } from '../helpers/pushed-events.ts';
import { seededRandom } from '../helpers/random.ts';
import { isFullRun } from '../helpers/share.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const kiosks = isFullRun ? 5 : 2;
const salesPerKiosk = isFullRun ? 2_000 : 100;
/** A till starts anew after so many: a sale at a time is a push at a time, and a chance for each fault. */
const salesAtOnce = 20;
const kills = isFullRun ? 20 : 5;
/** How often each fault must have happened at least; a share has too few requests for every one of them. */
const leastOfEach = isFullRun ? 20 : 0;
const leastOfAll = isFullRun ? 500 : 5;
const demoStore = 'aurel-fenn-berlin';

const postgres = startTestPostgres();

/** One store file with a till that sells and a line that sends, each in a process that may be killed. */
interface Kiosk {
  readonly db: string;
  readonly told: Map<string, PrintedSale>;
  kill(what: 'till' | 'line'): void;
  /** Resolves when everything is sold. */
  readonly sold: Promise<void>;
  stop(): Promise<void>;
}

/** The larger set-up alone in the test command, both under `npm run faults`. */
const setUps = [
  { backends: 2, seed: 20_261_126 },
  { backends: 1, seed: 20_261_125 },
].slice(0, isFullRun ? 2 : 1);

test.each(setUps)(
  `SYN-1 ${kiosks} kiosks, ${kills} kills, a line that loses, doubles and cuts (backends: $backends): each sale arrives exactly once`,
  async ({ backends, seed }) => {
    const random = seededRandom(seed);
    const url = postgres();
    const processes = await Promise.all(
      Array.from({ length: backends }, () => centralProcess(url)),
    );
    onTestFinished(async () => {
      await Promise.all(processes.map((one) => one.kill()));
    });
    for (const one of processes) await one.start();
    const proxy = await startChaosProxy(
      processes.map((one) => one.url),
      seed,
      goodLine,
    );
    const folder = tempFolder();
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    const dbs: string[] = [];
    for (let kiosk = 0; kiosk < kiosks; kiosk += 1) dbs.push(await demoDatabase(tempFolder()));
    for (const db of dbs) await enrol(url, proxy.url, db);
    const poisoned = dbs[0] ?? '';
    const poison = addPoison(poisoned);

    proxy.setChaos(badLine);
    const all = dbs.map((db) => startKiosk(db, basket));
    onTestFinished(async () => {
      await Promise.all(all.map((kiosk) => kiosk.stop()));
      await proxy.close();
    });
    let sold = false;
    const selling = Promise.all(all.map((kiosk) => kiosk.sold)).then(() => {
      sold = true;
    });
    let killed = 0;
    while (killed < kills || !sold) {
      await pause(200 + 800 * random());
      if (killed >= kills) continue;
      killed += 1;
      await killSomething(all, processes, random);
    }
    await selling;
    proxy.setChaos(goodLine);
    await until(() => all.every(({ db }) => waitingOf(db) === 0), 120_000);
    await Promise.all(all.map((kiosk) => kiosk.stop()));

    const stored = new Map(dbs.flatMap((db) => [...storedSales(db)]));
    const arrived = await arrivedOrders(url, proxy.url);
    expect([...arrived.keys()].sort()).toEqual([...stored.keys()].sort());
    expect(sumOf(arrived.values())).toBe(sumOf(stored.values()));
    for (const { told } of all) {
      for (const [orderId, { totalMinor }] of told) {
        expect(arrived.get(orderId)?.totalMinor).toBe(totalMinor);
      }
    }
    expect(setAsideOf(poisoned)).toMatchObject([{ id: poison, code: 'event.malformed' }]);
    for (const db of dbs.slice(1)) expect(setAsideOf(db)).toEqual([]);
    const { passed: _, ...bad } = proxy.counts;
    const faults = Object.values(bad);
    expect(Math.min(...faults)).toBeGreaterThanOrEqual(leastOfEach);
    expect(faults.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(leastOfAll);
    process.stdout.write(
      `exactly-once: ${backends} backends, ${killed} kills, ${arrived.size} orders, ${JSON.stringify(proxy.counts)}\n`,
    );
    await emptyCentral(url);
  },
);

async function enrol(databaseUrl: string, proxyUrl: string, db: string): Promise<void> {
  const code = runCentral(databaseUrl, ['enrol-code', '--store', demoStore]);
  // The proxy is in this process: it must not stand still meanwhile.
  const child = startCli(['enrol', code, '--central', proxyUrl, '--db', db]);
  const { status, stderr } = await endOf(child);
  if (status !== 0) throw new Error(stderr);
}

/** An event that head office can never take, among the others; returns its id. */
function addPoison(db: string): string {
  const store = new Database(db);
  const event = pushedEvent(1, { store: demoStore, orderId: 'none' });
  store
    .prepare(
      `INSERT INTO outbox_events (device_seq, id, type, schema_version, payload, hash)
       VALUES (1, ?, ?, 1, ?, ?)`,
    )
    .run(event.id, event.type, JSON.stringify(event.payload, ['orderId', 'store']), event.hash);
  store.prepare('UPDATE device SET device_seq = 1').run();
  store.close();
  return event.id;
}

function startKiosk(db: string, basket: string): Kiosk {
  const told = new Map<string, PrintedSale>();
  const running = new Map<'till' | 'line', ReturnType<typeof startCli>>();
  let stopping = false;

  async function sellAll(): Promise<void> {
    for (;;) {
      const left = salesPerKiosk - soldBy(db);
      if (left <= 0) return;
      const child = startCli([
        'sell',
        basket,
        '--tender',
        'cash:1000000',
        '--count',
        String(Math.min(left, salesAtOnce)),
        '--json',
        '--db',
        db,
      ]);
      running.set('till', child);
      const { stdout } = await endOf(child);
      remember(told, stdout.split('\n').slice(0, -1));
    }
  }

  async function keepLine(): Promise<void> {
    while (!stopping) {
      const child = startCli(['sync', '--watch', '--json', '--db', db]);
      running.set('line', child);
      await endOf(child);
    }
  }

  const line = keepLine();
  return {
    db,
    told,
    sold: sellAll(),
    kill: (what) => {
      running.get(what)?.kill('SIGKILL');
    },
    async stop() {
      stopping = true;
      running.get('line')?.kill('SIGTERM');
      await line;
    },
  };
}

async function killSomething(
  all: readonly Kiosk[],
  processes: readonly CentralProcess[],
  random: () => number,
): Promise<void> {
  const pick = <T>(list: readonly T[]): T => {
    const picked = list[Math.floor(random() * list.length)];
    if (picked === undefined) throw new Error('There is nothing to kill');
    return picked;
  };
  const what = pick(['till', 'line', 'backend'] as const);
  if (what !== 'backend') {
    pick(all).kill(what);
    return;
  }
  const backend = pick(processes);
  await backend.kill();
  await pause(500 * random());
  await backend.start();
}

function soldBy(db: string): number {
  return numberIn(db, 'SELECT count(*) FROM orders');
}

function waitingOf(db: string): number {
  return numberIn(
    db,
    'SELECT device_seq - (SELECT answered_through FROM outbox_state) FROM device',
  );
}

function numberIn(db: string, sql: string): number {
  const store = new Database(db, { readonly: true });
  try {
    return Number(store.prepare(sql).pluck().get());
  } finally {
    store.close();
  }
}

function setAsideOf(db: string): readonly unknown[] {
  const { stdout } = runCli(['outbox', '--json', '--db', db]);
  return JSON.parse(stdout).setAside;
}

async function arrivedOrders(databaseUrl: string, url: string) {
  const key = runCentral(databaseUrl, ['key', '--name', 'test', '--scopes', 'orders:read']);
  const client = createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } });
  const arrived = new Map<string, { readonly totalMinor: number }>();
  let cursor: string | undefined;
  do {
    const { data } = await client.GET('/v1/orders', {
      params: { query: { limit: 500, ...(cursor === undefined ? {} : { cursor }) } },
    });
    if (data === undefined) throw new Error('The orders cannot be listed');
    for (const { id, totalMinor } of data.items) {
      expect(arrived.has(id), `order ${id} arrived twice`).toBe(false);
      arrived.set(id, { totalMinor });
    }
    cursor = data.nextCursor;
  } while (cursor !== undefined);
  return arrived;
}

function sumOf(sales: Iterable<{ readonly totalMinor: number }>): number {
  let sum = 0;
  for (const { totalMinor } of sales) sum += totalMinor;
  return sum;
}

async function until(condition: () => boolean, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Not within ${timeoutMs} ms`);
    await pause(200);
  }
}

/** For the next round, which counts again. */
async function emptyCentral(databaseUrl: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('TRUNCATE events, orders');
  await client.end();
}
