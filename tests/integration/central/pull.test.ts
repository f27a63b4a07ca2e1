import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { publish, rollBack } from '#central/core/catalog/publish.ts';
import { releaseOf } from '#central/storage/catalog-releases.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { CallFailed } from '#main/sync/call.ts';
import { changesPerPage } from '#shared/contract/api/catalog.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { seededRandom } from '../../helpers/random.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  delta,
  header,
  ndjson,
  price,
  product,
  standard,
} from '../catalog-import/import-world.ts';
import { clearCatalog, drafted } from './catalog-world.ts';
import {
  changing,
  expectUpToDate,
  type Meddling,
  openPullWorld,
  publishAll,
  reasons,
} from './pull-world.ts';

const central = startTestCentral();
const shop = [berlin, standard];
const many = Array.from({ length: 2 * changesPerPage + 100 }, (_, index) => product(`P${index}`));

afterEach(() => clearCatalog(central));

test('CCT-30 CCT-36 CCT-37 a kiosk follows its store’s catalog, forth and back', async () => {
  const kiosk = await openPullWorld(central);
  const { header: demoHeader, records } = demoStoreFeed();
  await kiosk.pulls();
  expect(kiosk.hash()).toBeNull();
  expect(kiosk.pull.problem()).toBeNull();

  await drafted(central, ndjson(demoHeader, ...records, berlin));
  await publishAll(central, 1);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
  const { catalog } = kiosk.store;
  expect(catalog.currentVersion()).toBe(1);
  expect(catalog.search(1, { text: 'serum', offset: 0, limit: 5 }).total).toBeGreaterThan(0);
  const before = kiosk.hash();

  await drafted(central, ndjson(delta, product('NEW'), price('NEW', 500)));
  await publishAll(central, 2);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
  expect(catalog.product(2, 'NEW')).not.toBeNull();
  expect(catalog.product(1, 'NEW')).toBeNull();
  expect(catalog.priceMinor(2, 'NEW', 1)).toBeNull();
  const known = kiosk.requests();
  await kiosk.pulls();
  expect(kiosk.requests()).toBe(known + 1);
  expect(catalog.currentVersion()).toBe(2);

  await rollBack(central, { target: { kind: 'all' }, actor: 'test' });
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
  expect(kiosk.hash()).toBe(before);
  expect(catalog.currentVersion()).toBe(3);
  expect(catalog.product(3, 'NEW')).toBeNull();
  expect(reasons(kiosk)).toEqual([]);
});

test('CCT-36 a kiosk that imported the very feed from a file is up to date', async () => {
  const kiosk = await openPullWorld(central);
  const feed = ndjson(header, ...shop, product('A'), price('A', 100));
  await kiosk.imported(feed);
  await drafted(central, feed);
  await publishAll(central, 1);
  await kiosk.pulls();
  expect(kiosk.store.catalog.currentVersion()).toBe(1);
  await drafted(central, ndjson(delta, price('A', 120)));
  await publishAll(central, 2);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
});

test('CCT-33 a kiosk whose own catalog is another one gets everything, and keeps nothing else', async () => {
  const kiosk = await openPullWorld(central);
  await kiosk.imported(ndjson(header, ...shop, product('OWN'), price('OWN', 100)));
  await drafted(central, ndjson(header, ...shop, product('A')));
  await publishAll(central, 1);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
  expect(kiosk.store.catalog.product(2, 'OWN')).toBeNull();
  expect(kiosk.store.catalog.product(1, 'OWN')).not.toBeNull();
});

test('CCT-34 a page that does not arrive is asked for again, at last the import is abandoned', async () => {
  const kiosk = await openPullWorld(central);
  await drafted(central, ndjson(header, ...shop, ...many));
  await publishAll(central, 1);
  kiosk.meddle((text, number) => (number > 1 && number < 5 ? 'lost' : text));
  await kiosk.pulls();
  expect(kiosk.requests()).toBe(6);
  await expectUpToDate(central, kiosk);

  await drafted(central, ndjson(delta, ...many.map((one) => ({ ...one, brand: 'Other' }))));
  await publishAll(central, 2);
  kiosk.meddle((text) => (text.includes('"position":0,') ? text : 'lost'));
  const before = kiosk.hash();
  await expect(kiosk.pulls()).rejects.toThrow(CallFailed);
  expect(kiosk.hash()).toBe(before);
  expect(kiosk.store.check()).toEqual([]);
  kiosk.meddle(null);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
});

test('CCT-34 between two pages there is time for what was sold, and for stopping', async () => {
  const kiosk = await openPullWorld(central);
  await drafted(central, ndjson(header, ...shop, ...many));
  await publishAll(central, 1);
  const requests: number[] = [];
  await kiosk.pulls(async () => void requests.push(kiosk.requests()));
  expect(requests).toEqual([1, 2]);
  await expectUpToDate(central, kiosk);

  await drafted(central, ndjson(delta, ...many.map((one) => ({ ...one, brand: 'Other' }))));
  await publishAll(central, 2);
  const before = kiosk.hash();
  await kiosk.pulls(async () => kiosk.pull.stop());
  await kiosk.pulls();
  expect(kiosk.hash()).toBe(before);
  expect(kiosk.store.check()).toEqual([]);
});

test('CCT-33 a store that does not take it now is told of, and nothing is fetched anew', async () => {
  const empty = join(tempFolder(), 'kiosk.db');
  writeFileSync(empty, '');
  const kiosk = await openPullWorld(central, tempFolder(), empty);
  await drafted(central, ndjson(header, ...shop));
  await publishAll(central, 1);
  await kiosk.pulls();
  expect(kiosk.requests()).toBe(1);
  expect(kiosk.pull.problem()).toMatchObject({ code: 'store.damaged' });
  expect(reasons(kiosk)).toHaveLength(1);
});

test('CCT-33 a cursor that is stale leads to a snapshot', async () => {
  const kiosk = await openPullWorld(central);
  await drafted(central, ndjson(header, ...shop, ...many));
  await publishAll(central, 1);
  kiosk.meddle(
    changing(1, (page) => {
      const parts = JSON.parse(Buffer.from(page.nextCursor ?? '', 'base64url').toString());
      const forged = JSON.stringify(parts.with(2, 99));
      page.nextCursor = Buffer.from(forged).toString('base64url');
    }),
  );
  await kiosk.pulls();
  expect(reasons(kiosk)[0]).toMatch(/begin again/);
  expect(kiosk.hash()).toBeNull();
  kiosk.meddle(null);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
});

test('CCT-33 150 random changes, publications and damages: the catalog is always a whole one', async () => {
  const random = seededRandom(97);
  const kiosk = await openPullWorld(central);
  const published = new Set<string | null>([null]);
  let newest = 0;
  const meddlings: readonly Meddling[] = [
    () => 'lost',
    (text) => text.slice(0, Math.floor(random() * text.length)),
    (text) => text.replaceAll('"Nord"', '"Evil"'),
    (text) => text.replace(/"total":\d+/, '"total":1'),
    (text) => text.replace(/"digest":"./, '"digest":"0'),
  ];
  for (let round = 0; round < 150; round += 1) {
    const dice = random();
    if (newest === 0 || dice < 0.25) {
      const items = Array.from({ length: 1 + Math.floor(random() * 20) }, () => {
        const sku = `P${Math.floor(random() * 40)}`;
        return random() < 0.5
          ? [product(sku)]
          : [product(sku), price(sku, Math.ceil(random() * 9))];
      });
      const unique = new Map(items.flat().map((one) => [JSON.stringify(one).slice(0, 40), one]));
      const mode = random() < 0.3 ? header : delta;
      const feed = ndjson(mode, ...shop, ...unique.values());
      newest = (await drafted(central, feed, { allowShrink: true })).version;
    } else if (dice < 0.5) {
      const version = 1 + Math.floor(random() * newest);
      const request = { version, target: { kind: 'all' }, actor: 'test' } as const;
      await publish(central, request);
      published.add((await releaseOf(central.db, 'berlin'))?.contentHash ?? null);
    } else {
      kiosk.meddle(random() < 0.6 ? null : (meddlings[Math.floor(random() * 5)] ?? null));
      await kiosk.pulls().catch((error: unknown) => expect(error).toBeInstanceOf(CallFailed));
      expect([...published]).toContain(kiosk.hash());
    }
  }
  kiosk.meddle(null);
  await kiosk.pulls();
  await expectUpToDate(central, kiosk);
  expect(published.size).toBeGreaterThan(10);
  expect(reasons(kiosk).length).toBeGreaterThan(5);
});
