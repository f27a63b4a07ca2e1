import type { ProductMatch, PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import { brands, discountable } from './brands.ts';
import { en, euros } from './build.ts';
import { opening } from './dates.ts';
import { secondStore } from './store.ts';

/** Everything but printed books, whose price is fixed by law in Germany. */
const goods: ProductMatch = { categories: [...discountable] };

type Offer = Omit<PromotionRecord, 'kind' | 'id' | 'name'>;

function promotion(id: string, name: string, offer: Offer): PromotionRecord {
  return { kind: 'promotion', id, name: en(name), ...offer };
}

/** Applied to one line at a time; of several, a line gets the best. */
const line: readonly PromotionRecord[] = [
  promotion('hair-two-euros', '€2 off every hair care product', {
    scope: 'line',
    conditions: [],
    action: {
      kind: 'amountOff',
      match: { brands: [brands.hair] },
      amountMinor: euros(2),
      per: 'unit',
    },
    priority: 10,
    stackingGroup: 'shelf',
    exclusive: false,
    validFrom: opening,
  }),
  promotion('lip-season', 'Lip season: 15% off Rouge Parade', {
    scope: 'line',
    conditions: [],
    action: { kind: 'percentOff', match: { brands: [brands.lips] }, bps: 1500 },
    priority: 20,
    stackingGroup: 'shelf',
    exclusive: false,
    validFrom: Date.UTC(2026, 9, 1),
    validTo: Date.UTC(2027, 1, 1),
  }),
  promotion('summer-sun', 'Summer: 20% off Open Sky SPF 50', {
    scope: 'line',
    conditions: [],
    action: { kind: 'percentOff', match: { skus: ['HL-SPF-01'] }, bps: 2000 },
    priority: 20,
    stackingGroup: 'shelf',
    exclusive: false,
    validFrom: Date.UTC(2026, 5, 1),
    validTo: Date.UTC(2026, 8, 1),
  }),
  promotion('spring-blend', 'Spring: €6 off a blended foundation', {
    scope: 'line',
    conditions: [],
    action: {
      kind: 'amountOff',
      match: { templates: ['foundation'] },
      amountMinor: euros(6),
      per: 'unit',
    },
    priority: 20,
    stackingGroup: 'shelf',
    exclusive: false,
    validFrom: Date.UTC(2027, 2, 1),
    validTo: Date.UTC(2027, 5, 1),
  }),
  promotion('helsinki-opening', 'Helsinki opening: 10% off Noctuelle', {
    scope: 'line',
    stores: [secondStore],
    conditions: [],
    action: { kind: 'percentOff', match: { brands: [brands.fragrance] }, bps: 1000 },
    priority: 15,
    stackingGroup: 'shelf',
    exclusive: false,
    validFrom: Date.UTC(2026, 8, 1),
    validTo: Date.UTC(2027, 8, 1),
  }),
  // On the line and not on the sale, so that it comes before the shelf offers and shuts them out.
  promotion('staff', 'Staff: 30% off, and nothing on top', {
    scope: 'line',
    conditions: [{ kind: 'customerSegment', in: ['staff'] }],
    action: { kind: 'percentOff', match: goods, bps: 3000 },
    priority: 100,
    stackingGroup: 'staff',
    exclusive: true,
    maxDiscountMinor: euros(120),
    validFrom: opening,
  }),
];

/** Applied to the whole sale, on what the line promotions left. */
const basket: readonly PromotionRecord[] = [
  promotion('nails-three-for-two', 'Lacquer Row: three for two', {
    scope: 'basket',
    conditions: [],
    action: {
      kind: 'buyXGetY',
      buy: { brands: [brands.nails] },
      buyQuantity: 2,
      get: { brands: [brands.nails] },
      getQuantity: 1,
      bps: 10_000,
    },
    priority: 30,
    stackingGroup: 'sets',
    exclusive: false,
    maxPerSale: 3,
    validFrom: opening,
  }),
  promotion('lips-and-nails', 'Matching pair: Rouge Parade and Lacquer Row for €32', {
    scope: 'basket',
    conditions: [],
    action: {
      kind: 'bundle',
      parts: [
        { match: { brands: [brands.lips] }, quantity: 1 },
        { match: { brands: [brands.nails] }, quantity: 1 },
      ],
      priceMinor: euros(32),
    },
    priority: 25,
    stackingGroup: 'sets',
    exclusive: false,
    validFrom: opening,
  }),
  promotion('brush-for-half', 'Half-price brush with a blended foundation', {
    scope: 'basket',
    conditions: [],
    action: {
      kind: 'buyXGetY',
      buy: { templates: ['foundation'] },
      buyQuantity: 1,
      get: { skus: ['FT-BRUSH-FND'] },
      getQuantity: 1,
      bps: 5_000,
    },
    priority: 20,
    stackingGroup: 'brush',
    exclusive: false,
    validFrom: opening,
  }),
  promotion('skincare-routine', 'A routine: 10% off from three Halden Lab products', {
    scope: 'basket',
    conditions: [{ kind: 'minQuantity', match: { brands: [brands.skincare] }, quantity: 3 }],
    action: { kind: 'percentOff', match: { brands: [brands.skincare] }, bps: 1000 },
    priority: 20,
    stackingGroup: 'routine',
    exclusive: false,
    maxDiscountMinor: euros(25),
    validFrom: opening,
  }),
  promotion('ten-from-eighty', '€10 off from €80', {
    scope: 'basket',
    conditions: [{ kind: 'minSubtotal', match: goods, amountMinor: euros(80) }],
    action: { kind: 'amountOff', match: goods, amountMinor: euros(10), per: 'sale' },
    priority: 10,
    stackingGroup: 'threshold',
    exclusive: false,
    validFrom: opening,
  }),
  promotion('twenty-five-from-one-fifty', '€25 off from €150', {
    scope: 'basket',
    conditions: [{ kind: 'minSubtotal', match: goods, amountMinor: euros(150) }],
    action: { kind: 'amountOff', match: goods, amountMinor: euros(25), per: 'sale' },
    priority: 11,
    stackingGroup: 'threshold',
    exclusive: false,
    validFrom: opening,
  }),
  promotion('circle', 'Circle members: 5% off', {
    scope: 'basket',
    conditions: [{ kind: 'customerSegment', in: ['circle'] }],
    action: { kind: 'percentOff', match: goods, bps: 500 },
    priority: 5,
    stackingGroup: 'members',
    exclusive: false,
    validFrom: opening,
  }),
];

/** Switched on by a code. */
const coupons: readonly PromotionRecord[] = [
  promotion('welcome', 'Welcome: 10% off, up to €15', {
    scope: 'basket',
    couponCodes: ['WELCOME10'],
    conditions: [],
    action: { kind: 'percentOff', match: goods, bps: 1000 },
    priority: 10,
    stackingGroup: 'coupon',
    exclusive: false,
    maxDiscountMinor: euros(15),
    validFrom: opening,
  }),
  promotion('atelier-five', '€5 off one product of your own design', {
    scope: 'basket',
    couponCodes: ['ATELIER5'],
    conditions: [],
    action: { kind: 'amountOff', match: { type: 'custom' }, amountMinor: euros(5), per: 'sale' },
    priority: 12,
    stackingGroup: 'coupon',
    exclusive: false,
    validFrom: opening,
  }),
  promotion('birthday', 'Happy birthday: 15% off one sale', {
    scope: 'basket',
    couponCodes: ['BIRTHDAY'],
    conditions: [{ kind: 'customerSegment', in: ['circle'] }],
    action: { kind: 'percentOff', match: goods, bps: 1500 },
    priority: 14,
    stackingGroup: 'birthday',
    exclusive: false,
    maxPerSale: 1,
    maxPerCustomer: 1,
    maxDiscountMinor: euros(30),
    validFrom: opening,
  }),
  promotion('advent', 'Advent: 20% off a sale without other offers', {
    scope: 'basket',
    couponCodes: ['ADVENT20'],
    conditions: [{ kind: 'minSubtotal', match: goods, amountMinor: euros(40) }],
    action: { kind: 'percentOff', match: goods, bps: 2000 },
    priority: 50,
    stackingGroup: 'coupon',
    exclusive: true,
    validFrom: Date.UTC(2026, 10, 27),
    validTo: Date.UTC(2026, 11, 21),
  }),
  promotion('summer-coupon', 'Summer card: €5 off from €30', {
    scope: 'basket',
    couponCodes: ['SUMMER26'],
    conditions: [{ kind: 'minSubtotal', match: goods, amountMinor: euros(30) }],
    action: { kind: 'amountOff', match: goods, amountMinor: euros(5), per: 'sale' },
    priority: 10,
    stackingGroup: 'coupon',
    exclusive: false,
    validFrom: Date.UTC(2026, 5, 1),
    validTo: Date.UTC(2026, 8, 1),
  }),
];

export const promotions: readonly PromotionRecord[] = [...line, ...basket, ...coupons];
