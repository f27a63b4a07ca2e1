import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { seededRandom } from '../tests/helpers/random.ts';

/** One of `items`, the first ones far more often: names in a shop are not evenly spread. */
export function pickSkewed<T>(random: () => number, items: readonly T[]): T {
  const item = items[Math.floor(random() ** 2.2 * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

const syllables =
  'ba be bo ca ce co da de do el en fa fe fi ga gi la le li lo lu ma me mi mo na ne ni no ora pa pe ra re ri ro sa se si so ta te ti to va ve vi vo za zo'.split(
    ' ',
  );
const finishes =
  'matte satin dewy radiant velvet luminous sheer gloss shimmer soft silky bold pure ultra infinite hydra skin cloud glow stay'.split(
    ' ',
  );
const nouns: readonly (readonly [noun: string, category: string])[] = [
  ['Foundation', 'Foundation'],
  ['Lipstick', 'Lipstick'],
  ['Concealer', 'Concealer'],
  ['Lip Gloss', 'Lip Gloss'],
  ['Lip Oil', 'Lip Balm & Treatment'],
  ['Lip Balm', 'Lip Balm & Treatment'],
  ['Blush', 'Blush'],
  ['Bronzer', 'Bronzer'],
  ['Highlighter', 'Highlighter'],
  ['Eyeshadow Palette', 'Eyeshadow'],
  ['Eyeshadow', 'Eyeshadow'],
  ['Eyeliner', 'Eyeliner'],
  ['Mascara', 'Mascara'],
  ['Brow Pencil', 'Eyebrow'],
  ['Setting Powder', 'Powder'],
  ['Primer', 'Primer'],
  ['Serum', 'Serum'],
  ['Moisturizer', 'Moisturizer'],
  ['Cleanser', 'Cleanser'],
  ['Sunscreen', 'Sunscreen'],
  ['Eau de Parfum', 'Fragrance'],
  ['Shampoo', 'Shampoo'],
  ['Conditioner', 'Conditioner'],
  ['Hair Mask', 'Hair Mask'],
  ['Nail Polish', 'Nail'],
  ['Body Lotion', 'Body'],
  ['Face Mist', 'Mist'],
  ['Night Cream', 'Moisturizer'],
  ['Eye Cream', 'Eye Care'],
  ['Makeup Brush', 'Brushes'],
];
const colors =
  'rose beige ivory sand honey caramel mocha espresso porcelain almond chestnut golden amber copper bronze coral peach berry plum cherry ruby scarlet crimson fuchsia mauve nude taupe cocoa walnut fawn buff cream linen shell cashmere bisque cinnamon mahogany sienna terracotta apricot melon blossom petal orchid violet lilac sapphire emerald jade olive slate'.split(
    ' ',
  );
const tones =
  'warm cool neutral deep light medium fair rich tan dark pale soft vivid dusty burnt toasted frosted smoky wild secret'.split(
    ' ',
  );

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function madeUpName(random: () => number, parts: number): string {
  let name = '';
  for (let i = 0; i < parts; i += 1) {
    name += syllables[Math.floor(random() * syllables.length)] ?? '';
  }
  return capitalized(name);
}

/**
 * `count` products as a large chain lists them: 300 brands with made-up names, lines in up to 40
 * shades, skewed popularity; equal for an equal seed.
 */
export function generateProducts(count: number, seed: number): readonly ProductRecord[] {
  const random = seededRandom(seed);
  const brands = Array.from({ length: 300 }, () => {
    const first = madeUpName(random, 2 + Math.floor(random() * 2));
    return random() < 0.4 ? `${first} ${madeUpName(random, 2)}` : first;
  });
  const products: ProductRecord[] = [];
  while (products.length < count) {
    const brand = pickSkewed(random, brands);
    const [noun, category] = pickSkewed(random, nouns);
    const range = `${capitalized(pickSkewed(random, finishes))} ${madeUpName(random, 2 + Math.floor(random() * 2))}`;
    const name = `${range} ${noun}`;
    const family = `F${products.length}`;
    const shades = 1 + Math.floor(random() ** 2 * 40);
    for (let i = 0; i < shades && products.length < count; i += 1) {
      const serial = products.length;
      const shade =
        random() < 0.25
          ? `${madeUpName(random, 3)} ${capitalized(pickSkewed(random, colors))}`
          : `${capitalized(pickSkewed(random, tones))} ${capitalized(pickSkewed(random, colors))}`;
      products.push({
        kind: 'product',
        sku: `SKU-${String(serial).padStart(6, '0')}`,
        type: 'ready',
        name: { en: `${name} ${shade}` },
        brand,
        category,
        taxClass: 'standard',
        variantOf: family,
        shade: { code: `${100 + i * 5}${'NWC'.charAt(i % 3)}`, name: shade, hex: '#c68863' },
        popularity: Math.floor(random() ** 6 * 50_000),
      });
    }
  }
  return products;
}
