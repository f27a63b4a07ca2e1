import { beforeAll, expect, test } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship, secondStore } from '#db/seed/store.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { publishCatalog, publishDemo } from '../../helpers/published-catalog.ts';

const central = startTestCentral();
const { records } = demoStoreFeed();
let version = 0;
beforeAll(async () => {
  version = await publishDemo(central);
});

const eau = {
  template: 'fragrance',
  selections: {
    strength: 'edp',
    top: 'bergamot',
    heart: ['ylang'],
    base: ['musk'],
    tint: 'straw',
    size: '30',
    cap: 'ink',
  },
};
const asked = { store: flagship, sku: 'AT-FRAGRANCE', design: eau, ageYears: 30 };

test('API-20 what can still be chosen is told before it is', async () => {
  const client = await central.client(['catalog:read']);
  const { top: _, ...rest } = eau.selections;
  const { data } = await client.POST('/v1/designs/options', {
    body: { ...asked, design: { ...eau, selections: rest } },
  });
  expect(data?.status).toBe('incomplete');
  expect(data?.missing).toEqual(['top']);
  expect(data?.availability.top?.bergamot).toEqual({ available: true });
  const allergic = await client.POST('/v1/designs/options', {
    body: { ...asked, allergies: ['limonene'] },
  });
  const impossible = Object.values(allergic.data?.availability ?? {}).flatMap((options) =>
    Object.values(options).filter(({ available }) => !available),
  );
  expect(impossible.length).toBeGreaterThan(0);
});

test('API-22 a design is judged, and one piece of it priced', async () => {
  const client = await central.client(['catalog:read']);
  const { data } = await client.POST('/v1/designs/validate', { body: asked });
  expect(data).toMatchObject({
    catalogVersion: version,
    currency: 'EUR',
    evaluation: { status: 'valid', violations: [] },
    price: { totalMinor: 6_000 },
  });
  const then = '2027-03-15T00:00:00.000Z';
  const later = await client.POST('/v1/designs/validate', { body: { ...asked, at: then } });
  expect(later.data?.at).toBe(then);
});

test('API-23 what is no design of the product is refused, and why', async () => {
  const client = await central.client(['catalog:read']);
  const refusal = async (body: object) => {
    const { error, response } = await client.POST('/v1/designs/validate', {
      body: { ...asked, ...body },
    });
    return [response.status, error?.code];
  };
  const strange = { ...eau, selections: { ...eau.selections, nothing: 'here' } };
  expect(await refusal({ design: strange })).toEqual([422, 'design.malformed']);
  expect(await refusal({ design: { ...eau, template: 'serum' } })).toEqual([
    422,
    'design.malformed',
  ]);
  expect(await refusal({ sku: 'NO-SUCH' })).toEqual([422, 'catalog.product_not_found']);
  expect(await refusal({ store: 'nowhere' })).toEqual([404, 'catalog.unavailable']);
  expect(await refusal({ at: '2026-02-31T00:00:00.000Z' })).toEqual([400, 'input.invalid']);
  expect(await refusal({ ageYears: -1 })).toEqual([400, 'input.invalid']);
});

test('API-30 API-31 a basket is priced step by step, with coupons and the moment that is asked for', async () => {
  const client = await central.client(['catalog:read']);
  const lines = [
    { lineId: 'a', sku: 'AT-FRAGRANCE', quantity: 2, design: eau, ageYears: 30 },
    { lineId: 'b', sku: 'RP-SATIN-133', quantity: 1 },
  ];
  const at = '2026-11-25T10:00:00.000Z';
  const { data } = await client.POST('/v1/price', {
    body: { store: flagship, basket: { lines, coupons: ['no-such'] }, at },
  });
  expect(data).toMatchObject({ store: flagship, at, catalogVersion: version, currency: 'EUR' });
  expect(data?.lines.map(({ lineId }) => lineId)).toEqual(['a', 'b']);
  expect(data?.lines[0]?.trace[0]).toMatchObject({ step: 'base', ref: 'AT-FRAGRANCE' });
  expect(data?.unusedCoupons).toEqual([{ code: 'NO-SUCH', reason: 'unknown' }]);
  const sum = data?.lines.reduce((total, line) => total + line.totalMinor, 0);
  expect(data?.totalMinor).toBe(sum);
  const inFinland = await client.POST('/v1/price', {
    body: { store: secondStore, basket: { lines } },
  });
  expect(inFinland.data?.store).toBe(secondStore);
});

test('API-32 API-33 a line that cannot be sold is named, and nothing is priced', async () => {
  const client = await central.client(['catalog:read']);
  const refusal = async (line: object) => {
    const { error, response } = await client.POST('/v1/price', {
      body: {
        store: flagship,
        basket: { lines: [{ lineId: 'a', sku: 'AT-FRAGRANCE', quantity: 1, ...line }] },
      },
    });
    return { status: response.status, code: error?.code, details: error?.details };
  };
  const component = required(
    records.find((record) => record.kind === 'product' && record.type === 'component'),
    'a component',
  );
  expect(await refusal({})).toMatchObject({ status: 422, code: 'design.malformed' });
  expect(await refusal({ sku: 'NO-SUCH' })).toMatchObject({ code: 'catalog.product_not_found' });
  expect(await refusal({ sku: component.kind === 'product' ? component.sku : '' })).toMatchObject({
    code: 'pricing.not_for_sale',
  });
  const { top: _, ...unfinished } = eau.selections;
  expect(await refusal({ design: { ...eau, selections: unfinished } })).toMatchObject({
    code: 'design.not_valid',
    details: { lineId: 'a', sku: 'AT-FRAGRANCE', status: 'incomplete', missing: ['top'] },
  });
});

test('API-40 API-42 API-45 a design is kept under a code, and tells whether it can be made today', async () => {
  const client = await central.client(['catalog:read', 'designs:write']);
  const { store, sku, design } = asked;
  const { data: kept, response } = await client.POST('/v1/designs', {
    body: { store, sku, design },
  });
  expect(response.status).toBe(201);
  expect(kept?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(kept).toMatchObject({ store, sku, design, leftOut: [], release: { version } });
  const code = kept?.code ?? '';
  const find = async (query = {}) => {
    const { data } = await client.GET('/v1/designs/{code}', {
      params: { path: { code: code.toLowerCase() }, query },
    });
    return data;
  };
  expect(await find()).toMatchObject({
    ...kept,
    today: {
      store,
      canBeMade: true,
      problem: null,
      evaluation: { status: 'valid' },
      price: { totalMinor: 6_000 },
    },
  });
  expect((await find({ store: secondStore }))?.today).toMatchObject({ store: secondStore });
  expect((await find({ store: 'nowhere' }))?.today).toMatchObject({
    canBeMade: false,
    problem: { code: 'catalog.unavailable' },
    evaluation: null,
  });

  const withoutStraw = records.map((record) =>
    record.kind === 'template' && record.id === 'fragrance'
      ? {
          ...record,
          groups: record.groups.map((group) =>
            group.id === 'tint' && 'options' in group
              ? { ...group, options: group.options.filter(({ id }) => id !== 'straw') }
              : group,
          ),
        }
      : record,
  );
  await publishCatalog(
    central,
    withoutStraw.filter((record) => record.kind !== 'rule' || record.template !== 'fragrance'),
  );
  expect(await find()).toMatchObject({
    release: { version },
    today: { canBeMade: false, problem: { code: 'design.malformed' } },
  });
  await publishDemo(central);
});

test('API-41 a code that nobody was given, and one that is mistyped', async () => {
  const client = await central.client(['catalog:read']);
  const status = async (code: string) =>
    (await client.GET('/v1/designs/{code}', { params: { path: { code } } })).response.status;
  expect(await status('0000-00000')).toBe(404);
  expect(await status('0000-00001')).toBe(400);
});

test('API-44 typed texts are not kept, and are asked for again', async () => {
  const client = await central.client(['catalog:read', 'designs:write']);
  const template = required(
    records.find(
      (record) =>
        record.kind === 'template' && record.groups.some((group) => group.type === 'text'),
    ),
    'a template with a text',
  );
  if (template.kind !== 'template') throw new Error('not a template');
  const text = required(
    template.groups.find(({ type }) => type === 'text'),
    'a text',
  );
  const product = required(
    records.find((record) => record.kind === 'product' && record.template === template.id),
    'its product',
  );
  const sku = product.kind === 'product' ? product.sku : '';
  const design = { template: template.id, selections: { [text.id]: 'Ada Lovelace' } };
  const { data } = await client.POST('/v1/designs', { body: { store: flagship, sku, design } });
  expect(data).toMatchObject({ design: { selections: {} }, leftOut: [text.id] });
  const rows = await central.db.selectFrom('saved_designs').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('Lovelace');
});

test('API-43 keeping a design needs its scope', async () => {
  const client = await central.client(['catalog:read']);
  const { store, sku, design } = asked;
  const { response, error } = await client.POST('/v1/designs', { body: { store, sku, design } });
  expect([response.status, error?.code]).toEqual([403, 'key.scope_missing']);
});
