import type { PricingContext } from '../pricing-context.ts';
import type { PricingStep } from '../quote.ts';
import type { SaleState } from '../sale-state.ts';
import { applyDiscount } from './apply.ts';
import type { CompiledPromotion } from './compile.ts';
import { computeDiscount } from './compute-discount.ts';
import { chooseOffers, type Offer } from './contest.ts';
import { totalOf } from './discount.ts';
import { conditionsHold, obstacleTo } from './eligibility.ts';
import { allowanceOf, factsOf, measure, targetFor } from './targets.ts';

/**
 * PRC-49: runs promotions of line scope on each line by itself. The line that is worth most goes
 * first, because caps are used up on the way; discounts are computed on the line as the step found it.
 */
export function discountLines(
  sale: SaleState,
  promotions: readonly CompiledPromotion[],
  step: PricingStep,
  context: PricingContext,
  couponOf?: (promotion: CompiledPromotion) => string | undefined,
): SaleState {
  const facts = factsOf(context);
  const able = promotions.filter((promotion) => obstacleTo(promotion, facts) === null);
  if (able.length === 0 || sale.closed) return sale;
  const order = sale.lines
    .map((line, index) => ({ index, leftMinor: line.leftMinor }))
    .sort((a, b) => b.leftMinor - a.leftMinor || a.index - b.index);
  let current = sale;
  for (const { index } of order) {
    for (const { promotion, discount } of offersFor(current, index, able, context)) {
      const leftMinor = current.lines[index]?.leftMinor ?? 0;
      const partMinor = Math.min(leftMinor, totalOf(discount));
      if (partMinor === 0) continue;
      const parts = current.lines.map((_, each) => (each === index ? partMinor : 0));
      const cause = { promotion, step, coupon: couponOf?.(promotion) };
      current = applyDiscount(current, cause, { ...discount, parts });
    }
  }
  return current;
}

function offersFor(
  sale: SaleState,
  index: number,
  promotions: readonly CompiledPromotion[],
  context: PricingContext,
): readonly Offer[] {
  const line = sale.lines[index];
  if (line === undefined || line.closed) return [];
  const facts = factsOf(context);
  const measured = [measure(line)];
  const offers: Offer[] = [];
  for (const promotion of promotions) {
    if (!conditionsHold(promotion, measured, facts)) continue;
    const target = [targetFor(promotion, line)];
    const allowance = allowanceOf(promotion, sale, facts);
    const discount = computeDiscount(promotion.action, target, allowance);
    if (totalOf(discount) > 0) offers.push({ promotion, discount });
  }
  return chooseOffers(offers, line.groups.length === 0);
}
