import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import type { Design } from '#shared/domain/customization/design.ts';

// A small shop for the tests of the sale: easy numbers, one custom product, one of each coupon.
const always = { validFrom: 0 };
const en = (text: string) => ({ en: text });

/** 2026-03-02 10:15 UTC, 11:15 in the store. */
export const openingTime = Date.UTC(2026, 2, 2, 10, 15);
/** Until then the brush has a price. */
export const brushPriceEnds = openingTime + 60_000;

const store: CatalogRecord = {
  kind: 'store',
  id: 'berlin',
  name: 'Atelier Nord',
  address: ['Lindenallee 4', '10115 Berlin'],
  legalLines: ['VAT ID DE 000 000 000'],
  currency: 'EUR',
  country: 'DE',
  jurisdictions: ['EU', 'DE'],
  timeZone: 'Europe/Berlin',
  locale: 'en-DE',
  pricesIncludeTax: true,
  taxRounding: 'perTotal',
  cashRounding: { incrementMinor: 5, mode: 'nearest' },
};

const taxClass: CatalogRecord = {
  kind: 'taxClass',
  id: 'standard',
  name: en('Standard'),
  rates: [{ id: 'vat', country: 'DE', rateBps: 1900, label: en('VAT 19%'), ...always }],
};

const goods = (sku: string, name: string, type: 'ready' | 'component'): CatalogRecord => ({
  kind: 'product',
  sku,
  type,
  name: en(name),
  brand: 'Nord',
  category: 'Care',
  taxClass: 'standard',
});

const price = (sku: string, amountMinor: number): CatalogRecord => ({
  kind: 'price',
  sku,
  currency: 'EUR',
  amountMinor,
  ...always,
});

const serum: CatalogRecord = {
  kind: 'template',
  id: 'serum',
  name: en('Serum'),
  use: 'leaveOn',
  ingredients: [],
  doses: [{ sku: 'BASE', quantity: 20_000 }],
  groups: [
    {
      id: 'texture',
      name: en('Texture'),
      type: 'single',
      required: true,
      options: [
        { id: 'light', name: en('Light'), doses: [{ sku: 'BASE', quantity: 5_000 }] },
        { id: 'rich', name: en('Rich'), price: { kind: 'flat', amountMinor: 200 } },
      ],
    },
    {
      id: 'actives',
      name: en('Actives'),
      type: 'multi',
      min: 0,
      max: 2,
      options: [
        {
          id: 'niacinamide',
          name: en('Niacinamide'),
          price: { kind: 'flat', amountMinor: 350 },
          doses: [{ sku: 'NIACINAMIDE', quantity: 900 }],
        },
        { id: 'vitamin-c', name: en('Vitamin C') },
        { id: 'rose-oil', name: en('Rose oil'), ingredients: [{ ingredient: 'rose', ppm: 500 }] },
      ],
    },
    {
      id: 'engraving',
      name: en('Engraving'),
      type: 'text',
      required: false,
      minLength: 1,
      maxLength: 12,
      allowed: '\\p{L} ',
      blockedWords: [],
      price: { kind: 'perUnit', amountMinor: 50, included: 0 },
    },
  ],
};

const coupon = (id: string, code: string, bps: number): CatalogRecord => ({
  kind: 'promotion',
  id,
  name: en(`${bps / 100}% off`),
  scope: 'basket',
  couponCodes: [code],
  conditions: [],
  action: { kind: 'percentOff', match: {}, bps },
  priority: 0,
  stackingGroup: id,
  exclusive: false,
  ...always,
});

export const saleCatalog: readonly CatalogRecord[] = [
  store,
  taxClass,
  { kind: 'allergen', id: 'citral', labelName: 'CITRAL', casNumbers: [], thresholds: [] },
  {
    kind: 'ingredient',
    id: 'rose',
    inciName: 'Rosa Damascena Flower Oil',
    synonyms: [],
    allergens: [{ allergen: 'citral', ppm: 10_000 }],
  },
  goods('LIPSTICK', 'Lipstick Crème', 'ready'),
  price('LIPSTICK', 1_992),
  goods('POLISH', 'Nail polish', 'ready'),
  price('POLISH', 999),
  goods('BRUSH', 'Brush', 'ready'),
  {
    kind: 'price',
    sku: 'BRUSH',
    currency: 'EUR',
    amountMinor: 700,
    validFrom: 0,
    validTo: brushPriceEnds,
  },
  goods('UNPRICED', 'Not for sale yet', 'ready'),
  goods('BASE', 'Serum base', 'component'),
  goods('NIACINAMIDE', 'Niacinamide', 'component'),
  {
    kind: 'product',
    sku: 'SERUM',
    type: 'custom',
    template: 'serum',
    name: en('Serum made for you'),
    brand: 'Nord',
    category: 'Care',
    taxClass: 'standard',
  },
  price('SERUM', 3_000),
  serum,
  {
    kind: 'rule',
    id: 'no-niacinamide-with-c',
    template: 'serum',
    when: { kind: 'chosen', group: 'actives', option: 'niacinamide' },
    action: { kind: 'forbid', that: { kind: 'chosen', group: 'actives', option: 'vitamin-c' } },
    message: en('Niacinamide and vitamin C do not go together.'),
  },
  {
    kind: 'rule',
    id: 'no-declared-allergen',
    template: 'serum',
    action: { kind: 'forbid', that: { kind: 'allergen', allergen: 'declared', abovePpm: 0 } },
    message: en('It contains something that you are allergic to.'),
  },
  coupon('ten-off', 'TEN', 1_000),
  coupon('all-off', 'FREE', 10_000),
  {
    kind: 'promotion',
    id: 'from-hundred',
    name: en('From 100'),
    scope: 'basket',
    couponCodes: ['HUNDRED'],
    conditions: [{ kind: 'minSubtotal', match: {}, amountMinor: 10_000 }],
    action: { kind: 'amountOff', match: {}, amountMinor: 500, per: 'sale' },
    priority: 0,
    stackingGroup: 'from-hundred',
    exclusive: false,
    ...always,
  },
];

/** A serum that can be made: 30.00 + 3.50 for niacinamide. */
export const validDesign: Design = {
  template: 'serum',
  selections: { texture: 'light', actives: ['niacinamide'] },
};

export const engravedDesign: Design = {
  template: 'serum',
  selections: { texture: 'rich', actives: ['rose-oil'], engraving: 'Zoé' },
};

export const forbiddenDesign: Design = {
  template: 'serum',
  selections: { texture: 'light', actives: ['niacinamide', 'vitamin-c'] },
};
