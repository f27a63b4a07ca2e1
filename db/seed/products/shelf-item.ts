import type { ProductUse } from '#shared/domain/catalog/allergen.ts';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { chainPrice, en, inStoreEan13, type Percents, shares } from '../build.ts';
import { printedList } from '../ingredients/printed-list.ts';

type Art = NonNullable<ProductRecord['art']>;

/** What a finished cosmetic is made of, and how long it stays on. */
export interface Cosmetic {
  readonly use: ProductUse;
  readonly formula: Percents;
  readonly mayContain?: readonly string[];
}

interface Spec {
  readonly sku: string;
  /** Number inside the EAN-13; unique in the shop. */
  readonly item: number;
  readonly name: LocalizedText;
  readonly brand: string;
  readonly category: string;
  readonly description: string;
  /** Euros, tax included. */
  readonly price: number;
  /** As printed; what is one piece needs none. */
  readonly size?: string;
  readonly art: Art;
  readonly popularity: number;
  readonly cosmetic?: Cosmetic;
  readonly taxClass?: string;
}

/** A ready-made product and what it costs. */
export interface ShelfItem {
  readonly product: ProductRecord;
  readonly price: PriceRecord;
}

export function shelfItem(spec: Spec): ShelfItem {
  return { product: productOf(spec), price: chainPrice(spec.sku, spec.price) };
}

interface Shade {
  readonly code: string;
  readonly item: number;
  readonly name: string;
  readonly hex: string;
  readonly popularity: number;
}

/** One product in several shades: every shade is a SKU of its own, tied together by `variantOf`. */
export function shadeRange(
  range: Omit<Spec, 'name' | 'item' | 'popularity' | 'art'> & {
    /** In English, `{shade}` where the shade's name goes. */
    readonly name: string;
    readonly art: Omit<Art, 'color'>;
  },
  shades: readonly Shade[],
): readonly ShelfItem[] {
  return shades.map((shade) => {
    const sku = `${range.sku}-${shade.code}`;
    const product = productOf({
      ...range,
      sku,
      item: shade.item,
      name: en(range.name, { shade: shade.name }),
      popularity: shade.popularity,
      art: { ...range.art, color: shade.hex },
    });
    return {
      product: {
        ...product,
        variantOf: range.sku,
        shade: { code: shade.code, name: shade.name, hex: shade.hex },
      },
      price: chainPrice(sku, range.price),
    };
  });
}

function productOf(spec: Spec): ProductRecord {
  const product: ProductRecord = {
    kind: 'product',
    sku: spec.sku,
    type: 'ready',
    name: spec.name,
    brand: spec.brand,
    category: spec.category,
    description: en(spec.description),
    taxClass: spec.taxClass ?? 'standard',
    gtins: [inStoreEan13(spec.item)],
    ...(spec.size === undefined ? {} : { size: spec.size }),
    stockUnit: 'piece',
    art: spec.art,
    popularity: spec.popularity,
  };
  if (!spec.cosmetic) return product;
  const ingredients = shares(spec.cosmetic.formula);
  return {
    ...product,
    use: spec.cosmetic.use,
    ingredients,
    inci: printedList(ingredients, spec.cosmetic.use),
    ...(spec.cosmetic.mayContain ? { mayContain: [...spec.cosmetic.mayContain] } : {}),
  };
}
