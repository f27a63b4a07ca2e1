import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { fileSource } from '#main/hosts/worker/file-source.ts';
import type { ImportReport } from '#shared/domain/catalog-feed/import-report.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { type ImportWorld, openImportWorld } from './import-world.ts';

function world(): ImportWorld {
  const opened = openImportWorld(tempFolder());
  onTestFinished(() => opened.close());
  return opened;
}

function importReal({ imported }: ImportWorld, name: string): Promise<ImportReport> {
  const mapping = fileURLToPath(new URL(`../../fixtures/mappings/${name}.json`, import.meta.url));
  return imported('', {
    source: fileSource(realDataFile(`${name}.csv`)),
    mapping: { name: mapping, text: readFileSync(mapping, 'utf8') },
  });
}

function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(realDataFile(`${name}.csv`)), { columns: true, bom: true });
}

test('CAT-10 all 6,816 foundation shades import, each with its color', async (context) => {
  needRealData(context);
  const opened = world();
  const report = await importReal(opened, 'foundation-shades');
  expect(report).toMatchObject({ read: 6_817, added: 6_817, rejected: [], notes: [] });
  const rows = rowsOf('foundation-shades');
  expect(rows).toHaveLength(6_816);
  for (const [index, row] of rows.entries()) {
    const sku = `shade-${String(index + 1).padStart(5, '0')}`;
    expect(opened.store.catalog.product(1, sku)).toMatchObject({
      brand: row.brand,
      shade: { hex: row.hex },
    });
  }
  const [first] = rows;
  const family = `${first?.brand}: ${first?.product}`;
  const siblings = rows.filter(
    (row) => row.brand === first?.brand && row.product === first?.product,
  );
  expect(opened.store.catalog.variants(1, family)).toHaveLength(siblings.length);
  expect(await importReal(opened, 'foundation-shades')).toMatchObject({
    version: 1,
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 6_817,
  });
});

test('CAT-15 all 2,752 products import with the right price in cents', async (context) => {
  needRealData(context);
  const opened = world();
  const report = await importReal(opened, 'beauty-products');
  expect(report).toMatchObject({ added: 2_752 * 2 + 2, rejected: [], notes: [] });
  for (const row of rowsOf('beauty-products')) {
    // The decimal text itself, without a number in between.
    const [whole = '', cents = ''] = (row.price_usd ?? '').split('.');
    const expected = Number(whole + cents.padEnd(2, '0'));
    expect(opened.store.catalog.priceMinor(1, row.product_id ?? '', 1)).toBe(expected);
  }
  expect(await importReal(opened, 'beauty-products')).toMatchObject({ version: 1, added: 0 });
});

test('CAT-18 all 200 ingredient lists import; two prices that are none are rejected', async (context) => {
  needRealData(context);
  const opened = world();
  const report = await importReal(opened, 'ingredient-lists');
  expect(report.rejected.map(({ line, kind, field }) => [line, kind, field])).toEqual([
    [62, 'price', 'amountMinor'],
    [140, 'price', 'amountMinor'],
  ]);
  expect(report.added).toBe(200 + 198 + 2);
  for (let row = 1; row <= 200; row += 1) {
    const product = opened.store.catalog.product(1, `list-${String(row).padStart(3, '0')}`);
    expect(product?.inci?.length, product?.name.en).toBeGreaterThan(0);
  }
  expect(report.notes.map(({ line }) => line)).toEqual([46, 71, 147]);
  expect(opened.store.check()).toEqual([]);
});
