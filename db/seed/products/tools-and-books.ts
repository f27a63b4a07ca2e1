import { brands, categories } from '../brands.ts';
import { asPrinted, en } from '../build.ts';
import { type ShelfItem, shelfItem } from './shelf-item.ts';

const tool = { brand: brands.tools, category: categories.tools } as const;

export const toolsAndBooks: readonly ShelfItem[] = [
  shelfItem({
    ...tool,
    sku: 'FT-BRUSH-FND',
    item: 1701,
    name: en('Foundation Brush No. 2'),
    description: 'Dense, domed, vegan fibers on a beech handle. Buffs liquid to skin.',
    price: 24,
    art: { vessel: 'stick', color: '#C8A27A', accent: '#2B2320', finish: 'satin' },
    popularity: 560,
  }),
  shelfItem({
    ...tool,
    sku: 'FT-BRUSH-SET',
    item: 1702,
    name: en('Brush Roll, Five Pieces'),
    description: 'Face, cheek, two eyes and a brow, in a waxed canvas roll.',
    price: 69,
    art: { vessel: 'box', color: '#4A4B3F', accent: '#C8A27A', finish: 'matte' },
    popularity: 380,
  }),
  shelfItem({
    ...tool,
    sku: 'FT-STONE-01',
    item: 1703,
    name: en('River Stone Gua Sha'),
    description: 'Cut from basalt, cool out of the drawer, smooth on every edge.',
    price: 22,
    art: { vessel: 'compact', color: '#4E5452', accent: '#8B9490', finish: 'satin' },
    popularity: 310,
  }),
  shelfItem({
    ...tool,
    sku: 'AF-GIFTBOX-S',
    item: 1704,
    name: en('Gift Box, Small'),
    description: 'Linen paper, a ribbon in house color, and a card that we write for you.',
    price: 6.5,
    art: { vessel: 'box', color: '#EADFD0', accent: '#8E2F3A', finish: 'matte' },
    popularity: 520,
  }),
  shelfItem({
    ...tool,
    brand: brands.house,
    sku: 'AF-POUCH-01',
    item: 1705,
    name: en('Atelier Pouch'),
    description: 'Undyed cotton with a brass zip; fits a foundation, a lipstick and a brush.',
    price: 18,
    art: { vessel: 'box', color: '#D9CDB8', accent: '#B08D57', finish: 'matte' },
    popularity: 330,
  }),
  shelfItem({
    brand: brands.house,
    category: categories.books,
    taxClass: 'books',
    sku: 'AF-BOOK-SHADE',
    item: 1706,
    name: asPrinted('The Shade Atlas'),
    description:
      'A printed guide to undertone and depth: 120 pages of color, with the swatches that our blenders learn from.',
    price: 29,
    art: { vessel: 'box', color: '#A4563F', accent: '#F0DCCB', finish: 'matte' },
    popularity: 300,
  }),
  shelfItem({
    brand: brands.house,
    category: categories.books,
    taxClass: 'books',
    sku: 'AF-BOOK-NOSE',
    item: 1707,
    name: asPrinted('A Notebook for Noses'),
    description: 'How top, heart and base work, with 96 pages to write down what you smell.',
    price: 19.9,
    art: { vessel: 'box', color: '#35524A', accent: '#C2A878', finish: 'matte' },
    popularity: 260,
  }),
];
