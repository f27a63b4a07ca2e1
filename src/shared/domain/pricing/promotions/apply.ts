import type { PricingStep, TraceEntry } from '../quote.ts';
import type { LineState, SaleState } from '../sale-state.ts';
import type { CompiledPromotion } from './compile.ts';
import { type Discount, totalOf } from './discount.ts';

/** A promotion on its way onto the sale: in which step, and by which coupon. */
export interface Cause {
  readonly promotion: CompiledPromotion;
  readonly step: PricingStep;
  readonly coupon?: string | undefined;
}

/** Takes a discount off the sale's lines (`parts` by line) and writes down where it came from. */
export function applyDiscount(sale: SaleState, cause: Cause, discount: Discount): SaleState {
  const { record } = cause.promotion;
  const wholeSale = record.scope === 'basket';
  return {
    ...sale,
    lines: sale.lines.map((line, index) => reduceLine(line, cause, discount.parts[index] ?? 0)),
    applied: addApplication(sale, cause, discount),
    groups: wholeSale ? [...sale.groups, record.stackingGroup] : sale.groups,
    closed: sale.closed || (wholeSale && record.exclusive),
  };
}

function reduceLine(line: LineState, { promotion, step }: Cause, offMinor: number): LineState {
  if (offMinor === 0) return line;
  const { id, name, action, stackingGroup, exclusive } = promotion.record;
  const entry: TraceEntry = { step, ref: id, label: name, amountMinor: -offMinor };
  return {
    ...line,
    leftMinor: line.leftMinor - offMinor,
    groups: [...line.groups, stackingGroup],
    closed: line.closed || exclusive,
    trace: [...line.trace, action.kind === 'percentOff' ? { ...entry, bps: action.bps } : entry],
  };
}

function addApplication(
  { applied }: SaleState,
  { promotion, coupon }: Cause,
  discount: Discount,
): SaleState['applied'] {
  const { applications } = discount;
  const discountMinor = totalOf(discount);
  const before = applied.find((each) => each.promotion === promotion);
  if (before === undefined) {
    const made = { promotion, discountMinor, applications };
    return [...applied, coupon === undefined ? made : { ...made, coupon }];
  }
  const grown = {
    ...before,
    discountMinor: before.discountMinor + discountMinor,
    applications: before.applications + applications,
  };
  return applied.map((each) => (each === before ? grown : each));
}
