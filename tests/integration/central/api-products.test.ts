import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { searchWords } from '#central/core/products/search-words.ts';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { flagship, secondStore } from '#db/seed/store.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { required } from '#shared/lib/assert.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { publishCatalog, publishDemo } from '../../helpers/published-catalog.ts';

const central = startTestCentral();
const { records } = demoStoreFeed();
const products = records.filter((record): record is ProductRecord => record.kind === 'product');
const sold = products.filter(({ type }) => type !== 'component');

beforeAll(() => publishDemo(central));

const reader = () => central.client(['catalog:read']);

/** Every item of a list, page after page. */
async function listed(query: {
  readonly q?: string;
  readonly brand?: string;
  readonly category?: string;
  readonly limit?: number;
}) {
  const client = await reader();
  const items: { readonly product: { readonly sku: string } }[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data, error } = await client.GET('/v1/products', {
      params: { query: { store: flagship, ...query, ...(cursor === undefined ? {} : { cursor }) } },
    });
    if (data === undefined) throw new Error(JSON.stringify(error));
    items.push(...data.items);
    cursor = data.nextCursor;
    if (cursor === undefined) return items;
  }
}

const skus = (items: readonly { readonly product: { readonly sku: string } }[]) =>
  items.map(({ product }) => product.sku);

test('API-10 the list has every product that a shopper may see, by SKU, over all pages', async () => {
  const expected = sold.map(({ sku }) => sku).sort();
  expect(skus(await listed({ limit: 7 }))).toEqual(expected);
  expect(skus(await listed({ limit: 100 }))).toEqual(expected);
});

test('API-10 brand and category narrow the list exactly', async () => {
  const { brand, category } = required(sold[0], 'a product');
  const of = (wanted: (product: ProductRecord) => boolean) =>
    sold
      .filter(wanted)
      .map(({ sku }) => sku)
      .sort();
  expect(skus(await listed({ brand, limit: 3 }))).toEqual(of((one) => one.brand === brand));
  expect(skus(await listed({ category }))).toEqual(of((one) => one.category === category));
  expect(await listed({ brand: brand.toUpperCase() })).toEqual([]);
});

test('API-11 words find products by the beginnings of SKU, GTIN, name, brand and shade', async () => {
  const product = required(
    sold.find(({ gtins, shade }) => gtins !== undefined && shade?.name !== undefined),
    'a product with barcode and shade',
  );
  const { sku, gtins = [], name, brand, shade } = product;
  for (const q of [sku, gtins[0] ?? '', name.en, name.en.slice(0, -1), `${brand} ${shade?.name}`]) {
    expect(skus(await listed({ q })), q).toContain(sku);
  }
  expect(skus(await listed({ q: sku }))[0]).toBe(sku);
  expect(skus(await listed({ q: sku.toLowerCase() }))[0]).toBe(sku);
});

test('API-11 accents, signs and the order of words change nothing, and pages leave nothing out', async () => {
  const accented = required(
    sold.find(({ name }) => /[éèôü]/.test(name.en)),
    'a name with an accent',
  );
  const plain = accented.name.en.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  expect(skus(await listed({ q: plain }))).toContain(accented.sku);
  expect(skus(await listed({ q: accented.name.en.split(' ').reverse().join(', ') }))).toContain(
    accented.sku,
  );
  const all = skus(await listed({ q: accented.brand }));
  expect(all.length).toBeGreaterThan(3);
  expect(skus(await listed({ q: accented.brand, limit: 2 }))).toEqual(all);
  for (const nothing of ['!!!', 'zzqqxxy', "' OR 1=1 --", ':* & | !()', '\\']) {
    const found = await listed({ q: nothing });
    expect(Array.isArray(found), nothing).toBe(true);
  }
  expect(await listed({ q: 'zzqqxxy' })).toEqual([]);
});

test('API-11 what the database makes of words is found by what is made of a search', async () => {
  const texts = [
    ...['L’Oréal', '30ml', 'SPF50+', 'no.5', 'a1b2c3', '日本 化粧', 'Straße', 'ﬁne', 'x_y', '½ oz'],
    ...['Ⅻ', 'naïve', '100%', '3.5', '-133', 'a/b', 'http://x.y/z', 'me@x.y', '1e5', '0x1F'],
    ...[
      "d'Été",
      'Ünïçödé',
      'ЁЖИК',
      'Ἀθήνα',
      'ｆｕｌｌ',
      'a\u00adb',
      '𝔘𝔫𝔦',
      '12-34-56',
      '+49',
      'x²',
    ],
  ];
  for (const text of texts) {
    const words = searchWords(text);
    expect(words.length, text).toBeGreaterThan(0);
    const wanted = words.map((word) => `'${word}':*`).join(' & ');
    const { rows } = await sql<{ readonly found: boolean }>`
      SELECT to_tsvector('simple', plain_words(${text})) @@ to_tsquery('simple', ${wanted}) AS found
    `.execute(central.db);
    expect(rows[0]?.found, `${text}: ${words.join(' ')}`).toBe(true);
  }
});

test('API-12 a product tells what it costs in that store, and its offer', async () => {
  const client = await reader();
  const of = async (store: string, sku: string) => {
    const { data } = await client.GET('/v1/products/{sku}', {
      params: { path: { sku }, query: { store } },
    });
    return required(data, sku);
  };
  const price = required(
    records.find((record) => record.kind === 'price' && record.store === secondStore),
    'a price of the second store',
  );
  if (price.kind !== 'price') throw new Error('not a price');
  const here = await of(flagship, price.sku);
  const there = await of(secondStore, price.sku);
  expect(there.price?.priceMinor).toBe(price.amountMinor);
  expect(here.price?.priceMinor).not.toBe(price.amountMinor);
  expect(here.price).toMatchObject({ currency: 'EUR', pricesIncludeTax: true });
  const custom = await of(flagship, 'AT-FRAGRANCE');
  expect(custom.price).toMatchObject({ priceMinor: 8_400, fromMinor: 6_000 });
});

test('API-13 variants and named allergens belong to a product', async () => {
  const client = await reader();
  const one = required(
    sold.find(({ variantOf }) => variantOf !== undefined),
    'a variant',
  );
  const { data } = await client.GET('/v1/products/{sku}', {
    params: { path: { sku: one.sku }, query: { store: flagship } },
  });
  const others = sold.filter(
    ({ variantOf, sku }) => variantOf === one.variantOf && sku !== one.sku,
  );
  expect(data?.variants).toEqual(others.map(({ sku }) => sku).sort());
  expect(data?.product).toEqual(one);
});

test('API-14 what is not there is told: store, product, component', async () => {
  const client = await reader();
  const code = async (store: string, sku: string) => {
    const { error, response } = await client.GET('/v1/products/{sku}', {
      params: { path: { sku }, query: { store } },
    });
    return [response.status, error?.code];
  };
  const component = required(
    products.find(({ type }) => type === 'component'),
    'a component',
  );
  expect(await code('nowhere', 'X')).toEqual([404, 'catalog.unavailable']);
  expect(await code(flagship, 'X')).toEqual([404, 'catalog.product_not_found']);
  expect(await code(flagship, component.sku)).toEqual([404, 'catalog.product_not_found']);
  const list = await client.GET('/v1/products', { params: { query: { store: 'nowhere' } } });
  expect(list.response.status).toBe(404);
  const wrong = await client.GET('/v1/products', {
    params: { query: { store: flagship, cursor: 'bm90aGluZw' } },
  });
  expect([wrong.response.status, wrong.error?.code]).toEqual([400, 'input.invalid']);
});

test('API-15 options of a product: its template, and what may be declared', async () => {
  const client = await reader();
  const { data } = await client.GET('/v1/products/{sku}/options', {
    params: { path: { sku: 'AT-FOUNDATION' }, query: { store: flagship } },
  });
  const template = records.find(
    (record) => record.kind === 'template' && record.id === 'foundation',
  );
  expect(data?.template).toEqual(template);
  const allergens = records.filter((record) => record.kind === 'allergen');
  expect(data?.allergens.map(({ id }) => id).sort()).toEqual(allergens.map(({ id }) => id).sort());
  expect(data?.allergens[0]?.thresholds[0]?.validFrom).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  const ready = required(
    sold.find(({ type }) => type === 'ready'),
    'a ready product',
  );
  const refused = await client.GET('/v1/products/{sku}/options', {
    params: { path: { sku: ready.sku }, query: { store: flagship } },
  });
  expect([refused.response.status, refused.error?.code]).toEqual([
    404,
    'catalog.template_not_found',
  ]);
});

test('API-10 a SKU with every sign that a SKU may have is found', async () => {
  const one = required(
    sold.find(({ type }) => type === 'ready'),
    'a ready product',
  );
  const odd: ProductRecord = { ...one, sku: 'A/b.c_d-9', gtins: [], variantOf: 'odd' };
  await publishCatalog(central, [...records, odd]);
  const client = await reader();
  const { data } = await client.GET('/v1/products/{sku}', {
    params: { path: { sku: odd.sku }, query: { store: flagship } },
  });
  expect(data).toMatchObject({ product: { sku: odd.sku }, price: null });
  expect(skus(await listed({ q: 'a/B.c' }))).toContain(odd.sku);
});
