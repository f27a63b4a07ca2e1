import { expect, test } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { productCard, productCards } from '#main/core/catalog/product-cards.ts';
import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { memoryCatalog } from '../../helpers/memory-catalog.ts';
import { openingTime, saleCatalog } from '../../helpers/sale-catalog.ts';

const autumn = Date.UTC(2026, 10, 25);
const spring = Date.UTC(2027, 3, 1);

function catalogOf(records: readonly CatalogRecord[]) {
  const catalog = memoryCatalog();
  catalog.publish(records);
  return catalog;
}

function productOf(catalog: CatalogReader, sku: string): ProductRecord {
  const product = catalog.product(1, sku);
  if (product === null) throw new Error(`there is no product ${sku}`);
  return product;
}

const demo = catalogOf(demoStoreFeed().records);
const demoCard = (sku: string, at: number) =>
  productCard({ catalog: demo, version: 1, at }, productOf(demo, sku));

test('PRC-101 an offer is on the card for as long as it runs', () => {
  const [theatreRed] = demoStoreFeed().records.filter(
    (record) => record.kind === 'product' && record.name.en.includes('Theatre Red'),
  );
  const sku = theatreRed?.kind === 'product' ? theatreRed.sku : '';
  expect(demoCard(sku, autumn)).toMatchObject({
    priceMinor: 2_490,
    offer: {
      regularMinor: 2_490,
      // 24.90 × 15 % is 3.735, rounded to 3.74.
      priceMinor: 2_116,
      promotions: [
        { promotion: 'lip-season', name: { en: expect.stringContaining('Lip season') } },
      ],
    },
  });
  expect(demoCard(sku, spring)).toEqual({ product: theatreRed, priceMinor: 2_490 });
});

test('PRC-102 "from" is the cheapest design, less what runs for it', () => {
  const from = (sku: string, at: number) => demoCard(sku, at).fromMinor;
  expect(from('AT-FRAGRANCE', autumn)).toBe(6_000);
  expect(from('AT-FOUNDATION', autumn)).toBe(4_600);
  expect(demoCard('AT-FOUNDATION', spring)).toMatchObject({
    priceMinor: 4_800,
    fromMinor: 4_000,
    offer: {
      regularMinor: 4_600,
      priceMinor: 4_000,
      promotions: [{ promotion: 'spring-blend' }],
    },
  });
});

test('PRC-102 the rules that hold at the moment decide: a threshold that begins makes a design dearer', () => {
  const begins = openingTime + 1_000;
  const [serum] = saleCatalog.filter((record) => record.kind === 'template');
  if (serum?.kind !== 'template') throw new Error('the sale catalog has no template');
  const catalog = catalogOf([
    ...saleCatalog.filter(({ kind }) => kind !== 'template' && kind !== 'rule'),
    {
      ...serum,
      groups: [
        {
          id: 'texture',
          name: { en: 'Texture' },
          type: 'single',
          required: true,
          options: [
            { id: 'rose', name: { en: 'Rose' }, ingredients: [{ ingredient: 'oil', ppm: 1_000 }] },
            {
              id: 'plain',
              name: { en: 'Plain' },
              price: { kind: 'flat', amountMinor: 250 },
            },
          ],
        },
      ],
    },
    {
      kind: 'ingredient',
      id: 'oil',
      inciName: 'Oil',
      synonyms: [],
      allergens: [{ allergen: 'linalool', ppm: 1_000_000 }],
    },
    {
      kind: 'allergen',
      id: 'linalool',
      labelName: 'Linalool',
      casNumbers: [],
      thresholds: [
        {
          jurisdiction: 'EU',
          leaveOnPpm: 10_000,
          rinseOffPpm: 10_000,
          source: 'test',
          validFrom: 0,
          validTo: begins,
        },
        {
          jurisdiction: 'EU',
          leaveOnPpm: 10,
          rinseOffPpm: 10,
          source: 'test',
          validFrom: begins,
        },
      ],
    },
    {
      kind: 'rule',
      id: 'unlabelled',
      template: 'serum',
      action: { kind: 'forbid', that: { kind: 'allergen', allergen: 'linalool' } },
      message: { en: 'Too much linalool.' },
    },
  ]);
  const from = (at: number) =>
    productCard({ catalog, version: 1, at }, productOf(catalog, 'SERUM')).fromMinor;
  expect([from(begins - 1), from(begins), from(begins - 1)]).toEqual([3_000, 3_250, 3_000]);
});

test('PRC-102 without a valid design there is a base price and no "from"', () => {
  const catalog = catalogOf([
    ...saleCatalog,
    {
      kind: 'rule',
      id: 'nothing-goes',
      template: 'serum',
      action: { kind: 'forbid' },
      message: { en: 'Not made any more.' },
    },
  ]);
  const product = productOf(catalog, 'SERUM');
  expect(productCard({ catalog, version: 1, at: openingTime }, product)).toEqual({
    product,
    priceMinor: 3_000,
  });
});

test('PRC-101 without a store nothing has a price', () => {
  const catalog = catalogOf(saleCatalog.filter(({ kind }) => kind !== 'store'));
  const product = productOf(catalog, 'LIPSTICK');
  expect(productCard({ catalog, version: 1, at: openingTime }, product)).toEqual({
    product,
    priceMinor: null,
  });
});

test('PRC-101 the cards of one answer are gathered together, not one by one', () => {
  const asked: string[] = [];
  const counting = new Proxy<CatalogReader>(demo, {
    get(target, name, receiver) {
      asked.push(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
  const products = demoStoreFeed().records.filter(
    (record) => record.kind === 'product' && record.type === 'ready',
  );
  const ready = products.flatMap((record) => (record.kind === 'product' ? record : []));
  const cards = productCards({ catalog: counting, version: 1, at: autumn }, ready);
  expect(cards.length).toBeGreaterThan(50);
  expect(asked.sort()).toEqual(['prices', 'pricingCatalog']);
});
