import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { saleCatalog } from '../../helpers/sale-catalog.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from './sale-fixture.ts';
import {
  openStore,
  price,
  product,
  publishDelta,
  publishFull,
  rawDb,
  testShop,
  testTime,
} from './store-fixture.ts';

const hamburg: CatalogRecord = { ...testShop, id: 'hamburg' };

describe('the store of a device', () => {
  test('STO-21 the only one, without being told', () => {
    const store = openStore();
    publishFull(store.catalogWriter(), [testShop]);
    expect(store.catalog.store(1)?.id).toBe('berlin');
  });

  test('STO-21 of several, the one that was told, also at the next start', () => {
    const file = join(tempFolder(), 'kiosk.db');
    const told = openStore(file, { storeId: 'hamburg' });
    publishFull(told.catalogWriter(), [testShop, hamburg]);
    expect(told.catalog.store(1)?.id).toBe('hamburg');
    told.close();
    expect(openStore(file).catalog.store(1)?.id).toBe('hamburg');
  });

  test('STO-21 of several and none told, none: nothing can be priced', () => {
    const store = openStore();
    publishFull(store.catalogWriter(), [testShop, hamburg, product('A', 'A'), price('A', 100)]);
    expect(store.catalog.store(1)).toBeNull();
    expect(store.catalog.priceMinor(1, 'A', testTime)).toBeNull();
    expect(store.catalog.pricingCatalog(1, ['A'])).toBeNull();
  });
});

test('prices: own before chain, effective dates, currency, and no neighbor with a longer SKU', () => {
  const store = openStore();
  publishFull(store.catalogWriter(), [
    testShop,
    price('A', 1000),
    price('A', 1100, { validFrom: 500 }),
    price('A', 900, { store: 'berlin', validFrom: 200, validTo: 300 }),
    price('A', 1, { store: 'elsewhere', validFrom: 100 }),
    price('A', 2, { currency: 'USD', validFrom: 100 }),
    price('A-2', 3, { validFrom: 100 }),
  ]);
  const at = (time: number) => store.catalog.priceMinor(1, 'A', time);
  expect([at(0), at(199), at(200), at(299), at(300), at(500)]).toEqual([
    1000, 1000, 900, 900, 1000, 1100,
  ]);
  expect(store.catalog.priceMinor(1, 'UNKNOWN', 0)).toBeNull();
});

test('STO-65 stock is the last count and what moved since', () => {
  const store = openStore();
  const count = (quantity: number, countedAt: number): CatalogRecord => ({
    kind: 'stock',
    sku: 'LIPSTICK',
    store: 'berlin',
    quantity,
    countedAt,
  });
  const writer = store.catalogWriter();
  publishFull(writer, [testShop, product('LIPSTICK', 'Lipstick'), count(10, testTime)]);
  for (const [n, soldAt] of [testTime, testTime + 1, testTime + 2].entries()) {
    const sale = numberedSale(n, { soldAt });
    expect(store.sales.commit(sale.ids, sale.finish).ok).toBe(true);
  }
  expect(store.catalog.stock(1, 'LIPSTICK')).toBe(6);
  publishDelta(writer, [count(20, testTime + 1)]);
  expect(store.catalog.stock(2, 'LIPSTICK')).toBe(18);
  expect(store.catalog.stock(2, 'UNKNOWN')).toBeNull();
});

test('STO-50 UIX-76 a barcode is searched for in the digits of any keyboard', () => {
  const store = openStore();
  publishFull(store.catalogWriter(), [product('EAN13', 'A', { gtins: ['4006381333931'] })]);
  for (const text of [
    '4006381333931',
    '٤٠٠٦٣٨١٣٣٣٩٣١',
    '۴۰۰۶۳۸۱۳۳۳۹۳۱',
    '４００６３８１３３３９３１',
  ]) {
    const { products } = store.catalog.search(1, { text, offset: 0, limit: 5 });
    expect(products.map(({ sku }) => sku)).toEqual(['EAN13']);
  }
});

test('STO-50 a barcode in any of its forms finds its product', () => {
  const store = openStore();
  publishFull(store.catalogWriter(), [
    product('EAN13', 'A', { gtins: ['4006381333931'] }),
    product('UPCA', 'B', { gtins: ['036000291452'] }),
    product('EAN8', 'C', { gtins: ['96385074'] }),
    product('CASE', 'D', { gtins: ['14006381333938'] }),
  ]);
  const sku = (gtin14: string) => store.catalog.productByGtin(1, gtin14)?.sku;
  expect([
    sku('04006381333931'),
    sku('00036000291452'),
    sku('00000096385074'),
    sku('14006381333938'),
    sku('04006381333932'),
  ]).toEqual(['EAN13', 'UPCA', 'EAN8', 'CASE', undefined]);
  const typed = (text: string) =>
    store.catalog.search(1, { text, offset: 0, limit: 5 }).products.map((found) => found.sku);
  expect([typed('4006381333931'), typed('036000291452'), typed('9638 5074')]).toEqual([
    ['EAN13'],
    ['UPCA'],
    ['EAN8'],
  ]);
});

test('variants come in shade order as people count', () => {
  const store = openStore();
  const shade = (code: string) => ({ variantOf: 'F1', shade: { code, hex: '#c68863' } });
  publishFull(store.catalogWriter(), [
    product('V1', 'Foundation', shade('110N')),
    product('V2', 'Foundation', shade('20W')),
    product('V3', 'Foundation', shade('20C')),
    product('OTHER', 'Foundation', { ...shade('1'), variantOf: 'F2' }),
  ]);
  expect(store.catalog.variants(1, 'F1').map(({ sku }) => sku)).toEqual(['V3', 'V2', 'V1']);
});

test('a template comes with its rules, its ingredients and the allergens', () => {
  const store = openStore();
  publishFull(store.catalogWriter(), [
    ...saleCatalog,
    { kind: 'ingredient', id: 'unused', inciName: 'Unused', synonyms: [], allergens: [] },
  ]);
  const source = store.catalog.template(1, 'serum');
  expect(source?.rules.map(({ id }) => id)).toEqual([
    'no-declared-allergen',
    'no-niacinamide-with-c',
  ]);
  expect(source?.ingredients.map(({ id }) => id)).toEqual(['rose']);
  expect(source?.allergens.map(({ id }) => id)).toEqual(['citral']);
  expect(store.catalog.template(1, 'unknown')).toBeNull();
  expect(store.catalog.customProducts(1).map(({ sku }) => sku)).toEqual(['SERUM']);
});

test('the catalog for a quote holds what the basket needs', () => {
  const store = openStore();
  publishFull(store.catalogWriter(), saleCatalog);
  const catalog = store.catalog.pricingCatalog(1, ['SERUM', 'LIPSTICK', 'SERUM', 'UNKNOWN']);
  expect([...(catalog?.products.keys() ?? [])]).toEqual(['SERUM', 'LIPSTICK']);
  expect(catalog?.prices.get('LIPSTICK')).toEqual([price('LIPSTICK', 1992)]);
  expect([...(catalog?.templates.keys() ?? [])]).toEqual(['serum']);
  expect([...(catalog?.taxClasses.keys() ?? [])]).toEqual(['standard']);
  expect(catalog?.promotions.map(({ id }) => id)).toEqual(['all-off', 'from-hundred', 'ten-off']);
});

test('STO-68 a record that is not what was stored is refused, not passed on', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  publishFull(store.catalogWriter(), [product('A', 'A')]);
  const db = rawDb(file);
  db.run(`UPDATE catalog_records SET doc = '{"kind":"product","sku":"A"}' WHERE key = 'A'`);
  expect(() => store.catalog.product(1, 'A')).toThrow(/stored product record/);
});
