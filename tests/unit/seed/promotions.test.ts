import { expect, test } from 'vitest';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { demoDay, recordsOf } from './seed.ts';

function catalogOf(storeId: string): PricingCatalog {
  const store = recordsOf('store').find(({ id }) => id === storeId);
  if (!store) throw new Error(`no store ${storeId}`);
  const prices = recordsOf('price').filter((price) => [undefined, storeId].includes(price.store));
  return {
    version: 1,
    store,
    products: new Map(recordsOf('product').map((product) => [product.sku, product])),
    prices: Map.groupBy(prices, ({ sku }) => sku),
    templates: new Map(recordsOf('template').map((template) => [template.id, template])),
    taxClasses: new Map(recordsOf('taxClass').map((taxClass) => [taxClass.id, taxClass])),
    promotions: recordsOf('promotion'),
  };
}

const berlin = catalogOf('aurel-fenn-berlin');
const helsinki = catalogOf('aurel-fenn-helsinki');

function quote(
  catalog: PricingCatalog,
  skus: readonly string[],
  more: Partial<Basket> = {},
): Quote {
  const lines = skus.map((sku, index) => {
    const template = catalog.products.get(sku)?.template;
    return {
      lineId: `line-${index}`,
      sku,
      quantity: 1,
      ...(template === undefined ? {} : { design: { template, selections: {} } }),
    };
  });
  const result = priceBasket({ lines, coupons: [], at: demoDay, ...more }, catalog);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const circle = { id: 'member', segments: ['circle'] };

const cases: readonly (readonly [promotion: string, quote: () => Quote])[] = [
  ['hair-two-euros', () => quote(berlin, ['SW-WASH-01'])],
  ['lip-season', () => quote(berlin, ['RP-SATIN-133'])],
  ['summer-sun', () => quote(berlin, ['HL-SPF-01'], { at: Date.UTC(2026, 6, 15) })],
  ['spring-blend', () => quote(berlin, ['AT-FOUNDATION'], { at: Date.UTC(2027, 3, 15) })],
  ['helsinki-opening', () => quote(helsinki, ['NO-INKWOOD'])],
  ['nails-three-for-two', () => quote(berlin, ['LR-POLISH-01', 'LR-POLISH-02', 'LR-POLISH-03'])],
  ['lips-and-nails', () => quote(berlin, ['RP-MATTE-233', 'LR-POLISH-04'])],
  ['brush-for-half', () => quote(berlin, ['AT-FOUNDATION', 'FT-BRUSH-FND'])],
  ['skincare-routine', () => quote(berlin, ['HL-CLEANSE-01', 'HL-TONER-01', 'HL-CREAM-01'])],
  ['ten-from-eighty', () => quote(berlin, ['NO-ORANGERIE'])],
  ['twenty-five-from-one-fifty', () => quote(berlin, ['NO-INKWOOD', 'AT-SERUM'])],
  ['circle', () => quote(berlin, ['MI-MASCARA-01'], { customer: circle })],
  ['staff', () => quote(berlin, ['RP-SATIN-133'], { customer: { segments: ['staff'] } })],
  ['welcome', () => quote(berlin, ['VE-POWDER-01'], { coupons: ['welcome10'] })],
  ['atelier-five', () => quote(berlin, ['AT-POLISH'], { coupons: ['ATELIER5'] })],
  ['birthday', () => quote(berlin, ['MI-PAL-DUSK'], { customer: circle, coupons: ['BIRTHDAY'] })],
  [
    'advent',
    () => quote(berlin, ['MI-PAL-DUSK'], { coupons: ['ADVENT20'], at: Date.UTC(2026, 11, 6) }),
  ],
  [
    'summer-coupon',
    () => quote(berlin, ['MI-PAL-DUSK'], { coupons: ['SUMMER26'], at: Date.UTC(2026, 6, 15) }),
  ],
];

test.each(cases)('%s takes something off where it should', (promotion, priced) => {
  const applied = priced().promotions.find((entry) => entry.promotion === promotion);
  expect(applied?.discountMinor).toBeGreaterThan(0);
});

test('every promotion has such a case, and every action and scope is there', () => {
  const promotions = recordsOf('promotion');
  expect(cases.map(([id]) => id).sort()).toEqual(promotions.map(({ id }) => id).sort());
  expect(new Set(promotions.map(({ action }) => action.kind))).toEqual(
    new Set(['percentOff', 'amountOff', 'buyXGetY', 'bundle']),
  );
  expect(new Set(promotions.map(({ scope }) => scope))).toEqual(new Set(['line', 'basket']));
  const conditions = promotions.flatMap((promotion) => promotion.conditions);
  expect(new Set(conditions.map(({ kind }) => kind))).toEqual(
    new Set(['minSubtotal', 'minQuantity', 'customerSegment']),
  );
});

test('a lipstick and a polish together cost €32, tax inside', () => {
  const { subtotalMinor, totalMinor, taxes } = quote(berlin, ['RP-SATIN-133', 'LR-POLISH-03']);
  expect(subtotalMinor).toBe(2490 + 1290);
  expect(totalMinor).toBe(3200);
  // 32.00 × 19 / 119 = 5.109…
  expect(taxes).toMatchObject([{ rateBps: 1900, taxMinor: 511 }]);
});

test('Helsinki has its own prices, its own tax and rounds cash to five cents', () => {
  const { totalMinor, cashTotalMinor, taxes } = quote(helsinki, ['AT-POLISH', 'AF-BOOK-NOSE']);
  expect(taxes.map(({ rateBps }) => rateBps).sort()).toEqual([1350, 2550]);
  expect(totalMinor).toBe(1740 + 1990);
  expect(cashTotalMinor).toBe(3730);
  // 24.90 € less 15 % is 21.165 €: 21.16 € by card, 21.15 € in cash.
  const lipstick = quote(helsinki, ['RP-SATIN-133']);
  expect([lipstick.totalMinor, lipstick.cashTotalMinor]).toEqual([2116, 2115]);
});
