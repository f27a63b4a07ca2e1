import { brands, categories } from '../brands.ts';
import { asPrinted, en, type Percents } from '../build.ts';
import { type Cosmetic, type ShelfItem, shelfItem } from './shelf-item.ts';

const scent = { brand: brands.fragrance, category: categories.fragrance } as const;

/** An eau de parfum: the given perfume oils in alcohol and water. */
function eauDeParfum(oils: Percents): Cosmetic {
  return { use: 'leaveOn', formula: { 'alcohol-denat': 76, aqua: 8, ...oils } };
}

export const fragranceProducts: readonly ShelfItem[] = [
  shelfItem({
    ...scent,
    sku: 'NO-ORANGERIE',
    item: 1401,
    name: asPrinted('Orangerie at Six'),
    description: 'Neroli and bergamot over warm stone. The first coffee outdoors in March.',
    price: 92,
    size: '50 ml',
    art: { vessel: 'flacon', color: '#F2C879', accent: '#B08D57', finish: 'gloss' },
    popularity: 620,
    cosmetic: eauDeParfum({
      'bergamot-oil': 4,
      'neroli-oil': 2,
      'orange-oil': 2,
      'parfum-skin-musk': 6,
    }),
  }),
  shelfItem({
    ...scent,
    sku: 'NO-PALEROSE',
    item: 1402,
    name: asPrinted('Pale Rose, Wet Stone'),
    description: 'Damask rose with rain on it: geranium leaf, cedar and clean skin.',
    price: 98,
    size: '50 ml',
    art: { vessel: 'flacon', color: '#E7B7B7', accent: '#6E3B41', finish: 'gloss' },
    popularity: 670,
    cosmetic: eauDeParfum({
      'rose-oil': 1.5,
      'geranium-oil': 2,
      'cedarwood-oil': 3,
      'parfum-skin-musk': 7,
    }),
  }),
  shelfItem({
    ...scent,
    sku: 'NO-INKWOOD',
    item: 1403,
    name: asPrinted('Inkwood'),
    description: 'Sandalwood, patchouli and a page just written. Dry, close, long.',
    price: 110,
    size: '50 ml',
    art: { vessel: 'flacon', color: '#4B3A32', accent: '#C2A878', finish: 'gloss' },
    popularity: 540,
    cosmetic: eauDeParfum({
      'sandalwood-oil': 4,
      'patchouli-oil': 3,
      'cedarwood-oil': 3,
      'parfum-amber': 4,
    }),
  }),
  shelfItem({
    ...scent,
    sku: 'NO-LAMPLIGHT',
    item: 1404,
    name: asPrinted('Lamplight'),
    description: 'Vanilla pod, labdanum and a little smoke: the good chair by the window.',
    price: 98,
    size: '50 ml',
    art: { vessel: 'flacon', color: '#C98A4B', accent: '#3B2A20', finish: 'gloss' },
    popularity: 600,
    cosmetic: eauDeParfum({
      'vanilla-extract': 4,
      'labdanum-resin': 2,
      'parfum-amber': 6,
      'ylang-oil': 0.8,
    }),
  }),
  shelfItem({
    ...scent,
    sku: 'NO-SEAHOLLY',
    item: 1405,
    name: asPrinted('Sea Holly'),
    description: 'Rosemary, salt and a cool green tea. An eau for people who dislike perfume.',
    price: 86,
    size: '50 ml',
    art: { vessel: 'flacon', color: '#9FBFC2', accent: '#2F4A50', finish: 'gloss' },
    popularity: 450,
    cosmetic: eauDeParfum({
      'rosemary-oil': 2,
      'lemon-oil': 2,
      'parfum-tea': 6,
      'cedarwood-oil': 2,
    }),
  }),
  shelfItem({
    ...scent,
    sku: 'NO-DISCOVERY',
    item: 1406,
    name: en('Five Evenings Discovery Set'),
    description: 'All five Noctuelle eaux in small sprays, with a blotter book.',
    price: 29,
    size: '5 × 2 ml',
    art: { vessel: 'box', color: '#2E2A38', accent: '#C2A878', finish: 'matte' },
    popularity: 740,
  }),
];
