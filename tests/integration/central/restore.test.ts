import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#central/config.ts';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { type RunningCentral, serveCentral } from '#central/serve.ts';
import { startEmbeddedPostgres } from '#central/storage/embedded-postgres.ts';
import type { RunningLine } from '#main/sync/central-line.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import { runCentral } from '../../helpers/central-process.ts';
import { freePort } from '../../helpers/free-port.ts';
import { type KioskWithLine, kioskWithLine } from '../../helpers/kiosk-with-line.ts';
import { completedOrder } from '../../helpers/pushed-events.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const store = 'berlin';

/** A backend on the embedded PostgreSQL, stopped and started with its data folder like an operator would. */
async function headOffice() {
  const folder = tempFolder();
  // Whom PostgreSQL runs as must be able to get there.
  chmodSync(folder, 0o755);
  const data = join(folder, 'central');
  const env = {
    CENTRAL_DATA: data,
    CENTRAL_PORT: String(await freePort()),
    CENTRAL_LOG_LEVEL: 'silent',
  };
  let running: RunningCentral | null = null;
  const copy = (from: string, to: string): void => {
    const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const stop = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  onTestFinished(stop);
  return {
    data,
    start: async () => {
      running = await serveCentral(readConfig(env));
      return running;
    },
    stop,
    backUp: () => copy(data, `${data}.backup`),
    putBack: () => {
      rmSync(data, { recursive: true });
      copy(`${data}.backup`, data);
    },
    command: (...args: readonly string[]) => runCentral('', args, env),
  };
}

function sell(kiosk: KioskWithLine, count: number): readonly string[] {
  return Array.from({ length: count }, () => {
    const order = completedOrder({ store });
    kiosk.tell(order);
    return order.orderId;
  });
}

async function send(line: RunningLine): Promise<void> {
  await line.now();
  expect(line.status()).toMatchObject({ state: 'online', waiting: 0 });
}

async function isInRecovery(url: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SELECT pg_is_in_recovery() AS recovering');
  await client.end();
  return rows[0]?.recovering;
}

const ways = [
  {
    what: 'a copy of the data folder and "central restored"',
    prepare: ({ command }: Awaited<ReturnType<typeof headOffice>>) => {
      expect(command('restored')).toBe('the feed goes on in epoch 2');
    },
  },
  {
    what: 'recovery to a point in time, which PostgreSQL itself notes',
    prepare: async ({ data }: Awaited<ReturnType<typeof headOffice>>) => {
      const cluster = join(data, 'postgres', 'data');
      writeFileSync(join(cluster, 'recovery.signal'), '');
      appendFileSync(join(cluster, 'postgresql.auto.conf'), "restore_command = 'false'\n");
      const server = await startEmbeddedPostgres(join(data, 'postgres'));
      await expect.poll(() => isInRecovery(server.url), { timeout: 30_000 }).toBe(false);
      await server.stop();
    },
  },
] as const;

test.skipIf(process.platform === 'win32').each(ways)(
  'EVO-24 ING-11 SYN-14 SYN-18 nothing is lost, doubled or missed in the feed after $what',
  { timeout: 240_000 },
  async ({ prepare }) => {
    const office = await headOffice();
    const { central, url } = await office.start();
    const kiosk = kioskWithLine({ db: central.db, now: central.now, url }, store);
    const { key } = await issueApiKey(central, {
      name: 'ERP',
      scopes: ['orders:read', 'feed:read'],
      actor: 'test',
    });
    const client = createClient<paths>({
      baseUrl: url,
      headers: { authorization: `Bearer ${key}` },
    });
    async function orders(): Promise<readonly string[]> {
      const { data } = await client.GET('/v1/orders', { params: { query: { limit: 100 } } });
      return (data?.items ?? []).map(({ id }) => id).sort();
    }
    let cursor: string | undefined;
    /** Orders that another system hears of when it goes on where it was. */
    async function heard(): Promise<readonly string[]> {
      const subjects: string[] = [];
      for (;;) {
        const { data } = await client.GET('/v1/feed', {
          params: {
            query: {
              types: ['com.blendbar.order.completed.v1'],
              ...(cursor === undefined ? {} : { cursor }),
            },
          },
        });
        subjects.push(...(data?.items ?? []).map(({ subject }) => subject));
        cursor = data?.nextCursor;
        if (data?.hasMore !== true) return subjects.sort();
      }
    }

    const line = await kiosk.enrol();
    const early = sell(kiosk, 3);
    await send(line);
    await expect.poll(heard).toEqual([...early].sort());
    await office.stop();
    office.backUp();

    await office.start();
    const forgotten = sell(kiosk, 40);
    await send(line);
    await expect.poll(heard).toEqual([...forgotten].sort());
    await office.stop();

    office.putBack();
    await prepare(office);
    await office.start();
    expect(await orders()).toEqual([...early].sort());
    const later = sell(kiosk, 1);
    await send(line);
    // The kiosk hears that they are not there any more.
    const all = [...early, ...forgotten, ...later].sort();
    expect(await orders()).toEqual(all);
    const again: string[] = [];
    await expect
      .poll(async () => {
        again.push(...(await heard()));
        return [...again].sort();
      })
      .toEqual([...forgotten, ...later].sort());

    kiosk.opened.outbox.resendFrom(1);
    await send(line);
    expect(await orders()).toEqual(all);
    expect(await heard()).toEqual([]);
    await office.stop();
  },
);
