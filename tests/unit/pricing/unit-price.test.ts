import { expect, test } from 'vitest';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import { effectivePrices } from '#shared/domain/pricing/effective-price.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { specCatalog } from './spec-world.ts';

const { store, ...rest } = specCatalog('berlin', []);
const price = (changes: Partial<PriceRecord>): PriceRecord => ({
  kind: 'price',
  sku: 'lip',
  currency: 'EUR',
  amountMinor: 100,
  validFrom: 0,
  ...changes,
});

test('PRC-10 takes the price in the currency of the store that began last', () => {
  const prices = [
    price({ amountMinor: 300, validFrom: 20 }),
    price({ amountMinor: 200, validFrom: 10 }),
    price({ amountMinor: 400, validFrom: 30 }),
    price({ amountMinor: 1, validFrom: 25, currency: 'USD' }),
    price({ amountMinor: 2, validFrom: 26, validTo: 28 }),
    price({ amountMinor: 3, validFrom: 27, store: 'wien' }),
  ];
  expect(effectivePrices(prices, store, 29)).toEqual({ chainMinor: 300, storeMinor: null });
  expect(effectivePrices(prices, store, 27)).toEqual({ chainMinor: 2, storeMinor: null });
  expect(effectivePrices(prices, store, 30)).toEqual({ chainMinor: 400, storeMinor: null });
  expect(effectivePrices([], store, 30)).toEqual({ chainMinor: null, storeMinor: null });
});

test('PRC-11 a price of the store alone is told apart from the chain’s', () => {
  const own = price({ store: 'berlin', amountMinor: 90 });
  expect(effectivePrices([own], store, 5)).toEqual({ chainMinor: null, storeMinor: 90 });
});

test('PRC-32 a unit beyond the largest price is not for sale', () => {
  const catalog: PricingCatalog = {
    ...rest,
    store,
    prices: new Map([['mix', [price({ sku: 'mix', amountMinor: 1_000_000_000 })]]]),
  };
  const basketWith = (selections: Readonly<Record<string, string>>) => ({
    lines: [{ lineId: 'a', sku: 'mix', quantity: 999, design: { template: 'mix', selections } }],
    coupons: [],
    at: 0,
  });
  const atBound = priceBasket(basketWith({}), catalog);
  expect(atBound.ok && atBound.value.totalMinor).toBe(999_000_000_000);
  const beyond = priceBasket(basketWith({ base: 'rose' }), catalog);
  expect(beyond).toMatchObject({ ok: false, error: { code: 'pricing.not_for_sale' } });
});

test('PRC-8, PRC-24 faults name the SKU and the line', () => {
  const catalog = { ...rest, store };
  const at = Date.parse('2025-03-15');
  const ghost = priceBasket(
    { lines: [{ lineId: 'x1', sku: 'ghost', quantity: 1 }], coupons: [], at },
    catalog,
  );
  expect(ghost).toEqual({
    ok: false,
    error: {
      code: 'pricing.not_for_sale',
      message: 'ghost is not in the catalog',
      details: { lineId: 'x1', sku: 'ghost' },
    },
  });
  const design = { template: 'other', selections: {} };
  const strange = priceBasket(
    { lines: [{ lineId: 'x2', sku: 'mix', quantity: 1, design }], coupons: [], at },
    catalog,
  );
  expect(strange).toEqual({
    ok: false,
    error: {
      code: 'design.malformed',
      message: 'line x2: mix is designed from mix, not other',
      details: { lineId: 'x2', sku: 'mix' },
    },
  });
});

test('PRC-8 a custom product without its template is not for sale', () => {
  const design = { template: 'mix', selections: {} };
  const basket = { lines: [{ lineId: 'a', sku: 'mix', quantity: 1, design }], coupons: [], at: 0 };
  const priced = priceBasket(basket, { ...rest, store, templates: new Map() });
  expect(priced).toMatchObject({ ok: false, error: { code: 'pricing.not_for_sale' } });
});
