import { brands, categories } from '../brands.ts';
import { en, type Percents } from '../build.ts';
import { lipShades } from '../ingredients/colorants.ts';
import { type ShelfItem, shadeRange, shelfItem } from './shelf-item.ts';

const lip = { brand: brands.lips, category: categories.lips } as const;

const waxes: Percents = {
  'candelilla-cera': 7,
  'copernicia-cerifera-cera': 3,
  'cera-microcristallina': 4,
  tocopherol: 0.3,
};

const satin = shadeRange(
  {
    ...lip,
    sku: 'RP-SATIN',
    name: 'Boulevard Satin Lipstick, {shade}',
    description:
      'A cushioned satin in one coat: castor and jojoba melt at skin warmth, the color stays where you put it and wears down evenly.',
    price: 24.9,
    size: '3.5 g',
    art: { vessel: 'lipstick', accent: '#B08D57', finish: 'satin' },
    cosmetic: {
      use: 'leaveOn',
      formula: {
        ...waxes,
        'ricinus-communis-seed-oil': 42,
        octyldodecanol: 14,
        'simmondsia-chinensis-seed-oil': 8,
        'diisostearyl-malate': 9.5,
        'ci-15850': 4,
        'ci-77891': 4,
        'ci-77491': 2,
        'aroma-vanilla': 0.2,
      },
      mayContain: lipShades,
    },
  },
  [
    { code: '104', item: 1001, name: 'Bare Arcade', hex: '#B97A6B', popularity: 640 },
    { code: '118', item: 1002, name: 'Rosewater Lane', hex: '#C1666B', popularity: 580 },
    { code: '126', item: 1003, name: 'Terracotta Roof', hex: '#A8503A', popularity: 520 },
    { code: '133', item: 1004, name: 'Theatre Red', hex: '#A3182B', popularity: 990 },
    { code: '141', item: 1005, name: 'Raspberry Hour', hex: '#9B1B4B', popularity: 640 },
    { code: '150', item: 1006, name: 'Fig Passage', hex: '#6B2A3F', popularity: 560 },
    { code: '162', item: 1007, name: 'Last Tram', hex: '#4A1C27', popularity: 410 },
  ],
);

const matte = shadeRange(
  {
    ...lip,
    sku: 'RP-MATTE',
    name: 'Matinée Soft Matte, {shade}',
    description:
      'Matte the way suede is matte: airy silica blurs, a little squalane keeps lips from feeling dry.',
    price: 26.9,
    size: '3 g',
    art: { vessel: 'lipstick', accent: '#2A2628', finish: 'matte' },
    cosmetic: {
      use: 'leaveOn',
      formula: {
        ...waxes,
        isododecane: 28,
        dimethicone: 18,
        'ricinus-communis-seed-oil': 16,
        silica: 8,
        squalane: 4,
        'ci-15850': 5,
        'ci-77491': 4,
        'ci-77499': 0.7,
      },
      mayContain: lipShades,
    },
  },
  [
    { code: '204', item: 1011, name: 'Ballet Floor', hex: '#BC8276', popularity: 610 },
    { code: '219', item: 1012, name: 'Brick Stage', hex: '#8E3B2E', popularity: 700 },
    { code: '233', item: 1013, name: 'Curtain Call', hex: '#7E1023', popularity: 860 },
    { code: '247', item: 1014, name: 'Plum Velvet', hex: '#552238', popularity: 480 },
  ],
);

const gloss = shadeRange(
  {
    ...lip,
    sku: 'RP-GLOSS',
    name: 'Rain Window Gloss, {shade}',
    description: 'Glassy and light, never sticky: a wash of color that catches the street lamps.',
    price: 19.9,
    size: '5 ml',
    art: { vessel: 'tube', accent: '#E8D9CE', finish: 'gloss' },
    cosmetic: {
      use: 'leaveOn',
      formula: {
        'hydrogenated-polyisobutene': 58,
        'diisostearyl-malate': 22,
        octyldodecanol: 15,
        silica: 2,
        tocopherol: 0.3,
        'ci-15850': 0.4,
        'ci-77019': 1.5,
        'aroma-rose': 0.2,
      },
      mayContain: [...lipShades, 'CI 77019'],
    },
  },
  [
    { code: '302', item: 1021, name: 'Clear Evening', hex: '#E7B9AE', popularity: 520 },
    { code: '311', item: 1022, name: 'Peony Glass', hex: '#D9838F', popularity: 590 },
    { code: '324', item: 1023, name: 'Amber Drop', hex: '#B5654A', popularity: 430 },
  ],
);

const balm = shelfItem({
  ...lip,
  sku: 'RP-BALM-01',
  item: 1031,
  name: en('Overnight Lip Balm'),
  description: 'Shea, beeswax and ceramide in a small jar for the bedside table. Unscented.',
  price: 14.9,
  size: '12 ml',
  art: { vessel: 'jar', color: '#F0DCC4', accent: '#B08D57', finish: 'satin' },
  popularity: 530,
  cosmetic: {
    use: 'leaveOn',
    formula: {
      'ricinus-communis-seed-oil': 38,
      'butyrospermum-parkii-butter': 30,
      'cera-alba': 16,
      'simmondsia-chinensis-seed-oil': 14,
      'ceramide-np': 0.2,
      tocopherol: 0.5,
    },
  },
});

export const lipProducts: readonly ShelfItem[] = [...satin, ...matte, ...gloss, balm];
