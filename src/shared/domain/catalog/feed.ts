import { type Static, Type } from 'typebox';
import { AllergenRecord } from './allergen.ts';
import { IngredientRecord } from './ingredient.ts';
import { PriceRecord } from './price.ts';
import { ProductRecord } from './product.ts';
import { PromotionRecord } from './promotion.ts';
import { RuleRecord } from './rule.ts';
import { LotRecord, StockRecord } from './stock.ts';
import { StoreRecord } from './store.ts';
import { TaxClassRecord } from './tax-class.ts';
import { TemplateRecord } from './template.ts';

/** Schemas of every record kind of `catalog feed v1`, in the order in which they refer to each other. */
export const recordSchemas = {
  store: StoreRecord,
  taxClass: TaxClassRecord,
  allergen: AllergenRecord,
  ingredient: IngredientRecord,
  product: ProductRecord,
  price: PriceRecord,
  template: TemplateRecord,
  rule: RuleRecord,
  promotion: PromotionRecord,
  stock: StockRecord,
  lot: LotRecord,
} as const;

/** The `kind` of a record. */
export type RecordKind = keyof typeof recordSchemas;
// `rule` is spelled by hand because its condition is recursive; see rule.ts.
type RecordOf = {
  readonly [K in RecordKind]: K extends 'rule' ? RuleRecord : Static<(typeof recordSchemas)[K]>;
};
/** A record of any kind. */
export type CatalogRecord = RecordOf[RecordKind];

/** A record of one kind. */
export type RecordOfKind<Kind extends RecordKind> = Extract<CatalogRecord, { readonly kind: Kind }>;

/** First line of an NDJSON feed, or the envelope of a JSON one. */
export const FeedHeader = Type.Object(
  {
    format: Type.Literal('blendbar-catalog'),
    version: Type.Literal(1),
    /** `full` replaces every record of `kinds`; `delta` only adds and changes. */
    mode: Type.Union([Type.Literal('full'), Type.Literal('delta')]),
    /** Kinds that a full feed covers; all of them when absent. */
    kinds: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
    /** Free text that tells where the feed came from. */
    source: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type FeedHeader = Static<typeof FeedHeader>;

/** The key under which a record is stored and upserted; unique within its kind. */
export function recordKey(record: CatalogRecord): string {
  switch (record.kind) {
    case 'product':
      return record.sku;
    case 'price':
      return `${record.sku}|${record.store ?? ''}|${record.currency}|${record.validFrom}`;
    case 'stock':
      return `${record.sku}|${record.store}`;
    default:
      return record.id;
  }
}
