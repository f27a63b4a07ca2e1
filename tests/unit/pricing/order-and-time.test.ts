import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { required } from '#shared/lib/assert.ts';
import { arbitrarySale } from './arbitrary-sale.ts';
import { specPromotions } from './spec-promotions.ts';
import { specCatalog } from './spec-world.ts';

const runs = { seed: 20_250_316, numRuns: 500 };

test('PRC-2 the order of the lines changes neither totals nor lines', () => {
  const reordered = arbitrarySale.chain((sale) =>
    fc.record({
      sale: fc.constant(sale),
      lines: fc.shuffledSubarray(sale.basket.lines, { minLength: sale.basket.lines.length }),
    }),
  );
  fc.assert(
    fc.property(reordered, ({ sale: { basket, catalog }, lines }) => {
      const before = priceBasket(basket, catalog);
      const after = priceBasket({ ...basket, lines }, catalog);
      if (!before.ok || !after.ok) throw new Error('both are for sale');
      const { lines: linesBefore, ...totalsBefore } = before.value;
      const { lines: linesAfter, ...totalsAfter } = after.value;
      expect(totalsAfter).toEqual(totalsBefore);
      expect(linesAfter.map((line) => line.lineId)).toEqual(lines.map((line) => line.lineId));
      for (const line of linesAfter) {
        expect(line).toEqual(linesBefore.find((each) => each.lineId === line.lineId));
      }
    }),
    runs,
  );
});

test('PRC-2 lines that share an id are told apart by content', () => {
  const hundred = required(specPromotions.get('hundred'), 'hundred');
  const action = { kind: 'amountOff', match: {}, amountMinor: 101, per: 'sale' } as const;
  const catalog = specCatalog('berlin', [{ ...hundred, action }]);
  const lines = ['water', 'fair'].map((option) => ({
    lineId: 'same',
    sku: 'mix',
    quantity: 1,
    design: {
      template: 'mix',
      selections: { [option === 'fair' ? 'shade' : 'base']: option },
    },
  }));
  const basket = { coupons: [], at: Date.parse('2025-03-15') };
  const forth = priceBasket({ ...basket, lines }, catalog);
  const back = priceBasket({ ...basket, lines: lines.toReversed() }, catalog);
  if (!forth.ok || !back.ok) throw new Error('both are for sale');
  expect(forth.value.lines.map((line) => line.discountMinor)).toEqual([51, 50]);
  expect(back.value.lines.toReversed()).toEqual(forth.value.lines);
});

/** The catalog as it would be read again from storage: equal, but not the same objects. */
function readAgain(catalog: PricingCatalog): PricingCatalog {
  return structuredClone(catalog);
}

test('PRC-7 the stored basket and the catalog read again give the identical quote', () => {
  fc.assert(
    fc.property(arbitrarySale, ({ basket, catalog }) => {
      const first = JSON.stringify(priceBasket(basket, catalog));
      expect(JSON.stringify(priceBasket(basket, catalog))).toBe(first);
      const stored: Basket = JSON.parse(JSON.stringify(basket));
      expect(JSON.stringify(priceBasket(stored, readAgain(catalog)))).toBe(first);
    }),
    runs,
  );
});

test('PRC-7 neither basket nor catalog is changed by pricing', () => {
  fc.assert(
    fc.property(arbitrarySale, ({ basket, catalog }) => {
      const before = structuredClone({ basket, catalog });
      priceBasket(basket, catalog);
      expect({ basket, catalog }).toEqual(before);
    }),
    { ...runs, numRuns: 200 },
  );
});

test('PRC-7 the order of the catalog changes nothing', () => {
  fc.assert(
    fc.property(arbitrarySale, ({ basket, catalog }) => {
      const turned: PricingCatalog = {
        ...catalog,
        promotions: catalog.promotions.toReversed(),
        prices: new Map([...catalog.prices].map(([sku, prices]) => [sku, prices.toReversed()])),
      };
      expect(priceBasket(basket, turned)).toEqual(priceBasket(basket, catalog));
    }),
    { ...runs, numRuns: 300 },
  );
});
