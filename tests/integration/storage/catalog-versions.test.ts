import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  openStore,
  price,
  product,
  publishDelta,
  publishFull,
  rawDb,
  staged,
  testShop,
} from './store-fixture.ts';

const lipstick = product('LIP', 'Lipstick', { gtins: ['4006381333931'] });
const polish = product('POL', 'Nail polish');
const first: readonly CatalogRecord[] = [testShop, lipstick, polish, price('LIP', 1992)];

function found(catalog: CatalogReader, version: number, text = ''): readonly string[] {
  return catalog.search(version, { text, offset: 0, limit: 50 }).products.map(({ sku }) => sku);
}

test('STO-30 every published version stays as it was published', () => {
  const store = openStore();
  const writer = store.catalogWriter();
  expect(store.catalog.currentVersion()).toBe(0);
  expect(publishFull(writer, first)).toBe(1);
  const dearer = price('LIP', 2500);
  expect(publishFull(writer, [testShop, { ...lipstick, name: { en: 'Lip color' } }, dearer])).toBe(
    2,
  );

  const { catalog } = store;
  expect(catalog.currentVersion()).toBe(2);
  expect(catalog.product(1, 'LIP')?.name.en).toBe('Lipstick');
  expect(catalog.product(2, 'LIP')?.name.en).toBe('Lip color');
  expect([catalog.product(1, 'POL')?.sku, catalog.product(2, 'POL')]).toEqual(['POL', null]);
  expect([catalog.priceMinor(1, 'LIP', 0), catalog.priceMinor(2, 'LIP', 0)]).toEqual([1992, 2500]);
  expect(catalog.productByGtin(1, '04006381333931')?.name.en).toBe('Lipstick');
  expect(catalog.productByGtin(2, '04006381333931')?.name.en).toBe('Lip color');
  expect([found(catalog, 1, 'lipstick'), found(catalog, 2, 'lipstick')]).toEqual([['LIP'], []]);
  expect(catalog.pricingCatalog(1, ['LIP'])?.prices.get('LIP')).toEqual([price('LIP', 1992)]);
  expect(catalog.pricingCatalog(3, ['LIP'])).toBeNull();
});

describe('an import', () => {
  test('STO-31 is seen by nobody until it is published, then whole', () => {
    const store = openStore();
    const writer = store.catalogWriter();
    publishFull(writer, first);
    writer.begin();
    writer.stage([staged({ ...lipstick, name: { en: 'Changed' } }), staged(product('NEW', 'New'))]);
    writer.removeUnstaged(['product', 'price']);
    const { catalog } = store;
    expect(catalog.currentVersion()).toBe(1);
    expect(catalog.product(1, 'LIP')?.name.en).toBe('Lipstick');
    expect(catalog.priceMinor(1, 'LIP', 0)).toBe(1992);
    expect([...found(catalog, 1)].sort()).toEqual(['LIP', 'POL']);

    expect(writer.publish('test')).toMatchObject({
      version: 2,
      added: 1,
      changed: 1,
      removed: 2,
      unchanged: 0,
    });
    expect([...found(catalog, 2)].sort()).toEqual(['LIP', 'NEW']);
    expect(catalog.priceMinor(2, 'LIP', 0)).toBeNull();
    expect(store.check()).toEqual([]);
  });

  test('STO-32 upserts by key, and the later of two records with one key counts', () => {
    const store = openStore();
    const writer = store.catalogWriter();
    const twice = [product('A', 'Old name'), product('A', 'New name', { gtins: ['96385074'] })];
    expect(publishDelta(writer, twice)).toBe(1);
    expect(store.catalog.product(1, 'A')?.name.en).toBe('New name');
    expect([found(store.catalog, 1, 'old'), found(store.catalog, 1, 'new')]).toEqual([[], ['A']]);

    writer.begin();
    writer.stage([staged(product('A', 'Newer')), staged(product('A', 'Newest'))]);
    expect(writer.publish('test')).toMatchObject({ added: 0, changed: 1 });
    expect(store.catalog.product(2, 'A')?.name.en).toBe('Newest');
    expect(store.check()).toEqual([]);
  });

  test('STO-33 removal ends records of the named kinds alone', () => {
    const store = openStore();
    const writer = store.catalogWriter();
    publishFull(writer, first);
    writer.begin();
    writer.stage([staged(lipstick)]);
    writer.removeUnstaged(['product']);
    expect(writer.publish('test')).toMatchObject({ version: 2, removed: 1, unchanged: 1 });
    expect(store.catalog.product(2, 'POL')).toBeNull();
    expect(store.catalog.priceMinor(2, 'LIP', 0)).toBe(1992);
    expect(store.catalog.store(2)?.id).toBe('berlin');
  });

  test('STO-34 the same catalog again is the same version', () => {
    const store = openStore();
    const writer = store.catalogWriter();
    publishFull(writer, first);
    writer.begin();
    writer.stage(first.map(staged));
    writer.removeUnstaged(['store', 'product', 'price']);
    const again = writer.publish('test');
    expect(again).toMatchObject({ version: 1, added: 0, changed: 0, removed: 0, unchanged: 4 });
    expect(again.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(publishFull(writer, [...first, price('POL', 999)])).toBe(2);
  });

  test('STO-35 equal catalogs have equal hashes, whatever their history', () => {
    const records = [testShop, lipstick, polish, price('LIP', 1), price('POL', 2)];
    const hashes = [[records], [first, records], [records.slice(0, 2), first, records]].map(
      (history) => {
        const writer = openStore().catalogWriter();
        for (const catalog of history.slice(0, -1)) publishFull(writer, catalog);
        writer.begin();
        writer.stage([...(history.at(-1) ?? [])].reverse().map(staged));
        writer.removeUnstaged(['product', 'price']);
        return writer.publish('test').contentHash;
      },
    );
    expect(new Set(hashes).size).toBe(1);
  });

  test('STO-36 what was abandoned leaves no trace', () => {
    const file = join(tempFolder(), 'kiosk.db');
    const store = openStore(file);
    const writer = store.catalogWriter();
    publishFull(writer, first);
    const before = rowCounts(file);
    writer.begin();
    writer.stage([staged(product('NEW', 'New', { gtins: ['96385074'] }))]);
    writer.removeUnstaged(['product', 'price', 'store']);
    writer.abandon();
    expect(rowCounts(file)).toEqual(before);
    expect(store.check()).toEqual([]);
    expect([...found(store.catalog, 1)].sort()).toEqual(['LIP', 'POL']);
  });

  test('STO-36 what was cut off is cleared away when the next import begins', () => {
    const file = join(tempFolder(), 'kiosk.db');
    const store = openStore(file);
    const writer = store.catalogWriter();
    publishFull(writer, first);
    const killed = store.catalogWriter();
    killed.begin();
    killed.stage(Array.from({ length: 3_000 }, (_, n) => staged(product(`X${n}`, `Half ${n}`))));
    killed.removeUnstaged(['product']);
    expect(found(store.catalog, 1, 'half')).toEqual([]);

    expect(publishDelta(store.catalogWriter(), [price('POL', 999)])).toBe(2);
    expect([...found(store.catalog, 2)].sort()).toEqual(['LIP', 'POL']);
    expect(rowCounts(file).catalog_records).toBe(5);
    expect(rowCounts(file).catalog_search).toBe(2);
    expect(store.check()).toEqual([]);
  });

  test('STO-37 a second import takes over, and the first one fails and changes nothing', () => {
    const store = openStore();
    const slow = store.catalogWriter();
    slow.begin();
    slow.stage([staged(lipstick)]);
    const quick = store.catalogWriter();
    expect(publishDelta(quick, [testShop, polish])).toBe(1);
    expect(() => slow.publish('test')).toThrow(/no other import has begun/);
    quick.begin();
    quick.stage([staged(product('MORE', 'More'))]);
    slow.abandon();
    expect(quick.publish('test')).toMatchObject({ version: 2, added: 1 });
    expect(found(store.catalog, 1)).toEqual(['POL']);
    expect(found(store.catalog, 2)).toEqual(['MORE', 'POL']);
    expect(store.check()).toEqual([]);
  });
});

test('STO-51 products that ended before the version before are no longer found', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  const writer = store.catalogWriter();
  publishFull(writer, [lipstick, polish]);
  publishFull(writer, [lipstick]);
  publishFull(writer, [lipstick, product('C', 'Cream')]);
  // Pruning happens at the beginning of the next import.
  publishFull(writer, [lipstick]);
  expect(found(store.catalog, 3)).toEqual(['C', 'LIP']);
  expect(found(store.catalog, 1)).toEqual(['LIP']);
  expect(store.catalog.product(1, 'POL')?.sku).toBe('POL');
  expect(rowCounts(file).catalog_search).toBe(2);
  expect(store.check()).toEqual([]);
});

test('STO-30 STO-32 STO-33 any history of full imports reads as a plain map would', () => {
  const skus = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const catalogs = fc.array(fc.dictionary(skus, fc.constantFrom('Rose', 'Plum'), { maxKeys: 5 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(catalogs, (history) => {
      const store = openStore();
      const writer = store.catalogWriter();
      for (const names of history) {
        const version = publishFull(
          writer,
          Object.entries(names).map(([sku, name]) => product(sku, name)),
        );
        const stored = found(store.catalog, version).map((sku) => [
          sku,
          store.catalog.product(version, sku)?.name.en,
        ]);
        expect(Object.fromEntries(stored)).toEqual({ ...names });
      }
      expect(store.check()).toEqual([]);
    }),
    { seed: 20_261, numRuns: 25 },
  );
});

function rowCounts(file: string): Readonly<Record<string, number>> {
  const db = rawDb(file);
  return Object.fromEntries(
    ['catalog_records', 'catalog_products', 'catalog_gtins', 'catalog_search'].map((table) => [
      table,
      db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0,
    ]),
  );
}
