import { type Static, Type } from 'typebox';
import { CurrencyCode, Id, LocalizedText, Sku, TimeMs } from '../catalog/primitives.ts';

const closed = { additionalProperties: false };
const Minor = Type.Integer();

/** The named steps of the pipeline, in the order in which they run. */
export const pricingSteps = [
  'base',
  'options',
  'priceList',
  'linePromotions',
  'basketPromotions',
  'coupons',
  'tax',
  'cashRounding',
] as const;
/** The name of a step. */
export const PricingStep = Type.Enum([...pricingSteps]);
export type PricingStep = (typeof pricingSteps)[number];

/** One line of the explanation: what a step added or took away, for the whole line (not per unit). */
export const TraceEntry = Type.Object(
  {
    step: PricingStep,
    /** What caused it: SKU, `group.option`, promotion id, tax rate id … */
    ref: Type.String(),
    label: LocalizedText,
    /** Signed change of the line's (or sale's) price; for tax the tax itself, included or added. */
    amountMinor: Minor,
    /** For tax and percentages, hundredths of a percent. */
    bps: Type.Optional(Type.Integer()),
  },
  closed,
);
export type TraceEntry = Static<typeof TraceEntry>;

/** Tax of one rate, on one line or on the whole sale. `netMinor + taxMinor` is the gross. */
export const TaxAmount = Type.Object(
  {
    rate: Id,
    label: LocalizedText,
    rateBps: Type.Integer({ minimum: 0 }),
    netMinor: Minor,
    taxMinor: Minor,
  },
  closed,
);
export type TaxAmount = Static<typeof TaxAmount>;

/** A line of the basket with its price and how it came about; minor units. */
export const QuoteLine = Type.Object(
  {
    lineId: Type.String(),
    sku: Sku,
    name: LocalizedText,
    quantity: Type.Integer({ minimum: 1 }),
    /** Price of one unit after base, options and price list, before promotions. */
    unitPriceMinor: Minor,
    /** `unitPriceMinor` times quantity. */
    subtotalMinor: Minor,
    /** All promotions and coupons on this line, as a non-negative number. */
    discountMinor: Type.Integer({ minimum: 0 }),
    taxes: Type.Array(TaxAmount),
    taxMinor: Minor,
    /** What the shopper pays for the line, tax included. */
    totalMinor: Type.Integer({ minimum: 0 }),
    trace: Type.Array(TraceEntry),
  },
  closed,
);
export type QuoteLine = Static<typeof QuoteLine>;

/** A promotion that took something off, over the whole sale. */
export const AppliedPromotion = Type.Object(
  {
    promotion: Id,
    name: LocalizedText,
    coupon: Type.Optional(Type.String()),
    discountMinor: Type.Integer({ minimum: 0 }),
    /** How often it applied in this sale. */
    applications: Type.Integer({ minimum: 1 }),
  },
  closed,
);
export type AppliedPromotion = Static<typeof AppliedPromotion>;

/** A price that explains itself. Equal input gives an equal quote, forever. */
export const Quote = Type.Object(
  {
    catalogVersion: Type.Integer({ minimum: 0 }),
    store: Id,
    at: TimeMs,
    currency: CurrencyCode,
    pricesIncludeTax: Type.Boolean(),
    lines: Type.Array(QuoteLine),
    promotions: Type.Array(AppliedPromotion),
    /** Coupons that were given but changed nothing, with the reason. */
    unusedCoupons: Type.Array(
      Type.Object(
        {
          code: Type.String(),
          reason: Type.Enum(['unknown', 'notYet', 'expired', 'conditions', 'outranked', 'limit']),
        },
        closed,
      ),
    ),
    /** Sum of the lines' subtotals. */
    subtotalMinor: Minor,
    discountMinor: Type.Integer({ minimum: 0 }),
    /** Tax by rate over the whole sale. */
    taxes: Type.Array(TaxAmount),
    taxMinor: Minor,
    /** What is owed, tax included, before cash rounding. */
    totalMinor: Type.Integer({ minimum: 0 }),
    /** What is owed when the whole sale is paid in cash. */
    cashTotalMinor: Type.Integer({ minimum: 0 }),
    /** The cash rounding step's line, also when it is zero: `cashTotalMinor - totalMinor`. */
    cashRoundingMinor: Minor,
  },
  closed,
);
export type Quote = Static<typeof Quote>;
