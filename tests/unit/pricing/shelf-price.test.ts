import { expect, test } from 'vitest';
import type { BasketLine } from '#shared/domain/pricing/basket.ts';
import { priceAlone } from '#shared/domain/pricing/price-alone.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { shelfPrice } from '#shared/domain/pricing/shelf-price.ts';
import { specPromotions } from './spec-promotions.ts';
import { specCatalog } from './spec-world.ts';

const at = Date.parse('2025-03-15');

function catalogOf(store: string, ...promotions: string[]) {
  return specCatalog(
    store,
    promotions.map((id) => {
      const record = specPromotions.get(id);
      if (record === undefined) throw new Error(`the specification has no promotion ${id}`);
      return record;
    }),
  );
}

/** Regular price, price and promotions; a design adds `optionsMinor`. */
function shelf(sku: string, store: string, promotions: string[], optionsMinor: number | null = 0) {
  const catalog = catalogOf(store, ...promotions);
  const product = catalog.products.get(sku);
  if (product === undefined) throw new Error(`the specification has no product ${sku}`);
  const price = shelfPrice(product, at, catalog, () => optionsMinor);
  if (price === null) return null;
  return [price.regularMinor, price.priceMinor, ...price.promotions.map((each) => each.promotion)];
}

test('PRC-101 one piece after the line promotions, with those that took something off', () => {
  expect(shelf('lip', 'berlin', [])).toEqual([2000, 2000]);
  expect(shelf('lip', 'berlin', ['lips10', 'noir15'])).toEqual([2000, 1800, 'lips10']);
  expect(shelf('mascara', 'berlin', ['noir15', 'half'])).toEqual([1250, 437, 'noir15', 'half']);
  expect(shelf('sample', 'berlin', ['half'])).toEqual([0, 0]);
});

test('PRC-101 the store’s own price, and prices without tax as the shelf tells them', () => {
  expect(shelf('serum', 'wien', ['serum500'])).toEqual([4500, 4000, 'serum500']);
  expect(shelf('lip', 'denver', ['lips10'])).toEqual([2000, 1800, 'lips10']);
});

test('PRC-101 no customer, no coupon, no other line: what needs them does not show', () => {
  const needy = ['lips20vip', 'first', 'lips500', 'save10', 'bulk', 'ten100', 'hundred', '3for2'];
  expect(shelf('lip', 'berlin', needy)).toEqual([2000, 2000]);
});

test('PRC-101 what is not for sale here and now has no price on the shelf', () => {
  expect(shelf('jar', 'berlin', [])).toBeNull();
  const { products, ...rest } = catalogOf('berlin');
  const lip = products.get('lip');
  const unpriced = { ...rest, products, prices: new Map() };
  expect(lip && shelfPrice(lip, at, unpriced, () => 0)).toBeNull();
});

test('PRC-102 a product to be designed: its cheapest design, then the running line promotion', () => {
  expect(shelf('mix', 'berlin', [], 250)).toEqual([3250, 3250]);
  expect(shelf('mix', 'berlin', ['half'], -500)).toEqual([2500, 1250, 'half']);
  expect(shelf('mix', 'wien', ['half'], 250)).toEqual([3450, 1725, 'half']);
  expect(shelf('mix', 'berlin', [], -3500)).toEqual([0, 0]);
  expect(shelf('mix', 'berlin', [], null)).toBeNull();
});

test('PRC-100 a design by itself: line promotions and tax, nothing that belongs to the sale', () => {
  const catalog = catalogOf('berlin', 'half', 'hundred', 'ten100', 'capped');
  const design = { template: 'mix', selections: { base: 'rose' } };
  const line: BasketLine = { lineId: 'a', sku: 'mix', quantity: 1, design };
  const alone = priceAlone(line, at, catalog);
  expect(alone).toMatchObject({
    ok: true,
    value: { unitPriceMinor: 3250, discountMinor: 1625, totalMinor: 1625, taxMinor: 259 },
  });
  expect(
    alone.ok && alone.value.trace.map(({ step, ref, amountMinor }) => [step, ref, amountMinor]),
  ).toEqual([
    ['base', 'mix', 3000],
    ['options', 'base.rose', 250],
    ['linePromotions', 'half', -1625],
    ['tax', 'vat', 259],
  ]);
  const whole = priceBasket({ lines: [line], coupons: [], at }, catalog);
  expect(whole.ok && whole.value.totalMinor).toBeLessThan(1625);
});

test('PRC-100 without promotions over the sale a design costs by itself what it costs in a bag', () => {
  const design = { template: 'mix', selections: { base: 'gold', scent: 5, words: 'Ana Lu' } };
  for (const store of ['berlin', 'wien', 'denver', 'boulder']) {
    const catalog = catalogOf(store, 'half');
    const line: BasketLine = { lineId: 'a', sku: 'mix', quantity: 1, design };
    const quote = priceBasket({ lines: [line], coupons: [], at }, catalog);
    expect(priceAlone(line, at, catalog)).toEqual({
      ok: true,
      value: quote.ok && quote.value.lines[0],
    });
  }
});

test('PRC-100, PRC-8, PRC-24 faults are those of a basket', () => {
  const catalog = catalogOf('berlin');
  const line = { lineId: 'a', sku: 'mix', quantity: 1 };
  expect(priceAlone(line, at, catalog)).toMatchObject({
    ok: false,
    error: { code: 'design.malformed' },
  });
  expect(priceAlone({ ...line, sku: 'jar' }, at, catalog)).toMatchObject({
    ok: false,
    error: { code: 'pricing.not_for_sale' },
  });
});
