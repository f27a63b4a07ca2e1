import { type Static, Type } from 'typebox';
import { Bitmap } from './bitmap.ts';
import { CurrencyCode, Id, JurisdictionCode, LocalizedText } from './primitives.ts';

/**
 * How tax is rounded to the minor unit, always half away from zero: once per line, or once per
 * tax rate over the whole sale (the parts then go to the lines by largest remainder).
 */
export const TaxRounding = Type.Union([Type.Literal('perLine'), Type.Literal('perTotal')]);
export type TaxRounding = Static<typeof TaxRounding>;

/**
 * Cash only: the payable total is rounded to a multiple of `incrementMinor`. `nearest` rounds
 * 1, 2, 6, 7 down and 3, 4, 8, 9 up for an increment of 5 (ties up); `down` favors the shopper.
 */
export const CashRounding = Type.Object(
  {
    incrementMinor: Type.Integer({ minimum: 1, maximum: 1000 }),
    mode: Type.Union([Type.Literal('nearest'), Type.Literal('down'), Type.Literal('up')]),
  },
  { additionalProperties: false },
);
export type CashRounding = Static<typeof CashRounding>;

/** One shop: its money, its law and how it rounds. */
export const StoreRecord = Type.Object(
  {
    kind: Type.Literal('store'),
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 120 }),
    address: Type.Array(Type.String({ maxLength: 120 }), { maxItems: 6 }),
    /** Printed on the receipt: VAT number, company register … */
    legalLines: Type.Array(Type.String({ maxLength: 120 }), { maxItems: 6 }),
    currency: CurrencyCode,
    /** Country whose tax rates apply. */
    country: JurisdictionCode,
    /** Jurisdictions whose cosmetics law applies, e.g. `["EU", "DE"]`. */
    jurisdictions: Type.Array(JurisdictionCode, { minItems: 1, maxItems: 8 }),
    /** IANA time zone, for dates on receipts. */
    timeZone: Type.String({ minLength: 1, maxLength: 64 }),
    /** BCP 47 tag of the shop's own language. */
    locale: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$', maxLength: 35 }),
    /** What shoppers read for a product's `category`, by that very text; others are shown as they are. */
    categoryNames: Type.Optional(
      Type.Record(Type.String({ minLength: 1, maxLength: 120 }), LocalizedText, {
        maxProperties: 1000,
      }),
    ),
    pricesIncludeTax: Type.Boolean(),
    taxRounding: TaxRounding,
    cashRounding: Type.Optional(CashRounding),
    /** Printed at the head of the receipt. */
    logo: Type.Optional(Bitmap),
  },
  { additionalProperties: false },
);
export type StoreRecord = Static<typeof StoreRecord>;
