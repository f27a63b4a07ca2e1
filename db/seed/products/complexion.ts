import { brands, categories } from '../brands.ts';
import { en } from '../build.ts';
import { mineralShades } from '../ingredients/colorants.ts';
import { type ShelfItem, shadeRange, shelfItem } from './shelf-item.ts';

const face = { brand: brands.complexion, category: categories.complexion } as const;

const tint = shadeRange(
  {
    ...face,
    sku: 'VE-TINT',
    name: 'Second Light Skin Tint, {shade}',
    description:
      'A sheer serum foundation that evens without hiding. Freckles stay; redness takes a step back.',
    price: 34.9,
    size: '30 ml',
    art: { vessel: 'dropper', accent: '#2E2A26', finish: 'sheer' },
    cosmetic: {
      use: 'leaveOn',
      formula: {
        aqua: 58,
        squalane: 9,
        'caprylic-capric-triglyceride': 9,
        glycerin: 6,
        niacinamide: 2,
        'polyglyceryl-3-diisostearate': 3.5,
        'ci-77891': 5,
        'ci-77492': 1.4,
        'ci-77491': 0.6,
        'ci-77499': 0.3,
        phenoxyethanol: 0.8,
        ethylhexylglycerin: 0.2,
        tocopherol: 0.2,
      },
      mayContain: mineralShades,
    },
  },
  [
    { code: '1N', item: 1101, name: 'Birch', hex: '#F2DFCE', popularity: 410 },
    { code: '3W', item: 1102, name: 'Sandbar', hex: '#D8B596', popularity: 620 },
    { code: '4O', item: 1103, name: 'Reed', hex: '#BFA281', popularity: 380 },
    { code: '5N', item: 1104, name: 'Sandstone', hex: '#B58E73', popularity: 730 },
    { code: '6W', item: 1105, name: 'Amber Light', hex: '#A77A57', popularity: 590 },
    { code: '7C', item: 1106, name: 'Red Cedar', hex: '#956754', popularity: 560 },
    { code: '8N', item: 1107, name: 'Rosewood', hex: '#7F5841', popularity: 700 },
    { code: '10N', item: 1108, name: 'Basalt', hex: '#55392C', popularity: 540 },
  ],
);

const blush = shadeRange(
  {
    ...face,
    sku: 'VE-BLUSH',
    name: 'Warm Cheek Cream Blush, {shade}',
    description: 'Melts in with fingertips and sets to a soft, living flush.',
    price: 27.9,
    size: '6 g',
    art: { vessel: 'compact', accent: '#EADFD3', finish: 'satin' },
    cosmetic: {
      use: 'leaveOn',
      formula: {
        'caprylic-capric-triglyceride': 34,
        'simmondsia-chinensis-seed-oil': 18,
        silica: 12,
        kaolin: 8,
        'candelilla-cera': 9,
        'copernicia-cerifera-cera': 4,
        'ci-77891': 6,
        'ci-15850': 3,
        'ci-77491': 3,
        tocopherol: 0.5,
      },
      mayContain: [...mineralShades, 'CI 15850', 'CI 73360'],
    },
  },
  [
    { code: '01', item: 1111, name: 'Apricot Dusk', hex: '#D98A6A', popularity: 480 },
    { code: '02', item: 1112, name: 'Wild Rose', hex: '#C96A77', popularity: 570 },
    { code: '03', item: 1113, name: 'Deep Berry', hex: '#8C2F4B', popularity: 450 },
  ],
);

const single: readonly ShelfItem[] = [
  shelfItem({
    ...face,
    sku: 'VE-POWDER-01',
    item: 1121,
    name: en('Hush Setting Powder'),
    description: 'Translucent on every depth of skin: no talc, no flashback, no scent.',
    price: 29.9,
    size: '9 g',
    art: { vessel: 'compact', color: '#EFE3D6', accent: '#3A332E', finish: 'matte' },
    popularity: 510,
    cosmetic: {
      use: 'leaveOn',
      formula: {
        silica: 46,
        'zea-mays-starch': 32,
        'boron-nitride': 15,
        squalane: 5,
        tocopherol: 0.3,
        phenoxyethanol: 0.6,
      },
    },
  }),
  shelfItem({
    ...face,
    sku: 'VE-GLOW-01',
    item: 1122,
    name: en('Window Seat Highlighter'),
    description: 'Champagne pearl in a clear balm. Looks like light, not like glitter.',
    price: 28.9,
    size: '7 g',
    art: { vessel: 'stick', color: '#E8CDA8', accent: '#B08D57', finish: 'shimmer' },
    popularity: 460,
    cosmetic: {
      use: 'leaveOn',
      formula: {
        'caprylic-capric-triglyceride': 36,
        octyldodecanol: 22,
        'candelilla-cera': 12,
        'synthetic-fluorphlogopite': 18,
        'ci-77891': 6,
        'tin-oxide': 0.4,
        'ci-77491': 0.3,
        tocopherol: 0.5,
      },
    },
  }),
];

export const complexionProducts: readonly ShelfItem[] = [...tint, ...blush, ...single];
