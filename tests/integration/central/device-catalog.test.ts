import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { publish } from '#central/core/catalog/publish.ts';
import { beginRelease, changesPage, deltaReach } from '#central/core/catalog/release-changes.ts';
import {
  recordAt,
  recordsAt,
  recordsNamed,
  recordsUnder,
} from '#central/storage/catalog-records.ts';
import { releaseAt, releaseByHash, releaseOf } from '#central/storage/catalog-releases.ts';
import { type CatalogChange, changesPerPage } from '#shared/contract/api/catalog.ts';
import { type CatalogRecord, recordKey } from '#shared/domain/catalog/feed.ts';
import { contentLine, hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import { required } from '#shared/lib/assert.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { seededRandom } from '../../helpers/random.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  delta,
  header,
  ndjson,
  openImportWorld,
  price,
  product,
  standard,
} from '../catalog-import/import-world.ts';
import { clearCatalog, drafted } from './catalog-world.ts';

const central = startTestCentral();
const shop = [berlin, { ...berlin, id: 'munich' }, standard];
const all = { kind: 'all' } as const;

afterEach(() => clearCatalog(central));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const nameOf = (record: CatalogRecord): string => `${record.kind}\t${recordKey(record)}`;

/** The content hash by its definition. */
function contentOf(records: Iterable<CatalogRecord>): string {
  const lines = [...records].map((record) => {
    const { key, hash } = hashRecord(record, sha256);
    return contentLine(record.kind, key, hash);
  });
  return sha256(lines.sort().join(''));
}

async function publishAll(version: number): Promise<void> {
  const published = await publish(central, { version, target: all, actor: 'test' });
  expect(published.ok).toBe(true);
}

function asks(device: TestDevice, query: { from: string; cursor?: string }, headers = {}) {
  return device.client.GET('/v1/device/catalog/changes', { params: { query }, headers });
}

/** Every page of the way from what a device has. */
async function changesFrom(device: TestDevice, from: string) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? { from } : { from, cursor };
    const { data, error } = await asks(device, query);
    if (data === undefined) throw new Error(JSON.stringify(error));
    pages.push(data);
    cursor = data.nextCursor;
  } while (cursor !== undefined);
  return pages;
}

/** Makes the changes of a way; each must be about something that is there, or is not. */
function make(catalog: Map<string, CatalogRecord>, changes: readonly CatalogChange[]): void {
  for (const change of changes) {
    if (change.op === 'put') {
      const record = change.record as unknown as CatalogRecord;
      catalog.set(nameOf(record), record);
    } else {
      expect(catalog.delete(`${change.kind}\t${change.key}`)).toBe(true);
    }
  }
}

function stock(sku: string, store: string, quantity: number): object {
  return { kind: 'stock', sku, store, quantity, countedAt: 1 };
}

test('CCT-20 a release has everything but the prices, counts and lots of other stores', async () => {
  await drafted(
    central,
    ndjson(
      header,
      ...shop,
      product('A'),
      price('A', 100),
      price('A', 90, { store: 'berlin' }),
      price('A', 95, { store: 'munich' }),
      stock('A', 'berlin', 3),
      stock('A', 'munich', 5),
      { kind: 'lot', id: 'L1', sku: 'A', store: 'munich' },
      { kind: 'lot', id: 'L2', sku: 'A' },
    ),
  );
  await publishAll(1);
  const device = await central.device('berlin');
  const [page, ...others] = await changesFrom(device, 'none');
  expect(others).toEqual([]);
  const names = page?.changes.map((change) =>
    change.op === 'put' ? nameOf(change.record as unknown as CatalogRecord) : change.op,
  );
  expect(names).toEqual([
    'lot\tL2',
    'price\tA|berlin|EUR|0',
    'price\tA||EUR|0',
    'product\tA',
    'stock\tA|berlin',
    'store\tberlin',
    'store\tmunich',
    'taxClass\tstandard',
  ]);
  const { db } = central;
  expect(await recordAt(db, 1, 'berlin', 'stock', 'A|berlin')).toMatchObject({ quantity: 3 });
  expect(await recordAt(db, 1, 'berlin', 'stock', 'A|munich')).toBeNull();
  expect(await recordsAt(db, 1, 'munich', 'lot')).toHaveLength(2);
  const prices = await recordsUnder(db, 1, 'munich', 'price', 'A');
  expect(prices.map(({ amountMinor }) => amountMinor)).toEqual([95, 100]);
  expect(await recordsNamed(db, 1, 'berlin', 'product', ['A', 'B', 'A'])).toHaveLength(1);
  expect(await recordAt(db, 0, 'berlin', 'product', 'A')).toBeNull();
});

test('CCT-20 CCT-36 the content hash is the one that a kiosk counts over the same feed', async () => {
  const kiosk = openImportWorld(tempFolder());
  onTestFinished(() => kiosk.close());
  const feed = ndjson(header, berlin, standard, product('A'), product('A-1'), price('A', 100));
  const here = await kiosk.imported(feed);
  await drafted(central, feed);
  await publishAll(1);
  const device = await central.device('berlin');
  const answer = await asks(device, { from: here.contentHash });
  expect(answer.data).toMatchObject({
    target: { version: 1, contentHash: here.contentHash },
    total: 0,
    changes: [],
  });
  expect(await releaseOf(central.db, 'berlin')).toMatchObject({ contentHash: here.contentHash });
  expect(await releaseByHash(central.db, 'berlin', here.contentHash)).toMatchObject({ version: 1 });
});

test('CCT-22 a delta turns exactly one release into the other, in either direction', async () => {
  const random = seededRandom(31);
  const stores = ['berlin', 'munich'];
  const items = new Map<number, readonly object[]>();
  for (let version = 1; version <= 8; version += 1) {
    for (let sku = 0; sku < 60; sku += 1) {
      if (version > 1 && random() > 0.1) continue;
      items.set(sku, random() < 0.2 ? [] : randomItem(`P${sku}`, version));
    }
    const feed = ndjson(header, ...shop, ...[...items.values()].flat());
    const made = await drafted(central, feed, { allowShrink: true });
    expect(made).toMatchObject({ version, isNew: true, rejected: [] });
  }

  function randomItem(sku: string, version: number): readonly object[] {
    const item = [product(sku, random() < 0.3 ? { brand: `Brand ${version}` } : {})];
    if (random() < 0.7) item.push(price(sku, 100 + Math.floor(random() * 3)));
    for (const store of stores) {
      if (random() < 0.4) item.push(stock(sku, store, Math.floor(random() * 3)));
    }
    // One that may be of this store, of that one, or of all.
    const at = Math.floor(random() * 4);
    const where = at < 2 ? { store: stores[at] } : {};
    if (at < 3) item.push({ kind: 'lot', id: `LOT-${sku}`, sku, ...where });
    return item;
  }

  const snapshots = new Map<string, Map<string, CatalogRecord>>();
  for (const store of stores) {
    const device = await central.device(store);
    for (let version = 1; version <= 8; version += 1) {
      await publishAll(version);
      const catalog = new Map<string, CatalogRecord>();
      for (const page of await changesFrom(device, 'none')) make(catalog, page.changes);
      const { contentHash, records: count } = await releaseAt(central.db, store, version);
      expect(contentOf(catalog.values())).toBe(contentHash);
      expect(catalog.size).toBe(count);
      snapshots.set(`${store} ${version}`, catalog);
    }
    let deltas = 0;
    for (let to = 1; to <= 8; to += 1) {
      await publishAll(to);
      for (let from = 1; from <= 8; from += 1) {
        const known = snapshots.get(`${store} ${from}`) ?? new Map<string, CatalogRecord>();
        const wanted = snapshots.get(`${store} ${to}`) ?? new Map<string, CatalogRecord>();
        const pages = await changesFrom(device, contentOf(known.values()));
        if (pages[0]?.mode === 'snapshot') continue;
        deltas += 1;
        const catalog = new Map(known);
        for (const page of pages) make(catalog, page.changes);
        expect(contentOf(catalog.values()), `${store} ${from} → ${to}`).toBe(
          pages[0]?.target.contentHash,
        );
        expect(canonicalJson(Object.fromEntries(catalog))).toBe(
          canonicalJson(Object.fromEntries(wanted)),
        );
      }
    }
    expect(deltas).toBeGreaterThan(40);
  }
});

test('CCT-21 content that is not a release of the store, or from too far back, gets a snapshot', async () => {
  const some = Array.from({ length: 20 }, (_, index) => product(`P${index}`));
  await drafted(central, ndjson(header, ...shop, ...some, stock('P1', 'munich', 1)));
  await publishAll(1);
  const device = await central.device('berlin');
  const before = await releaseAt(central.db, 'berlin', 1);
  const foreign = await releaseAt(central.db, 'munich', 1);
  await drafted(central, ndjson(delta, product('P1', { brand: 'Other' })));
  await publishAll(2);
  expect((await changesFrom(device, before.contentHash))[0]).toMatchObject({
    mode: 'delta',
    total: 1,
  });
  for (const from of [foreign.contentHash, 'a'.repeat(64), 'none']) {
    const [page] = await changesFrom(device, from);
    expect(page).toMatchObject({ mode: 'snapshot', total: 23 });
  }
  // As if there had been very many in between.
  const target = { ...(await releaseAt(central.db, 'berlin', 2)), version: 2 + deltaReach };
  const far = { store: 'berlin', from: before.contentHash, target };
  expect((await beginRelease(central.db, far)).step.from).toBeNull();

  const others = Array.from({ length: 24 }, (_, index) => product(`Q${index}`));
  await drafted(central, ndjson(header, ...shop, ...others), { allowShrink: true });
  await publishAll(3);
  expect((await changesFrom(device, before.contentHash))[0]).toMatchObject({ mode: 'snapshot' });
});

test('CCT-23 who has the release gets 304, and before anything is published 404', async () => {
  const device = await central.device('berlin');
  await drafted(central, ndjson(header, ...shop));
  const early = await asks(device, { from: 'none' });
  expect(early).toMatchObject({
    response: { status: 404 },
    error: { code: 'catalog.not_published' },
  });
  await publishAll(1);
  const first = await asks(device, { from: 'none' });
  const etag = first.response.headers.get('etag') ?? '';
  expect(etag).toBe(`W/"${first.data?.target.contentHash}"`);
  for (const tag of [etag, `"x", ${etag}`, etag.slice(2)]) {
    const same = await asks(device, { from: 'none' }, { 'if-none-match': tag });
    expect(same.response.status).toBe(304);
    expect(same.response.headers.get('etag')).toBe(etag);
  }
  await drafted(central, ndjson(delta, product('A')));
  await publishAll(2);
  const changed = await asks(device, { from: 'none' }, { 'if-none-match': etag });
  expect(changed.response.status).toBe(200);
});

test('CCT-24 CCT-25 CCT-26 pages are in order and complete, whatever is published meanwhile', async () => {
  const count = 2 * changesPerPage + 300;
  const skus = Array.from({ length: count }, (_, index) => product(`P${index}`));
  await drafted(central, ndjson(header, ...shop, ...skus));
  await publishAll(1);
  const device = await central.device('berlin');
  const target = await releaseAt(central.db, 'berlin', 1);
  const first = await asks(device, { from: 'none' });
  await drafted(central, ndjson(delta, product('P7', { brand: 'Other' })));
  await publishAll(2);

  const pages = [first.data];
  while (pages.at(-1)?.nextCursor !== undefined) {
    const cursor = pages.at(-1)?.nextCursor ?? '';
    const next = await asks(device, { from: 'none', cursor });
    const again = await asks(device, { from: 'none', cursor });
    expect(again.data).toEqual(next.data);
    pages.push(next.data);
  }
  expect(pages.map((page) => [page?.position, page?.changes.length])).toEqual([
    [0, changesPerPage],
    [changesPerPage, changesPerPage],
    [2 * changesPerPage, 303],
  ]);
  const names: string[] = [];
  for (const page of pages) {
    expect(page).toMatchObject({ mode: 'snapshot', total: count + 3 });
    expect(page?.target).toEqual({ version: 1, contentHash: target.contentHash });
    const lines = page?.changes.map((change) => {
      if (change.op === 'remove') return `-${change.kind}\t${change.key}\n`;
      const record = change.record as unknown as CatalogRecord;
      names.push(nameOf(record));
      return `+${nameOf(record)}\t${sha256(canonicalJson(record))}\n`;
    });
    expect(page?.digest).toBe(sha256(lines?.join('') ?? ''));
  }
  expect(names).toEqual([...new Set(names)].sort());

  const elsewhere = await central.device('munich');
  const cursor = first.data?.nextCursor ?? '';
  const stolen = await asks(elsewhere, { from: 'none', cursor });
  expect(stolen).toMatchObject({
    response: { status: 410 },
    error: { code: 'catalog.cursor_stale' },
  });
  const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  for (const [at, value] of [
    [1, 1_000],
    [2, 3],
  ] as const) {
    const forged = Buffer.from(JSON.stringify(parts.with(at, value))).toString('base64url');
    expect((await asks(device, { from: 'none', cursor: forged })).response.status).toBe(410);
  }
  // As if there were more behind the last change.
  const last = parts.with(3, 1_000_000).with(5, 'remove').with(7, 'zzz');
  const beyond = Buffer.from(JSON.stringify(last)).toString('base64url');
  expect(await asks(device, { from: 'none', cursor: beyond })).toMatchObject({
    response: { status: 410 },
    error: { code: 'catalog.cursor_stale' },
  });
  for (const wrong of ['AAAA', Buffer.from('[1,2]').toString('base64url')]) {
    expect((await asks(device, { from: 'none', cursor: wrong })).response.status).toBe(400);
  }
});

test('CCT-24 large records make smaller pages, and what is removed comes last', async () => {
  const long = 'x'.repeat(1_900);
  const large = (edition: string) =>
    Array.from({ length: 600 }, (_, index) =>
      product(`L${index}`, { name: { en: `${edition}${long}`, de: long } }),
    );
  const gone = Array.from({ length: 5 }, (_, index) => product(`G${index}`));
  const rest = Array.from({ length: 700 }, (_, index) => product(`R${index}`));
  await drafted(central, ndjson(header, ...shop, ...large('a'), ...gone, ...rest));
  await drafted(central, ndjson(header, ...shop, ...large('b'), ...rest));
  const from = await releaseAt(central.db, 'berlin', 1);
  const target = await releaseAt(central.db, 'berlin', 2);
  let place = await beginRelease(central.db, { store: 'berlin', from: from.contentHash, target });
  const ops: string[] = [];
  const sizes: number[] = [];
  for (;;) {
    const { page, next } = required(
      await changesPage(central.db, target, place),
      'a page of a way that was begun',
    );
    ops.push(...page.changes.map(({ op }) => op));
    sizes.push(JSON.stringify(page).length);
    if (next === null) break;
    place = next;
  }
  expect(ops).toEqual([...Array(600).fill('put'), ...Array(5).fill('remove')]);
  expect(sizes.length).toBeGreaterThan(1);
  for (const size of sizes) expect(size).toBeLessThan(1_700_000);
});

test('CCT-27 answers are compressed, and little more than the records that changed', async () => {
  const skus = Array.from({ length: 3_000 }, (_, index) => product(`P${index}`));
  const prices = skus.map((_, index) => price(`P${index}`, 100 + index));
  await drafted(central, ndjson(header, ...shop, ...skus, ...prices));
  const changed = prices.slice(0, 1_000).map((_, index) => price(`P${index}`, 5_000 - index));
  await publishAll(1);
  const before = await releaseAt(central.db, 'berlin', 1);
  await drafted(central, ndjson(delta, ...changed));
  await publishAll(2);
  const device = await central.device('berlin');
  const records = changed
    .map((record) => canonicalJson(record))
    .sort()
    .join('\n');
  const alone = {
    br: brotliCompressSync(records, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length,
    gzip: gzipSync(records).length,
  };
  for (const coding of ['br', 'gzip'] as const) {
    const { response } = await device.client.GET('/v1/device/catalog/changes', {
      params: { query: { from: before.contentHash } },
      headers: { 'accept-encoding': coding },
      parseAs: 'stream',
    });
    expect(response.headers.get('content-encoding')).toBe(coding);
    const text = await response.text();
    const sent =
      coding === 'gzip'
        ? gzipSync(text).length
        : brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
    expect(sent).toBeLessThan(2 * alone[coding]);
  }
});
