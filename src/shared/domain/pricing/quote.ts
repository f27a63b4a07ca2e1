import { type Static, Type } from 'typebox';
import {
  BasisPoints,
  CurrencyCode,
  Id,
  LocalizedText,
  Sku,
  TimeMs,
} from '../catalog/primitives.ts';

const closed = { additionalProperties: false };
/** More than any basket comes to (PRC-32), and exact; what comes from elsewhere is checked against it. */
const mostMinor = 1_000_000_000_000_000;
/** An amount of a sale or a line; many units may come to more than one `MinorAmount`. */
export const SaleMinor = Type.Integer({ minimum: -mostMinor, maximum: mostMinor });
/** As `SaleMinor`, but never below zero. */
export const NonNegativeSaleMinor = Type.Integer({ minimum: 0, maximum: mostMinor });
const Count = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

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
    amountMinor: SaleMinor,
    /** For tax and percentages, hundredths of a percent. */
    bps: Type.Optional(Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 })),
  },
  closed,
);
export type TraceEntry = Static<typeof TraceEntry>;

/** Tax of one rate, on one line or on the whole sale. `netMinor + taxMinor` is the gross. */
export const TaxAmount = Type.Object(
  {
    rate: Id,
    label: LocalizedText,
    rateBps: BasisPoints,
    netMinor: SaleMinor,
    taxMinor: SaleMinor,
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
    quantity: Count,
    /** Price of one unit after base, options and price list, before promotions. */
    unitPriceMinor: SaleMinor,
    /** `unitPriceMinor` times quantity. */
    subtotalMinor: SaleMinor,
    /** All promotions and coupons on this line, as a non-negative number. */
    discountMinor: NonNegativeSaleMinor,
    taxes: Type.Array(TaxAmount),
    taxMinor: SaleMinor,
    /** What the shopper pays for the line, tax included. */
    totalMinor: NonNegativeSaleMinor,
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
    discountMinor: NonNegativeSaleMinor,
    /** How often it applied in this sale. */
    applications: Count,
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
    subtotalMinor: SaleMinor,
    discountMinor: NonNegativeSaleMinor,
    /** Tax by rate over the whole sale. */
    taxes: Type.Array(TaxAmount),
    taxMinor: SaleMinor,
    /** What is owed, tax included, before cash rounding. */
    totalMinor: NonNegativeSaleMinor,
    /** What is owed when the whole sale is paid in cash. */
    cashTotalMinor: NonNegativeSaleMinor,
    /** The cash rounding step's line, also when it is zero: `cashTotalMinor - totalMinor`. */
    cashRoundingMinor: SaleMinor,
  },
  closed,
);
export type Quote = Static<typeof Quote>;
