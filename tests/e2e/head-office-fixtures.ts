import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import Database from 'better-sqlite3';
import createClient from 'openapi-fetch';
import { startEmbeddedPostgres } from '#central/storage/embedded-postgres.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import { type CentralProcess, centralProcess, runCentral } from '../helpers/central-process.ts';
import { pushedEvent } from '../helpers/pushed-events.ts';
import {
  enterShop,
  hearComplaints,
  type KioskHost,
  startKiosk,
  waitForPresses,
} from './fixtures.ts';

const demoStore = 'aurel-fenn-berlin';

/** A backend in a process of its own that may be killed, with its database. */
interface HeadOffice extends CentralProcess {
  /** A code that lets one kiosk in. */
  enrolCode(name: string): string;
  revoke(deviceId: string): void;
  /** The sale with this number, as other systems see it; `null` while it has not arrived. */
  findOrder(number: string): Promise<{ readonly totalMinor: number } | null>;
}

interface WorkerFixtures {
  readonly headOffice: HeadOffice;
}

interface TestFixtures {
  /** Whether an event waits in the kiosk's outbox that head office can never take. */
  readonly poisoned: boolean;
  /** A kiosk of this test's own, which nobody has enrolled. */
  readonly kiosk: KioskHost;
}

/** PostgreSQL that need not survive a power cut. */
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** `page` shows the home screen of a kiosk of its own; all of a worker's kiosks have one head office. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  headOffice: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'blendbar-e2e-pg-'));
      const postgres = await startEmbeddedPostgres(folder, fastSettings);
      const backend = await centralProcess(postgres.url);
      try {
        await backend.start();
        await use(headOfficeOf(backend, postgres.url));
      } finally {
        await backend.kill();
        await postgres.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  poisoned: [false, { option: true }],

  kiosk: async ({ poisoned }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'blendbar-e2e-'));
    const file = join(folder, 'kiosk.db');
    let kiosk = startKiosk(file);
    try {
      if (poisoned) {
        await kiosk.startUrl();
        await kiosk.stop();
        addPoison(file);
        kiosk = startKiosk(file);
      }
      await use(kiosk);
    } finally {
      await kiosk.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },

  page: async ({ page, kiosk }, use) => {
    const complaints: string[] = [];
    hearComplaints(page, complaints);
    await waitForPresses(page);
    await page.goto(await kiosk.startUrl());
    await enterShop(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
});

function headOfficeOf(backend: CentralProcess, databaseUrl: string): HeadOffice {
  const key = runCentral(databaseUrl, ['key', '--name', 'e2e', '--scopes', 'orders:read']);
  const api = createClient<paths>({
    baseUrl: backend.url,
    headers: { authorization: `Bearer ${key}` },
  });
  return {
    ...backend,
    enrolCode: (name) =>
      runCentral(databaseUrl, ['enrol-code', '--store', demoStore, '--name', name]),
    revoke: (deviceId) => void runCentral(databaseUrl, ['revoke', deviceId]),
    async findOrder(number) {
      const { data } = await api.GET('/v1/orders', { params: { query: { limit: 100 } } });
      return data?.items.find((order) => order.number === number) ?? null;
    },
  };
}

/** The first event of a store that has none: its payload is no sale's. */
function addPoison(file: string): void {
  const { id, type, payload, hash } = pushedEvent(1, { store: demoStore, orderId: 'none' });
  const store = new Database(file);
  store
    .prepare(
      `INSERT INTO outbox_events (device_seq, id, type, schema_version, payload, hash)
       VALUES (1, ?, ?, 1, ?, ?)`,
    )
    .run(id, type, JSON.stringify(payload, ['orderId', 'store']), hash);
  store.prepare('UPDATE device SET device_seq = 1').run();
  store.close();
}

/** What a bad disk may do: another payload than the one that was hashed. */
export function damageEvents(file: string, orderNumber: string): void {
  const store = new Database(file);
  const { changes } = store
    .prepare(
      `UPDATE outbox_events SET payload = json_set(payload, '$.totalMinor', 1)
       WHERE order_id = (SELECT id FROM orders WHERE number = ?)`,
    )
    .run(orderNumber);
  store.close();
  expect(changes).toBe(1);
}
