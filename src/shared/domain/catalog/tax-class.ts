import { type Static, Type } from 'typebox';
import { BasisPoints, Id, JurisdictionCode, LocalizedText, validityFields } from './primitives.ts';

/** One rate of a tax class in one country during one period; several may hold at once (state and city). */
export const TaxRate = Type.Object(
  {
    /** Stable name of the rate, e.g. `vat-standard`; printed per rate on the receipt. */
    id: Id,
    country: JurisdictionCode,
    rateBps: BasisPoints,
    /** As it is printed, the rate included: `VAT 19%`. */
    label: LocalizedText,
    ...validityFields,
  },
  { additionalProperties: false },
);
export type TaxRate = Static<typeof TaxRate>;

/** What a product is to the tax office. */
export const TaxClassRecord = Type.Object(
  {
    kind: Type.Literal('taxClass'),
    id: Id,
    name: LocalizedText,
    rates: Type.Array(TaxRate, { maxItems: 200 }),
  },
  { additionalProperties: false },
);
export type TaxClassRecord = Static<typeof TaxClassRecord>;
