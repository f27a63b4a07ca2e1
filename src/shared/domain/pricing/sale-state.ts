import type { LocalizedText } from '../catalog/primitives.ts';
import type { ProductRecord } from '../catalog/product.ts';
import { sum } from '../money/sum.ts';
import type { BasketLine } from './basket.ts';
import type { CompiledPromotion } from './promotions/compile.ts';
import type { PricingStep, Quote, TaxAmount, TraceEntry } from './quote.ts';

/** A line on its way through the pipeline. */
export interface LineState {
  readonly line: BasketLine;
  /** Place in the basket as it was given; the pipeline itself runs in canonical order. */
  readonly place: number;
  readonly product: ProductRecord;
  /** Which promotion matches the product falls under; see promotions/match.ts. */
  readonly hits: Uint8Array;
  /** Price of one unit before any option: what a percent option is a percentage of. */
  readonly unitBaseMinor: number;
  readonly unitPriceMinor: number;
  /** What the discounts so far have left of the line. */
  readonly leftMinor: number;
  /** Stacking groups whose promotions have discounted this line. */
  readonly groups: readonly string[];
  /** An exclusive promotion has applied: no other may. */
  readonly closed: boolean;
  readonly taxes: readonly TaxAmount[];
  readonly trace: readonly TraceEntry[];
}

/** A promotion that took something off. */
export interface Application {
  readonly promotion: CompiledPromotion;
  readonly coupon?: string;
  readonly discountMinor: number;
  readonly applications: number;
}

/** A code that took nothing off, and why. PRC-64 */
export type UnusedCoupon = Quote['unusedCoupons'][number];

/** The whole sale between two steps; `lines` stand in canonical order. */
export interface SaleState {
  readonly lines: readonly LineState[];
  /** In the order in which they first applied. */
  readonly applied: readonly Application[];
  /** Stacking groups of the basket promotions that applied. */
  readonly groups: readonly string[];
  /** An exclusive basket promotion has applied: nothing after it may. */
  readonly closed: boolean;
  readonly unusedCoupons: readonly UnusedCoupon[];
  readonly cashRoundingMinor: number;
}

/** What the line costs before any discount, minor units. */
export function subtotalOf(line: LineState): number {
  return line.unitPriceMinor * line.line.quantity;
}

/** What the line costs with the taxes that stand on it, inside or on top. */
export function lineTotal(line: LineState, pricesIncludeTax: boolean): number {
  if (pricesIncludeTax) return line.leftMinor;
  return line.leftMinor + sum(line.taxes.map((tax) => tax.taxMinor));
}

interface UnitCharge {
  readonly step: PricingStep;
  readonly ref: string;
  readonly label: LocalizedText;
  readonly unitMinor: number;
  readonly bps?: number;
}

/** Adds to the price of each unit and says so in the trace, for the whole line. */
export function chargeUnits(line: LineState, charge: UnitCharge): LineState {
  const { step, ref, label, unitMinor, bps } = charge;
  const unitPriceMinor = line.unitPriceMinor + unitMinor;
  const amountMinor = unitMinor * line.line.quantity;
  const entry: TraceEntry = { step, ref, label, amountMinor };
  return {
    ...line,
    unitPriceMinor,
    leftMinor: unitPriceMinor * line.line.quantity,
    trace: [...line.trace, bps === undefined ? entry : { ...entry, bps }],
  };
}
