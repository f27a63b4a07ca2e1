import { brands, categories } from '../brands.ts';
import { en } from '../build.ts';
import { nailShades } from '../ingredients/colorants.ts';
import { type ShelfItem, shadeRange, shelfItem } from './shelf-item.ts';

const nails = { brand: brands.nails, category: categories.nails } as const;

const solvents = {
  'butyl-acetate': 36,
  'ethyl-acetate': 26,
  nitrocellulose: 13,
  'acetyl-tributyl-citrate': 6,
  'neopentyl-glycol-copolymer': 8,
  'isopropyl-alcohol': 4,
  'stearalkonium-bentonite': 1.2,
} as const;

const polish = shadeRange(
  {
    ...nails,
    sku: 'LR-POLISH',
    name: 'Ten Day Polish, {shade}',
    description: 'Two coats, ten days, no lamp. A wide flat brush does the nail in three strokes.',
    price: 12.9,
    size: '11 ml',
    art: { vessel: 'polish', accent: '#1E1B1C', finish: 'gloss' },
    cosmetic: {
      use: 'leaveOn',
      formula: { ...solvents, 'ci-77891': 1.5, 'ci-15850': 1, 'ci-77491': 0.5 },
      mayContain: nailShades,
    },
  },
  [
    { code: '01', item: 1601, name: 'Milk Glass', hex: '#EFE5DA', popularity: 510 },
    { code: '02', item: 1602, name: 'Courtyard Pink', hex: '#DFA6A0', popularity: 560 },
    { code: '03', item: 1603, name: 'Signal Red', hex: '#B3141E', popularity: 780 },
    { code: '04', item: 1604, name: 'Oxblood Door', hex: '#5A1220', popularity: 620 },
    { code: '05', item: 1605, name: 'Pond Green', hex: '#3F5B4A', popularity: 390 },
    { code: '06', item: 1606, name: 'Blue Hour', hex: '#25395C', popularity: 470 },
    { code: '07', item: 1607, name: 'Wet Slate', hex: '#5B5E63', popularity: 360 },
    { code: '08', item: 1608, name: 'Lilac Smoke', hex: '#A893AF', popularity: 400 },
  ],
);

const care: readonly ShelfItem[] = [
  shelfItem({
    ...nails,
    sku: 'LR-TOP-01',
    item: 1611,
    name: en('Glass Top Coat'),
    description: 'Dry to the touch in a minute, glossy until you take it off.',
    price: 13.9,
    size: '11 ml',
    art: { vessel: 'polish', color: '#E9EEF0', accent: '#1E1B1C', finish: 'gloss' },
    popularity: 640,
    cosmetic: {
      use: 'leaveOn',
      formula: { ...solvents, 'styrene-acrylates-copolymer': 4, tocopherol: 0.1 },
    },
  }),
  shelfItem({
    ...nails,
    sku: 'LR-OIL-01',
    item: 1612,
    name: en('Cuticle Oil, Lemon Leaf'),
    description: 'Jojoba and vitamin E with a drop of lemon. Roll on, rub in, hold someone’s hand.',
    price: 11.9,
    size: '10 ml',
    art: { vessel: 'dropper', color: '#E8D68A', accent: '#6B6A2C', finish: 'gloss' },
    popularity: 340,
    cosmetic: {
      use: 'leaveOn',
      formula: {
        'simmondsia-chinensis-seed-oil': 60,
        'caprylic-capric-triglyceride': 37,
        'tocopheryl-acetate': 2,
        'lemon-oil': 0.15,
      },
    },
  }),
];

export const nailProducts: readonly ShelfItem[] = [...polish, ...care];
