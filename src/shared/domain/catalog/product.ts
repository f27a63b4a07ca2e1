import { type Static, Type } from 'typebox';
import { ProductUse } from './allergen.ts';
import { IngredientShare } from './ingredient.ts';
import { HexColor, Id, LocalizedText, Sku } from './primitives.ts';

/** How light lies on a product. */
export const Finish = Type.Enum(['matte', 'satin', 'gloss', 'shimmer', 'sheer']);

/** The drawing of a product: everything the kiosk needs to paint it without a photograph. */
export const ProductArt = Type.Object(
  {
    vessel: Type.Enum([
      'bottle',
      'dropper',
      'pump',
      'tube',
      'jar',
      'lipstick',
      'compact',
      'flacon',
      'polish',
      'stick',
      'palette',
      'box',
    ]),
    color: HexColor,
    accent: Type.Optional(HexColor),
    finish: Type.Optional(Finish),
  },
  { additionalProperties: false },
);
export type ProductArt = Static<typeof ProductArt>;

/** What tells a variant from its siblings. */
const ShadeInfo = Type.Object(
  {
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    hex: HexColor,
  },
  { additionalProperties: false },
);

/**
 * Something with a SKU. `ready` is sold as it is, `custom` is designed from a template,
 * `component` is stock behind the counter (a base, a pigment, a cap) and never sold by itself.
 */
export const ProductRecord = Type.Object(
  {
    kind: Type.Literal('product'),
    sku: Sku,
    type: Type.Union([Type.Literal('ready'), Type.Literal('custom'), Type.Literal('component')]),
    /** Set for `custom`: the template that the shopper designs from. */
    template: Type.Optional(Id),
    name: LocalizedText,
    brand: Type.String({ minLength: 1, maxLength: 120 }),
    category: Type.String({ minLength: 1, maxLength: 120 }),
    description: Type.Optional(LocalizedText),
    taxClass: Id,
    use: Type.Optional(ProductUse),
    /** Barcodes as printed: EAN-13, EAN-8, UPC-A or GTIN-14, check digit included. */
    gtins: Type.Optional(Type.Array(Type.String({ pattern: '^[0-9]{8,14}$' }), { maxItems: 20 })),
    /** SKU-like key shared by the variants (shades, sizes) of one product. */
    variantOf: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    shade: Type.Optional(ShadeInfo),
    /** Net content as printed, e.g. `30 ml`. */
    size: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** Unit that stock of this item is counted in. */
    stockUnit: Type.Optional(Type.Union([Type.Literal('piece'), Type.Literal('mg')])),
    ingredients: Type.Optional(Type.Array(IngredientShare, { maxItems: 400 })),
    /** The ingredient list as printed, parsed names in order; kept beside `ingredients`. */
    inci: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 400 }),
    ),
    mayContain: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 200 }),
    ),
    art: Type.Optional(ProductArt),
    /** Larger is shown earlier among equals; e.g. units sold last month. */
    popularity: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
);
export type ProductRecord = Static<typeof ProductRecord>;
