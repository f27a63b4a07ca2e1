import { type Static, Type } from 'typebox';
import { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import { Id, LocalizedText, Sku } from '#shared/domain/catalog/primitives.ts';
import { ProductRecord } from '#shared/domain/catalog/product.ts';
import { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { query } from '../define.ts';
import { Nothing } from './common.ts';

const closed = { additionalProperties: false };

/** What the running line promotions make of one piece, for anybody and without a coupon (PRC-101). */
const Offer = Type.Object(
  {
    /** What the piece costs without them: what to strike through. */
    regularMinor: Type.Integer({ minimum: 0 }),
    /** What it costs: always less. */
    priceMinor: Type.Integer({ minimum: 0 }),
    /** Those that apply, in their order; at least one. */
    promotions: Type.Array(Type.Object({ promotion: Id, name: LocalizedText }, closed)),
  },
  closed,
);

/**
 * A product as a tile or a search hit shows it. The price to show is `fromMinor` for a product to be
 * designed, else `offer.priceMinor`, else `priceMinor`; with an offer, `offer.regularMinor` is what
 * it would cost without. All are minor units of the store's currency, tax included where its prices are.
 */
export const ProductCard = Type.Object(
  {
    product: ProductRecord,
    /** One piece before options and promotions; `null` when it has no price here and now. */
    priceMinor: Type.Union([Type.Integer(), Type.Null()]),
    /** Custom products: the least that an allowed design costs, running offer included (PRC-102). */
    fromMinor: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Absent when no line promotion runs; for a custom product it is that of its cheapest design. */
    offer: Type.Optional(Offer),
  },
  closed,
);
export type ProductCard = Static<typeof ProductCard>;

const Facet = Type.Object({ value: Type.String(), count: Type.Integer() }, closed);

/**
 * What a shopper looks for; `brand` and `category` filter exactly. Without a limit the answer has 24 hits.
 */
export const SearchInput = Type.Object(
  {
    /** Empty text lists everything in order of popularity. */
    text: Type.String({ maxLength: 200 }),
    brand: Type.Optional(Type.String()),
    category: Type.Optional(Type.String()),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  closed,
);
export type SearchInput = Static<typeof SearchInput>;

/** One page of hits, best first (STO-40 to STO-49). */
export const SearchOutput = Type.Object(
  {
    hits: Type.Array(ProductCard),
    /** Exact up to 1,000; `more` is set when there are more. */
    total: Type.Integer(),
    more: Type.Boolean(),
    /** The words that were really searched when a typing error was forgiven. */
    correctedTo: Type.Optional(Type.String()),
    /** Counted over the hits without the facet's own filter, most first, at most 20 each. */
    brands: Type.Array(Facet),
    categories: Type.Array(Facet),
  },
  closed,
);
export type SearchOutput = Static<typeof SearchOutput>;

const ProductDetail = Type.Object(
  {
    card: ProductCard,
    /** Other shades or sizes of the same product, itself included; empty when it has none. */
    variants: Type.Array(ProductCard),
    stock: Type.Union([Type.Integer(), Type.Null()]),
    /** Label names of the allergens that the printed ingredient list names. */
    allergens: Type.Array(Type.String()),
  },
  closed,
);

/** Looking at the published catalog, with prices as they are in this store now. */
export const catalogContract = {
  /** What the home screen offers: custom products first, then categories with their counts. */
  'catalog.home': query(
    Nothing,
    Type.Object(
      {
        custom: Type.Array(ProductCard),
        categories: Type.Array(Facet),
        featured: Type.Array(ProductCard),
      },
      closed,
    ),
  ),
  'catalog.search': query(SearchInput, SearchOutput),
  'catalog.product': query(Type.Object({ sku: Sku }, closed), ProductDetail, [
    'catalog.product_not_found',
  ]),
  /** Exact lookup of a scanned or typed barcode. */
  'catalog.byBarcode': query(
    Type.Object({ code: Type.String({ maxLength: 64 }) }, closed),
    ProductCard,
    ['catalog.product_not_found'],
  ),
  /** Everything that the customizer of a custom product needs. */
  'catalog.template': query(
    Type.Object({ sku: Sku }, closed),
    Type.Object(
      { card: ProductCard, template: TemplateRecord, allergens: Type.Array(AllergenRecord) },
      closed,
    ),
    ['catalog.product_not_found', 'catalog.template_not_found'],
  ),
} as const;
