import { brands, categories } from '../brands.ts';
import { en } from '../build.ts';
import { type ShelfItem, shelfItem } from './shelf-item.ts';

const hair = { brand: brands.hair, category: categories.hair } as const;
const preserved = { 'sodium-benzoate': 0.5, 'citric-acid': 0.3 } as const;

export const hairProducts: readonly ShelfItem[] = [
  shelfItem({
    ...hair,
    sku: 'SW-WASH-01',
    item: 1501,
    name: en('Everyday Rain Shampoo'),
    description: 'Sulfate-free, light, and clean to the roots without the squeak.',
    price: 16.9,
    size: '250 ml',
    art: { vessel: 'bottle', color: '#C7DAD7', accent: '#2F4A4A', finish: 'satin' },
    popularity: 520,
    cosmetic: {
      use: 'rinseOff',
      formula: {
        aqua: 68,
        'sodium-olefin-sulfonate': 10,
        'cocamidopropyl-betaine': 8,
        'coco-glucoside': 6,
        glycerin: 3,
        'guar-hydroxypropyltrimonium': 0.3,
        'parfum-linen': 0.6,
        ...preserved,
      },
    },
  }),
  shelfItem({
    ...hair,
    sku: 'SW-COND-01',
    item: 1502,
    name: en('Slow Comb Conditioner'),
    description: 'Argan and rice protein: two minutes, and the comb goes through.',
    price: 17.9,
    size: '250 ml',
    art: { vessel: 'bottle', color: '#E2D3BE', accent: '#7A5C3E', finish: 'satin' },
    popularity: 500,
    cosmetic: {
      use: 'rinseOff',
      formula: {
        aqua: 80,
        'cetearyl-alcohol': 7,
        'behentrimonium-chloride': 3,
        'argania-spinosa-kernel-oil': 2,
        'hydrolyzed-rice-protein': 1,
        glycerin: 4,
        'parfum-linen': 0.5,
        ...preserved,
      },
    },
  }),
  shelfItem({
    ...hair,
    sku: 'SW-SCALP-01',
    item: 1503,
    name: en('Bare Scalp Tonic'),
    description: 'Caffeine, rosemary and a cool finish. Part, drop, massage, leave in.',
    price: 24.9,
    size: '100 ml',
    art: { vessel: 'dropper', color: '#7F9A7A', accent: '#26352A', finish: 'gloss' },
    popularity: 430,
    cosmetic: {
      use: 'leaveOn',
      formula: {
        aqua: 80,
        'alcohol-denat': 10,
        caffeine: 1,
        panthenol: 1,
        'rosemary-oil': 0.2,
        menthol: 0.1,
        propanediol: 4,
      },
    },
  }),
  shelfItem({
    ...hair,
    sku: 'SW-MASK-01',
    item: 1504,
    name: en('Sunday Hair Mask'),
    description: 'Shea for coils and curls that drink everything else by noon.',
    price: 23.9,
    size: '200 ml',
    art: { vessel: 'jar', color: '#B98B6A', accent: '#3F2A20', finish: 'satin' },
    popularity: 470,
    cosmetic: {
      use: 'rinseOff',
      formula: {
        aqua: 68,
        'butyrospermum-parkii-butter': 8,
        'cetearyl-alcohol': 8,
        'behentrimonium-chloride': 4,
        glycerin: 6,
        'hydrolyzed-wheat-protein': 1,
        'parfum-powder': 0.4,
        ...preserved,
      },
    },
  }),
];
