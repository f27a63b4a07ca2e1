import type { PricingContext } from '../pricing-context.ts';
import type { PricingStep } from '../quote.ts';
import type { SaleState } from '../sale-state.ts';
import { applyDiscount } from './apply.ts';
import type { CompiledPromotion } from './compile.ts';
import { computeDiscount } from './compute-discount.ts';
import { chooseOffers } from './contest.ts';
import { type Discount, totalOf } from './discount.ts';
import { allowanceOf, factsOf, targetFor } from './targets.ts';

/**
 * PRC-50: runs promotions of basket scope, whose conditions hold, over the whole sale. The best of
 * each group is found on the sale as the step found it; each is then computed on what is left.
 */
export function discountSale(
  sale: SaleState,
  eligible: readonly CompiledPromotion[],
  step: PricingStep,
  context: PricingContext,
  couponOf?: (promotion: CompiledPromotion) => string | undefined,
): SaleState {
  if (sale.closed) return sale;
  const offers = eligible
    .filter(({ record }) => !sale.groups.includes(record.stackingGroup))
    .map((promotion) => ({ promotion, discount: discountNow(promotion, sale, context) }))
    .filter(({ discount }) => totalOf(discount) > 0);
  let current = sale;
  for (const { promotion } of chooseOffers(offers, sale.applied.length === 0)) {
    const discount = discountNow(promotion, current, context);
    if (totalOf(discount) === 0) continue;
    const cause = { promotion, step, coupon: couponOf?.(promotion) };
    current = applyDiscount(current, cause, discount);
  }
  return current;
}

function discountNow(
  promotion: CompiledPromotion,
  sale: SaleState,
  context: PricingContext,
): Discount {
  const targets = sale.lines.map((line) => targetFor(promotion, line));
  const allowance = allowanceOf(promotion, sale, factsOf(context));
  return computeDiscount(promotion.action, targets, allowance);
}
