import * as fc from 'fast-check';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { ProductMatch, PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import type { TaxClassRecord, TaxRate } from '#shared/domain/catalog/tax-class.ts';
import type { Basket, BasketLine } from '#shared/domain/pricing/basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { specCatalog } from './spec-world.ts';

/** A basket and the catalog to price it from; every generated sale is for sale. */
export interface ArbitrarySale {
  readonly basket: Basket;
  readonly catalog: PricingCatalog;
}

const AT = Date.parse('2025-03-15');
const skus = ['lip', 'gloss', 'mascara', 'serum', 'soap', 'sample', 'penny', 'mix'] as const;
const codes = ['ONE', 'TWO', 'THREE'] as const;

const match: fc.Arbitrary<ProductMatch> = fc.oneof(
  fc.constant({}),
  fc.record({ skus: fc.subarray([...skus], { minLength: 1 }) }),
  fc.record({ categories: fc.subarray(['lips', 'face', 'eyes', 'gifts'], { minLength: 1 }) }),
  fc.record({ brands: fc.subarray(['Aura', 'Noir', 'Plain'], { minLength: 1 }) }),
  fc.constant({ type: 'custom' as const }),
);

const smallQuantity = fc.integer({ min: 1, max: 3 });
const amountMinor = fc.integer({ min: 0, max: 6000 });
const bps = fc.constantFrom(0, 1, 333, 1000, 1250, 5000, 10_000, 12_000);

const action: fc.Arbitrary<PromotionRecord['action']> = fc.oneof(
  fc.record({ kind: fc.constant('percentOff' as const), match, bps }),
  fc.record({
    kind: fc.constant('amountOff' as const),
    match,
    amountMinor,
    per: fc.constantFrom('unit' as const, 'sale' as const),
  }),
  fc.record({
    kind: fc.constant('buyXGetY' as const),
    buy: match,
    buyQuantity: smallQuantity,
    get: match,
    getQuantity: smallQuantity,
    bps,
  }),
  fc.record({
    kind: fc.constant('bundle' as const),
    parts: fc.array(fc.record({ match, quantity: smallQuantity }), { minLength: 1, maxLength: 3 }),
    priceMinor: amountMinor,
  }),
);

const condition: fc.Arbitrary<PromotionRecord['conditions'][number]> = fc.oneof(
  fc.record({ kind: fc.constant('minSubtotal' as const), match, amountMinor }),
  fc.record({ kind: fc.constant('minQuantity' as const), match, quantity: smallQuantity }),
  fc.record({
    kind: fc.constant('customerSegment' as const),
    in: fc.array(fc.constantFrom('vip', 'staff'), { minLength: 1, maxLength: 2 }),
  }),
);

/** A part of a promotion that most do not have. */
function seldom<T extends object>(part: fc.Arbitrary<T>): fc.Arbitrary<T | object> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, part);
}

const extras = fc
  .tuple(
    seldom(fc.record({ couponCodes: fc.subarray([...codes], { minLength: 1 }) })),
    seldom(fc.record({ maxPerSale: smallQuantity })),
    seldom(fc.record({ maxPerCustomer: smallQuantity })),
    seldom(fc.record({ maxDiscountMinor: amountMinor })),
    seldom(fc.record({ exclusive: fc.constant(true) })),
    seldom(fc.record({ conditions: fc.array(condition, { minLength: 1, maxLength: 2 }) })),
  )
  .map((parts): Partial<PromotionRecord> => Object.assign({}, ...parts));

const promotion = (id: string): fc.Arbitrary<PromotionRecord> =>
  fc
    .record({
      scope: fc.constantFrom('line' as const, 'basket' as const),
      action,
      priority: fc.integer({ min: -1, max: 1 }),
      stackingGroup: fc.constantFrom('red', 'green', 'blue'),
      extras,
    })
    .map(({ extras, ...required }) => ({
      kind: 'promotion',
      id,
      name: { en: id },
      conditions: [],
      exclusive: false,
      validFrom: 0,
      ...required,
      ...extras,
    }));

const promotions = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => promotion(`p${at}`))));

const design = fc.record({
  template: fc.constant('mix'),
  selections: fc.record(
    {
      base: fc.constantFrom('water', 'rose', 'gold'),
      actives: fc.subarray(['vitc', 'a', 'b', 'c', 'd']),
      scent: fc.integer({ min: 0, max: 20 }),
      words: fc.string({ unit: 'grapheme', maxLength: 12 }),
      shade: fc.constantFrom('fair', 'refill', 'own-jar'),
    },
    { requiredKeys: [] },
  ),
});

const quantity = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 7 }) },
  fc.integer({ min: 1, max: 999 }),
);

const line = (lineId: string): fc.Arbitrary<BasketLine> =>
  fc
    .record({ sku: fc.constantFrom(...skus), quantity, design })
    .map(({ sku, quantity, design }) =>
      sku === 'mix' ? { lineId, sku, quantity, design } : { lineId, sku, quantity },
    );

const lines = fc
  .integer({ min: 0, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => line(`line-${at}`))));

const basket: fc.Arbitrary<Basket> = fc.record(
  {
    lines,
    coupons: fc.array(fc.constantFrom(...codes, ' o ne', 'NOPE'), { maxLength: 3 }),
    at: fc.constant(AT),
    customer: fc.record(
      {
        id: fc.constant('c1'),
        segments: fc.constantFrom([], ['vip']),
        promotionUses: fc.dictionary(fc.constantFrom('p0', 'p1', 'p2'), smallQuantity),
      },
      { requiredKeys: ['segments'] },
    ),
  },
  { requiredKeys: ['lines', 'coupons', 'at'] },
);

const rates = (id: string): fc.Arbitrary<TaxClassRecord> =>
  fc.array(fc.constantFrom(0, 250, 400, 810, 900, 1900), { maxLength: 3 }).map((all) => ({
    kind: 'taxClass',
    id,
    name: { en: id },
    rates: all.map(
      (rateBps, at): TaxRate => ({
        id: `rate-${at}`,
        country: 'DE',
        rateBps,
        label: { en: `${rateBps}` },
        validFrom: 0,
      }),
    ),
  }));

const storeChanges: fc.Arbitrary<Partial<StoreRecord>> = fc.record(
  {
    pricesIncludeTax: fc.boolean(),
    taxRounding: fc.constantFrom('perLine' as const, 'perTotal' as const),
    cashRounding: fc.record({
      incrementMinor: fc.constantFrom(1, 5, 10, 100),
      mode: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
    }),
  },
  { requiredKeys: ['pricesIncludeTax', 'taxRounding'] },
);

const chainPrices = fc.tuple(...skus.map(() => fc.integer({ min: 0, max: 5000 })));
const storePrices = fc.dictionary(fc.constantFrom(...skus), fc.integer({ min: 0, max: 5000 }));

/** Sales of all kinds: designs, promotions that compete, coupons, caps, several rates, any rounding. */
export const arbitrarySale: fc.Arbitrary<ArbitrarySale> = fc
  .record({
    basket,
    promotions,
    storeChanges,
    std: rates('std'),
    red: rates('red'),
    chainPrices,
    storePrices,
  })
  .map(({ basket, promotions, storeChanges, std, red, chainPrices, storePrices }) => {
    const base = specCatalog('berlin', promotions);
    const { cashRounding: _, ...store } = base.store;
    const prices = skus.map((sku, at): readonly [string, readonly PriceRecord[]] => {
      const price = { kind: 'price' as const, sku, currency: 'EUR', validFrom: 0 };
      const chain = { ...price, amountMinor: chainPrices[at] ?? 0 };
      const own = storePrices[sku];
      return [
        sku,
        own === undefined ? [chain] : [chain, { ...chain, store: 'berlin', amountMinor: own }],
      ];
    });
    const catalog: PricingCatalog = {
      ...base,
      store: { ...store, ...storeChanges },
      prices: new Map(prices),
      taxClasses: new Map([
        ['std', std],
        ['red', red],
      ]),
    };
    return { basket, catalog };
  });
