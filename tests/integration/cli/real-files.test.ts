import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { runCli } from '../../helpers/cli.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

interface Hit {
  readonly sku: string;
  readonly name: string;
  readonly priceMinor: number | null;
}

function importReal(db: string, name: string) {
  const mapping = fileURLToPath(new URL(`../../fixtures/mappings/${name}.json`, import.meta.url));
  const args = ['import', realDataFile(`${name}.csv`), '--mapping', mapping, '--db', db, '--json'];
  const { status, stdout } = runCli(args);
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

function everyProduct(db: string): readonly Hit[] {
  const { status, stdout } = runCli(['search', '', '--limit', '20000', '--db', db, '--json']);
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

function rowsOf(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(realDataFile(`${name}.csv`)), { columns: true, bom: true });
}

/** The decimal text itself, without a number in between. */
function centsOf(price: string): number {
  const [whole = '', cents = ''] = price.split('.');
  return Number(whole + cents.padEnd(2, '0'));
}

const unchanged = { version: 1, added: 0, changed: 0, removed: 0 };

test('CLI-22 foundation-shades.csv: 6,816 shades, and the second time nothing', (context) => {
  needRealData(context);
  const db = join(tempFolder(), 'kiosk.db');
  expect(importReal(db, 'foundation-shades')).toMatchObject({ version: 1, rejected: [] });
  expect(everyProduct(db)).toHaveLength(6_816);
  expect(importReal(db, 'foundation-shades')).toMatchObject(unchanged);
});

test('CLI-22 beauty-products.csv: 2,752 products at their prices, and the second time nothing', (context) => {
  needRealData(context);
  const db = join(tempFolder(), 'kiosk.db');
  expect(importReal(db, 'beauty-products')).toMatchObject({ version: 1, rejected: [] });
  const rows = rowsOf('beauty-products');
  const found = everyProduct(db);
  expect(found).toHaveLength(2_752);
  const prices = new Map(found.map(({ sku, priceMinor }) => [sku, priceMinor]));
  const wrong = rows.filter(
    (row) => prices.get(row.product_id ?? '') !== centsOf(row.price_usd ?? ''),
  );
  expect(wrong).toEqual([]);
  const expectedSum = rows.reduce((sum, row) => sum + centsOf(row.price_usd ?? ''), 0);
  expect(found.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0)).toBe(expectedSum);
  expect(importReal(db, 'beauty-products')).toMatchObject(unchanged);
  expect(runCli(['check', '--db', db]).status).toBe(0);
});

test('CLI-20 CLI-22 ingredient-lists.csv: 200 products, two prices rejected with their reasons', (context) => {
  needRealData(context);
  const db = join(tempFolder(), 'kiosk.db');
  const { rejected } = importReal(db, 'ingredient-lists');
  expect(rejected).toMatchObject([
    { line: 62, kind: 'price', field: 'amountMinor', reason: expect.stringContaining('"') },
    { line: 140, kind: 'price', field: 'amountMinor', reason: expect.stringContaining('"') },
  ]);
  const found = everyProduct(db);
  expect(found).toHaveLength(200);
  expect(found.filter(({ priceMinor }) => priceMinor !== null)).toHaveLength(198);
  expect(importReal(db, 'ingredient-lists')).toMatchObject(unchanged);
});
