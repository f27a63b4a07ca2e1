import { describe, expect, test } from 'vitest';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { actual, readCase } from './spec-case.ts';
import { specTables } from './spec-tables.ts';

const caseTables = specTables.filter(({ heading }) => heading.startsWith('Cases: '));

/** The rules that each table works through, besides the order of the steps. */
const rulesByHeading: ReadonlyMap<string, string> = new Map([
  ['Cases: unit price', 'PRC-8, PRC-10, PRC-11, PRC-20 to PRC-24, PRC-30, PRC-31'],
  ['Cases: line promotions', 'PRC-40 to PRC-49, PRC-53 to PRC-55'],
  ['Cases: basket promotions', 'PRC-40 to PRC-57'],
  ['Cases: coupons', 'PRC-60 to PRC-64'],
  ['Cases: tax', 'PRC-70 to PRC-77'],
  ['Cases: cash', 'PRC-90'],
]);

for (const { heading, rows } of caseTables) {
  describe(`PRC-1, ${rulesByHeading.get(heading)}, worked by hand, ${heading}`, () => {
    test.each(rows.map(readCase))('$title', ({ basket, catalog, expected }) => {
      const priced = priceBasket(basket, catalog);
      const found = [...expected.keys()].map((key) => [key, actual(key, priced)]);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    });
  });
}

test('PRC-1 the specification holds at least 60 worked cases, each explained', () => {
  const rows = caseTables.flatMap((table) => table.rows);
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(rows.filter((row) => row.get('how') === '')).toEqual([]);
  expect(new Set(rows.map((row) => row.get('#'))).size).toBe(rows.length);
});
