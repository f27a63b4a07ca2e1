import { brands, categories } from '../brands.ts';
import { en } from '../build.ts';
import { mineralShades } from '../ingredients/colorants.ts';
import { type ShelfItem, shelfItem } from './shelf-item.ts';

const eyes = { brand: brands.eyes, category: categories.eyes } as const;

const pressedShadow = {
  use: 'leaveOn',
  formula: {
    talc: 38,
    'synthetic-fluorphlogopite': 24,
    'ci-77491': 9,
    'ci-77891': 8,
    'ci-77499': 4,
    squalane: 9,
    'diisostearyl-malate': 5,
    'tin-oxide': 0.3,
    phenoxyethanol: 0.7,
  },
  mayContain: [...mineralShades, 'CI 77742', 'CI 77288', 'CI 77007', 'CI 77019'],
} as const;

export const eyeProducts: readonly ShelfItem[] = [
  shelfItem({
    ...eyes,
    sku: 'MI-PAL-DUSK',
    item: 1201,
    name: en('Dusk Flight Palette'),
    description:
      'Eight shadows from moth wing to midnight: four soft mattes, three satins and one dry glitter of rust.',
    price: 42,
    size: '8 × 1.2 g',
    art: { vessel: 'palette', color: '#8A5A4A', accent: '#C9A27E', finish: 'shimmer' },
    popularity: 690,
    cosmetic: pressedShadow,
  }),
  shelfItem({
    ...eyes,
    sku: 'MI-PAL-MOSS',
    item: 1202,
    name: en('Moss Garden Palette'),
    description: 'Greens that flatter brown eyes, browns that flatter green ones. Eight shadows.',
    price: 42,
    size: '8 × 1.2 g',
    art: { vessel: 'palette', color: '#5E6B4A', accent: '#C7B98B', finish: 'satin' },
    popularity: 470,
    cosmetic: pressedShadow,
  }),
  shelfItem({
    ...eyes,
    sku: 'MI-MASCARA-01',
    item: 1203,
    name: en('Inkline Mascara'),
    description: 'A tubing mascara: it lifts, does not smudge, and slides off with warm water.',
    price: 23.9,
    size: '9 ml',
    art: { vessel: 'tube', color: '#1D1A1F', accent: '#C9A27E', finish: 'satin' },
    popularity: 830,
    cosmetic: {
      use: 'leaveOn',
      formula: {
        aqua: 46,
        'acrylates-copolymer': 24,
        'copernicia-cerifera-cera': 7,
        'ci-77499': 10,
        'cetearyl-alcohol': 3,
        glycerin: 4,
        panthenol: 1,
        phenoxyethanol: 0.8,
        ethylhexylglycerin: 0.2,
      },
    },
  }),
  shelfItem({
    ...eyes,
    sku: 'MI-KOHL-01',
    item: 1204,
    name: en('Soft Kohl Stick, Umbra'),
    description: 'Half a minute to smoke it out, then it stays until you say so.',
    price: 17.9,
    size: '1.2 g',
    art: { vessel: 'stick', color: '#2B2024', accent: '#7A4B3A', finish: 'matte' },
    popularity: 390,
    cosmetic: {
      use: 'leaveOn',
      formula: {
        isododecane: 44,
        'ci-77499': 24,
        'cera-microcristallina': 12,
        'copernicia-cerifera-cera': 6,
        'ci-77019': 6,
        'ci-77491': 3,
        tocopherol: 0.2,
      },
    },
  }),
];
