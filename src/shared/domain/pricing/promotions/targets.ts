import type { PricingContext } from '../pricing-context.ts';
import { type LineState, type SaleState, subtotalOf } from '../sale-state.ts';
import type { CompiledPromotion } from './compile.ts';
import type { Allowance } from './discount.ts';
import { type MeasuredLine, type SaleFacts, usesLeft } from './eligibility.ts';

/** What the sale’s circumstances are, out of its basket and catalog. */
export function factsOf({ basket, catalog }: PricingContext): SaleFacts {
  return { store: catalog.store.id, at: basket.at, customer: basket.customer };
}

/** The line by what is left of it: what conditions measure. */
export function measure(line: LineState): MeasuredLine {
  return { hits: line.hits, quantity: line.line.quantity, valueMinor: line.leftMinor };
}

/** The line before any discount. */
export function measureWhole(line: LineState): MeasuredLine {
  return { hits: line.hits, quantity: line.line.quantity, valueMinor: subtotalOf(line) };
}

/** PRC-44, PRC-46: the line as this promotion may discount it: worth nothing where it may not. */
export function targetFor(promotion: CompiledPromotion, line: LineState): MeasuredLine {
  const barred = line.closed || line.groups.includes(promotion.record.stackingGroup);
  return barred ? { ...measure(line), valueMinor: 0 } : measure(line);
}

/** PRC-47, PRC-48: what the promotion's caps leave after what it took in this sale already. */
export function allowanceOf(
  promotion: CompiledPromotion,
  sale: SaleState,
  facts: SaleFacts,
): Allowance {
  const used = sale.applied.find((each) => each.promotion === promotion);
  const maxDiscountMinor = promotion.record.maxDiscountMinor ?? Number.POSITIVE_INFINITY;
  return {
    applications: usesLeft(promotion, facts) - (used?.applications ?? 0),
    discountMinor: maxDiscountMinor - (used?.discountMinor ?? 0),
  };
}
