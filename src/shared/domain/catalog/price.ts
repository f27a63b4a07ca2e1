import { type Static, Type } from 'typebox';
import { CurrencyCode, Id, NonNegativeMinor, Sku, validityFields } from './primitives.ts';

/**
 * Price of a SKU from a date on: the chain's when `store` is absent, else that store's own price
 * list. Of several that hold at a time, the one with the latest `validFrom` counts.
 */
export const PriceRecord = Type.Object(
  {
    kind: Type.Literal('price'),
    sku: Sku,
    store: Type.Optional(Id),
    currency: CurrencyCode,
    amountMinor: NonNegativeMinor,
    ...validityFields,
  },
  { additionalProperties: false },
);
export type PriceRecord = Static<typeof PriceRecord>;
