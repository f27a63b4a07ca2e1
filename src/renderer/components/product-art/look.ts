import type { ProductArt, ProductRecord } from '#shared/domain/catalog/product.ts';

export type Vessel = ProductArt['vessel'];
export type Finish = NonNullable<ProductArt['finish']>;

/** Everything that a drawing of a product depends on; colors are `#rrggbb`. */
export interface Look {
  readonly vessel: Vessel;
  /** The product itself: what is in the vessel. */
  readonly color: string;
  /** Label bands, rubber parts, small details. */
  readonly accent: string;
  readonly finish: Finish;
  /** Cap, lid or case. */
  readonly cap: string;
  /** Text cut into the cap or case. */
  readonly engraving?: string;
  readonly brand: string;
}

const vesselByWord: readonly (readonly [RegExp, Vessel])[] = [
  [/polish|nail/i, 'polish'],
  [/lipstick|lip/i, 'lipstick'],
  [/fragrance|perfume|parfum|cologne/i, 'flacon'],
  [/serum|oil|ampoule/i, 'dropper'],
  [/shampoo|conditioner|wash|soap|hair|body/i, 'pump'],
  [/foundation|primer|toner|lotion/i, 'bottle'],
  [/powder|blush|bronzer|highlighter|compact/i, 'compact'],
  [/palette|eyeshadow/i, 'palette'],
  [/balm|stick|deodorant|concealer/i, 'stick'],
  [/cream|mask|butter|moistur/i, 'jar'],
  [/gel|cleanser|scrub|sunscreen|hand/i, 'tube'],
];

const defaultColor = '#c9b7a2';
const defaultAccent = '#2b2622';
const defaultCap = '#2f2924';

const looks = new WeakMap<ProductRecord, Look>();

/**
 * Where the catalog gives no drawing, the category and the shade still tell what to draw. The same product gives
 * the same look, so that its drawing is only drawn anew when it changes.
 */
export function lookOf(product: ProductRecord): Look {
  const known = looks.get(product);
  if (known !== undefined) return known;
  const look = makeLook(product);
  looks.set(product, look);
  return look;
}

function makeLook(product: ProductRecord): Look {
  const words = `${product.category} ${product.name.en}`;
  const guessed = vesselByWord.find(([word]) => word.test(words))?.[1] ?? 'box';
  return {
    vessel: product.art?.vessel ?? guessed,
    color: product.shade?.hex ?? product.art?.color ?? defaultColor,
    accent: product.art?.accent ?? defaultAccent,
    finish: product.art?.finish ?? 'satin',
    cap: product.art?.accent ?? defaultCap,
    brand: product.brand,
  };
}
