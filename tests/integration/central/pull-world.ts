import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { expect, onTestFinished } from 'vitest';
import { publish } from '#central/core/catalog/publish.ts';
import { releaseOf } from '#central/storage/catalog-releases.ts';
import { createReleaseApplier } from '#main/hosts/worker/release-worker.ts';
import { type CatalogPull, createCatalogPull } from '#main/sync/pull.ts';
import { createSigningFetch } from '#main/sync/signing-fetch.ts';
import type { CatalogChanges } from '#shared/contract/api/catalog.ts';
import type { paths } from '#shared/contract/api/paths.ts';
import type { TestCentral, TestDevice } from '../../helpers/central.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { type ImportWorld, openImportWorld } from '../catalog-import/import-world.ts';

/** What became of the text of an answer on its way; `number` counts the requests from 1. */
export type Meddling = (text: string, number: number) => string | 'lost';

/** A kiosk with a real store file that pulls from a real backend, over a line that may be meddled with. */
export interface PullWorld extends ImportWorld {
  readonly file: string;
  readonly pull: CatalogPull;
  readonly logger: ReturnType<typeof recordingLogger>;
  /** Pulls once. */
  pulls(between?: () => Promise<void>): Promise<void>;
  meddle(meddling: Meddling | null): void;
  /** Requests so far. */
  requests(): number;
  /** Content hash of the catalog here. */
  hash(): string | null;
}

/** Enrolled once in a file: enrolment is limited to ten a minute. */
const devices = new Map<string, Promise<TestDevice>>();

function deviceIn(central: TestCentral, storeId: string): Promise<TestDevice> {
  const device = devices.get(storeId) ?? central.device(storeId);
  devices.set(storeId, device);
  return device;
}

/**
 * @param folder with the store file, or where one is made.
 * @param appliedTo what the worker is told instead of that file.
 */
export async function openPullWorld(
  central: TestCentral,
  folder: string = tempFolder(),
  appliedTo: string = join(folder, 'kiosk.db'),
): Promise<PullWorld> {
  const kiosk = openImportWorld(folder);
  onTestFinished(() => kiosk.close());
  const file = join(folder, 'kiosk.db');
  const logger = recordingLogger();
  const device = await deviceIn(central, 'berlin');
  let meddling: Meddling | null = null;
  let requests = 0;
  const sign = createSigningFetch(
    {
      key: device.key,
      keyId: device.id,
      serverNow: central.now,
    },
    { timeoutMs: 30_000, mostBytes: () => Number.POSITIVE_INFINITY },
  );
  const client = createClient<paths>({
    baseUrl: central.url,
    fetch: async (request) => {
      const answer = await sign(request);
      requests += 1;
      if (meddling === null || answer.status !== 200) return answer;
      const text = meddling(await answer.text(), requests);
      if (text === 'lost') throw new TypeError('fetch failed');
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    },
  });
  const catalogHash = () => kiosk.store.catalog.contentHash(kiosk.store.catalog.currentVersion());
  const pull = createCatalogPull({
    catalogHash,
    applier: createReleaseApplier({ db: appliedTo }),
    logger,
    random: () => 0.5,
    pause: async () => undefined,
  });
  return {
    ...kiosk,
    file,
    pull,
    logger,
    pulls: (between) => pull.run(client, between),
    meddle: (change) => {
      meddling = change;
    },
    requests: () => requests,
    hash: catalogHash,
  };
}

export async function publishAll(central: TestCentral, version: number): Promise<void> {
  const request = { version, target: { kind: 'all' }, actor: 'test' } as const;
  const published = await publish(central, request);
  if (!published.ok) throw new Error(published.error.message);
}

/** The kiosk has what its store gets, and all of it is sound. */
export async function expectUpToDate(central: TestCentral, kiosk: PullWorld): Promise<void> {
  expect(kiosk.hash()).toBe((await releaseOf(central.db, 'berlin'))?.contentHash);
  expect(kiosk.store.check()).toEqual([]);
}

/** Why releases were not applied. */
export function reasons({ logger }: PullWorld): readonly unknown[] {
  return logger.entries.flatMap(({ level, fields }) => (level === 'info' ? [] : [fields.reason]));
}

export type Page = { -readonly [K in keyof CatalogChanges]: CatalogChanges[K] };

/** Changes a page of the way: its number, counted from 1 in each attempt. */
export function changing(number: number, change: (page: Page) => unknown): Meddling {
  let seen = 0;
  return (text) => {
    const page: Page = JSON.parse(text);
    seen = page.position === 0 ? 1 : seen + 1;
    if (seen !== number) return text;
    change(page);
    return JSON.stringify(page);
  };
}
