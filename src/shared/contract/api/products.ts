import { type Static, Type } from 'typebox';
import { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import { CurrencyCode, Id, LocalizedText, Sku } from '#shared/domain/catalog/primitives.ts';
import { ProductRecord } from '#shared/domain/catalog/product.ts';
import { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { VersionNumber } from './catalog.ts';
import { Cursor, IsoTime } from './orders.ts';

const closed = { additionalProperties: false };
/** Text without NUL, which no database keeps. */
const words = { minLength: 1, pattern: '^[^\\u0000]*$' };

/** Which products of a store are asked for. */
export const ProductsQuery = Type.Object(
  {
    store: Id,
    /** Words or their beginnings, in any order, of SKU, GTIN, name, brand, shade, category or size. */
    q: Type.Optional(Type.String({ ...words, maxLength: 200 })),
    category: Type.Optional(Type.String({ ...words, maxLength: 120 })),
    brand: Type.Optional(Type.String({ ...words, maxLength: 120 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
    cursor: Type.Optional(Cursor),
  },
  closed,
);

/** What one piece costs here and now, for anybody and without a coupon; minor units. */
const ShownPrice = Type.Object(
  {
    currency: CurrencyCode,
    pricesIncludeTax: Type.Boolean(),
    /** One piece before options and promotions. */
    priceMinor: Type.Integer(),
    /** Products to be designed: the least that an allowed design costs, running offer included. */
    fromMinor: Type.Optional(Type.Integer({ minimum: 0 })),
    /** What the running line promotions make of it; for a product to be designed, of its cheapest design. */
    offer: Type.Optional(
      Type.Object(
        {
          regularMinor: Type.Integer({ minimum: 0 }),
          priceMinor: Type.Integer({ minimum: 0 }),
          promotions: Type.Array(Type.Object({ promotion: Id, name: LocalizedText }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);

/** A product as a store sells it. */
const SoldProduct = Type.Object(
  {
    product: ProductRecord,
    /** `null`: it has no price here and now. */
    price: Type.Union([ShownPrice, Type.Null()]),
  },
  closed,
);
export type SoldProduct = Static<typeof SoldProduct>;

const answered = {
  /** Of head office's catalog: what the store gets now. */
  catalogVersion: VersionNumber,
  /** When the prices hold. */
  at: IsoTime,
};

/** A page of products: by SKU, or the best match first when words were given. */
export const ProductPage = Type.Object(
  { ...answered, items: Type.Array(SoldProduct), nextCursor: Type.Optional(Cursor) },
  closed,
);
export type ProductPage = Static<typeof ProductPage>;

/** One product with what belongs to it. */
export const ProductDetail = Type.Object(
  {
    ...answered,
    ...SoldProduct.properties,
    /** SKUs of the other shades or sizes of the same product, in order of SKU. */
    variants: Type.Array(Sku),
    /** Label names of the allergens that the printed ingredient list names. */
    allergens: Type.Array(Type.String()),
  },
  closed,
);
export type ProductDetail = Static<typeof ProductDetail>;

const {
  validFrom: _from,
  validTo: _to,
  ...thresholdFields
} = AllergenRecord.properties.thresholds.items.properties;

/** An allergen with the thresholds above which it must be labelled. */
const PublicAllergen = Type.Object(
  {
    ...Type.Omit(AllergenRecord, ['kind', 'thresholds']).properties,
    thresholds: Type.Array(
      Type.Object(
        { ...thresholdFields, validFrom: IsoTime, validTo: Type.Optional(IsoTime) },
        closed,
      ),
    ),
  },
  closed,
);
export type PublicAllergen = Static<typeof PublicAllergen>;

/** Everything that somebody who designs a product has to know of it. */
export const ProductOptions = Type.Object(
  {
    ...answered,
    sku: Sku,
    /** Its groups in order, with their options. */
    template: TemplateRecord,
    /** Every allergen that a shopper may declare. */
    allergens: Type.Array(PublicAllergen),
  },
  closed,
);
export type ProductOptions = Static<typeof ProductOptions>;
