import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type {
  ProductMatch,
  PromotionCondition,
  PromotionRecord,
} from '#shared/domain/catalog/promotion.ts';
import type { Basket } from '#shared/domain/pricing/basket.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';

const AT = Date.parse('2025-03-15');
const PRODUCTS = 400;
const LINES = 10;

/** A linear congruential generator (Numerical Recipes, 2nd ed.): the same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** 50 promotions of all kinds with one to three conditions each, over 400 products of one store. */
export function createPromotionWorld(): PricingCatalog {
  const products = Array.from({ length: PRODUCTS }, (_, at) => createProduct(at));
  const random = createRandom(50);
  return {
    version: 1,
    store: {
      kind: 'store',
      id: 'bench',
      name: 'Bench',
      address: [],
      legalLines: [],
      currency: 'EUR',
      country: 'DE',
      jurisdictions: ['DE'],
      timeZone: 'Europe/Berlin',
      locale: 'de',
      pricesIncludeTax: true,
      taxRounding: 'perTotal',
    },
    products: new Map(products.map((product) => [product.sku, product])),
    prices: new Map(
      products.map(({ sku }, at) => [
        sku,
        [{ kind: 'price', sku, currency: 'EUR', amountMinor: 495 + at * 17, validFrom: 0 }],
      ]),
    ),
    templates: new Map(),
    taxClasses: new Map([
      [
        'std',
        {
          kind: 'taxClass',
          id: 'std',
          name: { en: 'Standard' },
          rates: [{ id: 'vat', country: 'DE', rateBps: 1900, label: { en: 'VAT' }, validFrom: 0 }],
        },
      ],
    ]),
    promotions: Array.from({ length: 50 }, (_, at) => createPromotion(at, random)),
  };
}

/** Different carts of ten lines over the world's products. */
export function createCarts(count: number): readonly Basket[] {
  const random = createRandom(10);
  return Array.from({ length: count }, () => ({
    lines: Array.from({ length: LINES }, (_, at) => ({
      lineId: `line-${at}`,
      sku: `sku-${random(PRODUCTS)}`,
      quantity: 1 + random(4),
    })),
    coupons: [],
    customer: { segments: random(2) === 0 ? ['member'] : ['member', 'vip'] },
    at: AT,
  }));
}

function createProduct(at: number): ProductRecord {
  return {
    kind: 'product',
    sku: `sku-${at}`,
    type: 'ready',
    name: { en: `Product ${at}` },
    brand: `brand-${at % 20}`,
    category: `category-${at % 13}`,
    taxClass: 'std',
  };
}

function createPromotion(at: number, random: (below: number) => number): PromotionRecord {
  const match = createMatch(random);
  return {
    kind: 'promotion',
    id: `promotion-${at}`,
    name: { en: `Promotion ${at}` },
    scope: at % 2 === 0 ? 'basket' : 'line',
    conditions: createConditions(match, random),
    action: createAction(match, random),
    priority: random(5),
    stackingGroup: `group-${at % 8}`,
    exclusive: false,
    validFrom: 0,
  };
}

function createMatch(random: (below: number) => number): ProductMatch {
  switch (random(3)) {
    case 0:
      return { brands: [`brand-${random(20)}`, `brand-${random(20)}`] };
    case 1:
      return { categories: [`category-${random(13)}`, `category-${random(13)}`] };
    default:
      return {};
  }
}

function createConditions(
  match: ProductMatch,
  random: (below: number) => number,
): PromotionCondition[] {
  const conditions: PromotionCondition[] = [
    { kind: 'minSubtotal', match, amountMinor: 1000 + random(60) * 1000 },
    { kind: 'minQuantity', match, quantity: 1 + random(12) },
    { kind: 'customerSegment', in: [random(2) === 0 ? 'vip' : 'member'] },
  ];
  return conditions.slice(0, 1 + random(3));
}

function createAction(
  match: ProductMatch,
  random: (below: number) => number,
): PromotionRecord['action'] {
  switch (random(4)) {
    case 0:
      return { kind: 'percentOff', match, bps: 500 + random(20) * 100 };
    case 1:
      return { kind: 'amountOff', match, amountMinor: 100 + random(400), per: 'unit' };
    case 2:
      return {
        kind: 'buyXGetY',
        buy: match,
        buyQuantity: 2,
        get: match,
        getQuantity: 1,
        bps: 10_000,
      };
    default:
      return {
        kind: 'bundle',
        parts: [
          { match, quantity: 1 },
          { match: {}, quantity: 1 },
        ],
        priceMinor: 4000,
      };
  }
}
