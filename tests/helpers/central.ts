import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Central } from '#central/central.ts';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { masterKeysOf } from '#central/core/people/master-keys.ts';
import type { RequestsPerMinute } from '#central/http/rate-limits.ts';
import { type ApiScope, apiScopes } from '#central/http/scopes.ts';
import { createServer } from '#central/http/server.ts';
import { createMetrics } from '#central/metrics.ts';
import { openDatabase } from '#central/storage/database.ts';
import { startEmbeddedPostgres } from '#central/storage/embedded-postgres.ts';
import { migrate } from '#central/storage/migrate.ts';
import { type CentralClient, createCentralClient } from '#main/sync/central-client.ts';
import { type DeviceKey, generateDeviceKey } from '#main/sync/device-key.ts';
import type { paths } from '#shared/contract/api/paths.ts';

/** A backend on a PostgreSQL of its own, without jobs: tests run consumers when they want them. */
export interface TestCentral extends Central {
  readonly url: string;
  readonly databaseUrl: string;
  /** Moves the server's clock. */
  setClock(now: () => number): void;
  /** The generated client with a new API key of these scopes (all when absent). */
  client(scopes?: readonly ApiScope[]): Promise<ReturnType<typeof createClient<paths>>>;
  /** A device that is enrolled in `store`. */
  device(store: string, code?: string): Promise<TestDevice>;
  /** A further process on the same database, with other parts; who starts it closes it. */
  another(parts: Partial<Central>): Promise<{ readonly url: string; close(): Promise<void> }>;
}

export interface TestDevice {
  readonly id: string;
  readonly key: DeviceKey;
  readonly client: CentralClient;
}

const noTls = { tls: null, trustProxy: false } as const;
/** More than a test asks for. */
const noLimits: RequestsPerMinute = {
  device: 1e6,
  key: 1e6,
  enrolment: 1e6,
  refused: 1e6,
  open: 1e6,
};

/** PostgreSQL that need not survive a power cut. */
const fastSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts PostgreSQL for the tests of a file, and stops it after them; returns its URL when it runs. */
export function startTestPostgres(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'blendbar-pg-'));
  let server: Awaited<ReturnType<typeof startEmbeddedPostgres>> | null = null;
  beforeAll(async () => {
    server = await startEmbeddedPostgres(folder, fastSettings);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (server === null) throw new Error('PostgreSQL does not run');
    return server.url;
  };
}

/** Starts a whole backend for the tests of a file; the object is ready when the tests run. */
export function startTestCentral(limits: Partial<RequestsPerMinute> = {}): TestCentral {
  const postgres = startTestPostgres();
  const target: { central: TestCentral | null; close: () => Promise<void> } = {
    central: null,
    close: async () => undefined,
  };
  beforeAll(async () => {
    const opened = await openTestCentral(postgres(), { ...noLimits, ...limits });
    target.central = opened.central;
    target.close = opened.close;
  });
  afterAll(() => target.close());
  // The tests name it before it is there.
  return new Proxy({} as TestCentral, {
    get(_, name) {
      if (target.central === null) throw new Error('The backend does not run yet');
      return Reflect.get(target.central, name);
    },
  });
}

async function openTestCentral(databaseUrl: string, limits: RequestsPerMinute) {
  let now = (): number => Date.now();
  const database = openDatabase(databaseUrl, { poolSize: 10, onError: () => undefined });
  await migrate(database.pool);
  const base: Central = {
    database,
    db: database.db,
    logger: pino({ level: process.env.CENTRAL_LOG_LEVEL ?? 'silent' }),
    metrics: createMetrics(),
    now: () => now(),
    dataDir: tmpdir(),
    masterKeys: masterKeysOf(randomBytes(32)),
    privateWebhooks: true,
    onEvents: () => undefined,
  };
  const app = await createServer(base, noTls, limits);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const central: TestCentral = {
    ...base,
    url,
    databaseUrl,
    setClock: (clock) => {
      now = clock;
    },
    async client(scopes = apiScopes) {
      const { key } = await issueApiKey(base, { name: 'test', scopes, actor: 'test' });
      return createClient<paths>({ baseUrl: url, headers: { authorization: `Bearer ${key}` } });
    },
    device: (store, code = 'D1') => enrolTestDevice(base, url, store, code),
    async another(parts) {
      const server = await createServer({ ...base, ...parts }, noTls, limits);
      return {
        url: await server.listen({ host: '127.0.0.1', port: 0 }),
        close: async () => void (await server.close()),
      };
    },
  };
  return {
    central,
    async close() {
      await app.close();
      await database.close();
    },
  };
}

async function enrolTestDevice(
  central: Central,
  url: string,
  store: string,
  deviceCode: string,
): Promise<TestDevice> {
  const key = generateDeviceKey();
  const { code } = await issueEnrolCode(central, { store, name: 'Test kiosk', actor: 'test' });
  const enrolling = createCentralClient(url, {
    key,
    keyId: key.publicKey,
    serverNow: central.now,
  });
  const { data, error } = await enrolling.POST('/v1/enrolments', {
    body: { code, publicKey: key.publicKey, deviceCode, appVersion: '0.1.0' },
  });
  if (data === undefined) throw new Error(`The device was not enrolled: ${JSON.stringify(error)}`);
  const client = createCentralClient(url, { key, keyId: data.deviceId, serverNow: central.now });
  return { id: data.deviceId, key, client };
}
