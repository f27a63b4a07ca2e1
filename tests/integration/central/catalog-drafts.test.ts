import { brotliCompressSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { discardDraft } from '#central/core/catalog/discard-draft.ts';
import { publish } from '#central/core/catalog/publish.ts';
import { withCatalogLock } from '#central/storage/catalog-lock.ts';
import { insertRecords } from '#central/storage/catalog-staging.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { recordKey } from '#shared/domain/catalog/feed.ts';
import { ok } from '#shared/lib/result.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { seededRandom } from '../../helpers/random.ts';
import { spoiltFeed } from '../../helpers/random-feeds.ts';
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
import { clearCatalog, drafted, draftOf } from './catalog-world.ts';

const central = startTestCentral();
const shop = [berlin, standard];
const actor = 'test';

afterEach(() => clearCatalog(central));

/** Sends a feed as a body, which the generated client cannot make by itself. */
async function post(body: string | Uint8Array, options: { query?: object; headers?: object } = {}) {
  const client = await central.client(['catalog:write']);
  return client.POST('/v1/catalog/drafts', {
    body,
    bodySerializer: (given) => given as string,
    params: { query: { source: 'test.ndjson', ...options.query } },
    headers: { 'content-type': 'application/x-ndjson', ...options.headers },
  });
}

test('CCT-1 25 random feeds, sound and spoilt: head office makes of them what a kiosk makes', async () => {
  const random = seededRandom(20_261);
  const kiosk = openImportWorld(tempFolder());
  onTestFinished(() => kiosk.close());
  const { header: demoHeader, records } = demoStoreFeed();
  const feeds = [ndjson(demoHeader, ...records)];
  while (feeds.length < 26) feeds.push(spoiltFeed(random));
  const seen = { rejected: 0, notes: 0, refused: 0, removed: 0 };
  for (const [index, feed] of feeds.entries()) {
    const options = { allowShrink: random() < 0.3, replace: random() < 0.1 };
    const here = await draftOf(central, feed, options);
    const there = await kiosk.run(feed, options);
    if (!here.ok || !there.ok) {
      seen.refused += 1;
      expect(here, `feed ${index}`).toEqual(there);
      continue;
    }
    const { isNew, version, ...report } = here.value;
    const { version: kioskVersion, ...kioskReport } = there.value;
    expect(report, `feed ${index}`).toEqual(kioskReport);
    seen.rejected += report.rejected.length;
    seen.notes += report.notes.length;
    seen.removed += report.removed;
  }
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
});

test('CCT-1 a JSON document makes the same catalog as NDJSON', async () => {
  const lines = await drafted(central, ndjson(header, ...shop, product('A')));
  const again = await drafted(
    central,
    JSON.stringify({ ...header, records: [product('A'), ...shop] }),
  );
  expect(again).toMatchObject({ isNew: false, version: lines.version });
  expect(again.contentHash).toBe(lines.contentHash);
});

test('CCT-2 CCT-3 drafts build upon each other, and the same feed again makes none', async () => {
  const first = await drafted(central, ndjson(header, ...shop, product('A'), price('A', 100)));
  expect(first).toMatchObject({ version: 1, isNew: true, added: 4, mode: 'full' });
  const second = await drafted(central, ndjson(delta, price('A', 120), product('B')));
  expect(second).toMatchObject({ version: 2, isNew: true, added: 1, changed: 1, removed: 0 });
  const again = await drafted(central, ndjson(delta, price('A', 120)));
  expect(again).toMatchObject({ version: 2, isNew: false, unchanged: 1, changed: 0 });
  expect(again.contentHash).toBe(second.contentHash);
  const full = await drafted(central, ndjson(header, ...shop, product('B')));
  expect(full).toMatchObject({ version: 3, removed: 2, unchanged: 3 });

  const client = await central.client(['catalog:read']);
  const { data } = await client.GET('/v1/catalog/versions');
  expect(data?.items.map(({ version, state, removed }) => [version, state, removed])).toEqual([
    [3, 'draft', 2],
    [2, 'draft', 0],
    [1, 'draft', 0],
  ]);
  const page = await client.GET('/v1/catalog/versions', { params: { query: { limit: 2 } } });
  const cursor = page.data?.nextCursor ?? '';
  const rest = await client.GET('/v1/catalog/versions', { params: { query: { cursor } } });
  expect(rest.data?.items.map(({ version }) => version)).toEqual([1]);
  const one = await client.GET('/v1/catalog/versions/{version}', {
    params: { path: { version: 2 } },
  });
  expect(one.data).toMatchObject({ contentHash: second.contentHash, importedBy: 'test' });
  const none = await client.GET('/v1/catalog/versions/{version}', {
    params: { path: { version: 9 } },
  });
  expect(none.response.status).toBe(404);
  expect(none.error).toMatchObject({ code: 'catalog.version_not_found' });
});

test('CCT-4 a feed that cannot be read or would shrink the catalog changes nothing', async () => {
  const skus = Array.from({ length: 30 }, (_, index) => product(`P${index}`));
  const first = await drafted(central, ndjson(header, ...shop, ...skus));
  for (const [feed, code] of [
    ['nonsense', 'import.malformed'],
    [ndjson({ ...header, version: 2 }), 'import.malformed'],
    [ndjson(header, ...shop, ...skus.slice(0, 3)), 'import.shrinks'],
  ] as const) {
    const refused = await post(feed);
    expect(refused.response.status).toBe(422);
    expect(refused.error).toMatchObject({ code });
  }
  expect(await drafted(central, ndjson(delta, ...shop))).toMatchObject({
    version: first.version,
    isNew: false,
    contentHash: first.contentHash,
  });
  const meant = await post(ndjson(header, ...shop, ...skus.slice(0, 3)), {
    query: { allowShrink: true },
  });
  expect(meant.data).toMatchObject({ version: 2, removed: 27 });
});

test('CCT-5 what an import left that broke off is never seen and is cleared by the next', async () => {
  const first = await drafted(central, ndjson(header, ...shop, product('A'), product('B')));
  // As after a crash between two of its transactions.
  const record = { ...berlin, kind: 'store', name: 'Left over' } as never;
  const hash = 'f'.repeat(64);
  await insertRecords(central.db, 2, [{ record, key: recordKey(record), hash, json: '{}' }]);
  await central.db
    .updateTable('catalog_records')
    .set({ to_version: 2 })
    .where('key', '=', 'A')
    .execute();
  await publish(central, { version: 1, target: { kind: 'all' }, actor });
  const device = await central.device('berlin');
  const { data } = await device.client.GET('/v1/device/catalog/changes', {
    params: { query: { from: 'none' } },
  });
  expect(data?.target).toEqual({ version: 1, contentHash: first.contentHash });
  expect(data?.changes).toHaveLength(4);

  const second = await drafted(central, ndjson(delta, product('C')));
  expect(second).toMatchObject({ version: 2, added: 1 });
  const { rows } = await sql`SELECT key, from_version, to_version FROM catalog_records
    ORDER BY kind, key`.execute(central.db);
  expect(rows).toEqual([
    { key: 'A', from_version: 1, to_version: null },
    { key: 'B', from_version: 1, to_version: null },
    { key: 'C', from_version: 2, to_version: null },
    { key: 'berlin', from_version: 1, to_version: null },
    { key: 'standard', from_version: 1, to_version: null },
  ]);
});

test('CCT-6 while one import runs another one is refused, and may come later', async () => {
  const feed = ndjson(header, ...shop);
  await withCatalogLock(central.database, async () => {
    const refused = await post(feed);
    expect(refused.response.status).toBe(409);
    expect(refused.error).toMatchObject({ code: 'catalog.import_running' });
    return ok(null);
  });
  expect((await post(feed)).response.status).toBe(201);
});

test('CCT-7 CCT-8 a feed comes as a body, plain or compressed, and its report says what became of it', async () => {
  const spoilt = Array.from({ length: 600 }, (_, index) => ({ ...product(`W${index}`), brand: 7 }));
  const feed = ndjson(header, ...shop, product('A'), price('A', 100), ...spoilt);
  const made = await post(feed);
  expect(made.response.status).toBe(201);
  expect(made.data).toMatchObject({ version: 1, read: 604, added: 4, rejectedCount: 600 });
  expect(made.data?.rejected).toHaveLength(500);
  expect(made.data?.rejected[0]).toEqual({
    line: 6,
    kind: 'product',
    key: 'W0',
    field: 'brand',
    reason: 'must be a text',
  });
  for (const [coding, body] of [
    ['gzip', gzipSync(feed)],
    ['br', brotliCompressSync(feed)],
  ] as const) {
    const again = await post(body, { headers: { 'content-encoding': coding } });
    expect(again.response.status).toBe(200);
    expect(again.data).toMatchObject({ version: 1, isNew: false });
    const broken = await post(feed, { headers: { 'content-encoding': coding } });
    expect(broken.response.status).toBe(400);
  }
  const bomb = gzipSync(Buffer.alloc(260 * 1024 * 1024));
  const refused = await post(bomb, { headers: { 'content-encoding': 'gzip' } });
  expect(refused.response.status).toBe(413);
  const unknown = await post(feed, { headers: { 'content-encoding': 'zstd' } });
  expect(unknown.response.status).toBe(415);
  const typed = await post(feed, { headers: { 'content-type': 'text/plain' } });
  expect(typed.response.status).toBe(415);
  expect((await post('')).error).toMatchObject({ code: 'import.malformed' });
  const reader = await central.client(['catalog:read']);
  const forbidden = await reader.POST('/v1/catalog/drafts', { body: {} });
  expect(forbidden.response.status).toBe(403);
});

test('CCT-9 the newest draft can be discarded, and the next import builds upon the one before', async () => {
  const first = await drafted(central, ndjson(header, ...shop, product('A'), price('A', 100)));
  await drafted(central, ndjson(delta, price('A', 120), product('B')));
  const older = await discardDraft(central, { version: 1, actor });
  expect(older).toMatchObject({ ok: false, error: { code: 'catalog.version_in_use' } });
  const client = await central.client(['catalog:read', 'catalog:write']);
  const gone = await client.DELETE('/v1/catalog/drafts/{version}', {
    params: { path: { version: 2 } },
  });
  expect(gone.response.status).toBe(204);
  const twice = await client.DELETE('/v1/catalog/drafts/{version}', {
    params: { path: { version: 2 } },
  });
  expect(twice.response.status).toBe(404);
  const asBefore = await drafted(central, ndjson(delta, price('A', 100)));
  expect(asBefore).toMatchObject({ version: 1, isNew: false, contentHash: first.contentHash });
  const next = await drafted(central, ndjson(delta, product('C')));
  expect(next).toMatchObject({ version: 3, added: 1, changed: 0 });
  await publish(central, { version: 3, target: { kind: 'all' }, actor });
  expect(await discardDraft(central, { version: 3, actor })).toMatchObject({
    ok: false,
    error: { code: 'catalog.version_in_use' },
  });
  const { data } = await client.GET('/v1/catalog/versions');
  expect(data?.items.map(({ version, state }) => [version, state])).toEqual([
    [3, 'published'],
    [2, 'discarded'],
    [1, 'draft'],
  ]);
});
