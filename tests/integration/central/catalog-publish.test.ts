import { afterEach, expect, test } from 'vitest';
import { publishedVersion } from '#central/storage/catalog-releases.ts';
import type { PublicationTarget } from '#shared/contract/api/catalog.ts';
import { startTestCentral } from '../../helpers/central.ts';
import {
  berlin,
  delta,
  header,
  ndjson,
  product,
  standard,
} from '../catalog-import/import-world.ts';
import { clearCatalog, drafted } from './catalog-world.ts';

const central = startTestCentral();
const stores = ['berlin', 'munich', 'vienna'];
const shop = [...stores.map((id) => ({ ...berlin, id })), standard];

afterEach(() => clearCatalog(central));

/** Three versions: the second one has the product A as well, the third one B. */
async function threeVersions(): Promise<void> {
  await drafted(central, ndjson(header, ...shop));
  await drafted(central, ndjson(delta, product('A')));
  await drafted(central, ndjson(delta, product('B')));
}

const all: PublicationTarget = { kind: 'all' };
const store = (id: string): PublicationTarget => ({ kind: 'store', id });
const group = (id: string): PublicationTarget => ({ kind: 'group', id });

async function publishes(version: number, target: PublicationTarget) {
  const client = await central.client(['catalog:write']);
  return client.POST('/v1/catalog/publications', { body: { version, target } });
}

async function rollsBack(target: PublicationTarget) {
  const client = await central.client(['catalog:write']);
  return client.POST('/v1/catalog/rollbacks', { body: { target } });
}

/** What each store gets. */
async function given(): Promise<readonly (number | null)[]> {
  return Promise.all(stores.map((id) => publishedVersion(central.db, id)));
}

test('CCT-10 CCT-11 what was published last for a store, or for all, is what it gets', async () => {
  await threeVersions();
  expect(await given()).toEqual([null, null, null]);
  await publishes(1, store('munich'));
  expect(await given()).toEqual([null, 1, null]);
  await publishes(2, all);
  expect(await given()).toEqual([2, 2, 2]);
  expect(await publishedVersion(central.db, 'opens-next-year')).toBe(2);
  await publishes(3, store('berlin'));
  expect(await given()).toEqual([3, 2, 2]);
  await publishes(1, all);
  expect(await given()).toEqual([1, 1, 1]);
});

test('CCT-11 CCT-15 a group means the stores that are in it when it is published to', async () => {
  await threeVersions();
  const client = await central.client(['catalog:read', 'catalog:write']);
  const path = { id: 'bavaria' };
  const saved = await client.PUT('/v1/catalog/store-groups/{id}', {
    params: { path },
    body: { name: 'Bavaria', stores: ['munich', 'vienna'] },
  });
  expect(saved.data).toEqual({ id: 'bavaria', name: 'Bavaria', stores: ['munich', 'vienna'] });
  const published = await publishes(2, group('bavaria'));
  expect(published.response.status).toBe(201);
  expect(published.data?.items.map(({ store: id, version }) => [id, version])).toEqual([
    ['munich', 2],
    ['vienna', 2],
  ]);
  expect(await given()).toEqual([null, 2, 2]);
  await client.PUT('/v1/catalog/store-groups/{id}', {
    params: { path },
    body: { name: 'Bavaria', stores: ['munich'] },
  });
  expect(await given()).toEqual([null, 2, 2]);
  await publishes(3, group('bavaria'));
  expect(await given()).toEqual([null, 3, 2]);
  expect((await client.GET('/v1/catalog/store-groups')).data?.items).toEqual([
    { id: 'bavaria', name: 'Bavaria', stores: ['munich'] },
  ]);
  const gone = await client.DELETE('/v1/catalog/store-groups/{id}', { params: { path } });
  expect(gone.response.status).toBe(204);
  expect(await given()).toEqual([null, 3, 2]);
  const twice = await client.DELETE('/v1/catalog/store-groups/{id}', { params: { path } });
  expect(twice.response.status).toBe(404);
  expect((await publishes(3, group('bavaria'))).error).toMatchObject({
    code: 'catalog.group_not_found',
  });
});

test('CCT-12 CCT-13 a version is published only where it exists, and has the store', async () => {
  await threeVersions();
  expect(await publishes(4, all)).toMatchObject({
    response: { status: 404 },
    error: { code: 'catalog.version_not_found' },
  });
  expect(await publishes(3, store('atlantis'))).toMatchObject({
    response: { status: 422 },
    error: { code: 'catalog.store_unknown', details: { store: 'atlantis' } },
  });
  const client = await central.client(['catalog:write']);
  await client.DELETE('/v1/catalog/drafts/{version}', { params: { path: { version: 3 } } });
  expect(await publishes(3, all)).toMatchObject({ error: { code: 'catalog.version_not_found' } });
  expect(await given()).toEqual([null, null, null]);
});

test('CCT-14 rolling back gives each store what it had before', async () => {
  await threeVersions();
  expect((await rollsBack(all)).error).toMatchObject({ code: 'catalog.nothing_before' });
  await publishes(1, all);
  expect((await rollsBack(all)).error).toMatchObject({ code: 'catalog.nothing_before' });
  await publishes(2, all);
  await publishes(3, store('berlin'));
  await publishes(3, store('berlin'));
  const back = await rollsBack(store('berlin'));
  expect(back.data?.items).toMatchObject([{ store: 'berlin', version: 2 }]);
  expect(await given()).toEqual([2, 2, 2]);
  await rollsBack(all);
  expect(await given()).toEqual([1, 1, 1]);

  const client = await central.client(['catalog:write']);
  await client.PUT('/v1/catalog/store-groups/{id}', {
    params: { path: { id: 'two' } },
    body: { name: 'Two', stores: ['munich', 'opens-next-year'] },
  });
  await publishes(3, store('munich'));
  await rollsBack(group('two'));
  expect(await given()).toEqual([1, 1, 1]);
});

test('CCT-14 where one store of a group has nothing before, none is rolled back', async () => {
  await threeVersions();
  const client = await central.client(['catalog:write']);
  await client.PUT('/v1/catalog/store-groups/{id}', {
    params: { path: { id: 'two' } },
    body: { name: 'Two', stores: ['berlin', 'munich'] },
  });
  await publishes(1, store('berlin'));
  await publishes(2, group('two'));
  const refused = await rollsBack(group('two'));
  expect(refused.response.status).toBe(422);
  expect(refused.error).toMatchObject({ code: 'catalog.nothing_before' });
  expect(await given()).toEqual([2, 2, null]);
});

test('CCT-16 who did what is in the audit log, and the publications can be looked up', async () => {
  await threeVersions();
  await publishes(1, all);
  await publishes(2, store('berlin'));
  await rollsBack(store('berlin'));
  const rows = await central.db
    .selectFrom('audit_log')
    .select(['actor', 'action', 'details'])
    .orderBy('seq', 'desc')
    .limit(20)
    .execute();
  const ours = rows.filter(({ action }) => /^catalog\./.test(action)).slice(0, 3);
  expect(ours.map(({ action, details }) => [action, details])).toEqual([
    ['catalog.rolled_back', { target: store('berlin'), versions: [1] }],
    ['catalog.published', { version: 2, target: store('berlin') }],
    ['catalog.published', { version: 1, target: all }],
  ]);
  for (const { actor } of ours) expect(actor).toMatch(/^key:[0-9A-Za-z]{12}$/);

  const client = await central.client(['catalog:read']);
  const first = await client.GET('/v1/catalog/publications', { params: { query: { limit: 2 } } });
  const rest = await client.GET('/v1/catalog/publications', {
    params: { query: { cursor: first.data?.nextCursor ?? '' } },
  });
  const items = [...(first.data?.items ?? []), ...(rest.data?.items ?? [])];
  expect(items.map(({ store: id, version }) => [id, version])).toEqual([
    ['berlin', 1],
    ['berlin', 2],
    [null, 1],
  ]);
  const munich = await client.GET('/v1/catalog/publications', {
    params: { query: { store: 'munich' } },
  });
  expect(munich.data?.items).toHaveLength(1);
});

test('CCT-17 what a version counts becomes what is on hand, of the stores that it is published for', async () => {
  const count = (store: string, quantity: number) => ({
    kind: 'stock',
    sku: 'A',
    store,
    quantity,
    countedAt: 1,
  });
  await drafted(
    central,
    ndjson(header, ...shop, product('A'), count('berlin', 3), count('munich', 5)),
  );
  const onHand = () =>
    central.db
      .selectFrom('stock_levels')
      .select(['store', 'counted'])
      .where('sku', '=', 'A')
      .orderBy('store')
      .execute();
  expect(await onHand()).toEqual([]);
  await publishes(1, store('berlin'));
  expect(await onHand()).toEqual([{ store: 'berlin', counted: 3 }]);
  await publishes(1, all);
  expect(await onHand()).toEqual([
    { store: 'berlin', counted: 3 },
    { store: 'munich', counted: 5 },
  ]);
});
