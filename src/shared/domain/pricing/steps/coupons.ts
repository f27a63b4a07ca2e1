import { ok } from '../../../lib/result.ts';
import type { PricingContext, Step } from '../pricing-context.ts';
import { discountSale } from '../promotions/basket-scope.ts';
import type { CompiledPromotion } from '../promotions/compile.ts';
import { normalizeCouponCode } from '../promotions/coupon-code.ts';
import { eligiblePromotions } from '../promotions/eligibility.ts';
import { discountLines } from '../promotions/line-scope.ts';
import { factsOf, measure } from '../promotions/targets.ts';
import { unusedCoupons } from '../promotions/unused-coupons.ts';

/** PRC-60: what the shopper's codes switch on, once each: first by line, then on the whole sale. */
export const applyCoupons: Step = (sale, context) => {
  const codes = [...new Set(context.basket.coupons.map(normalizeCouponCode))];
  if (codes.length === 0) return ok(sale);
  const codeOf = codesByPromotion(codes, context);
  const couponOf = (promotion: CompiledPromotion) => codeOf.get(promotion);
  const promotions = [...codeOf.keys()].sort((a, b) => a.rank - b.rank);
  const forLines = promotions.filter(({ record }) => record.scope === 'line');
  const forSale = promotions.filter(({ record }) => record.scope === 'basket');
  // Before anything of this step applies: conditions measure the sale as the step found it.
  const eligible = eligiblePromotions(forSale, sale.lines.map(measure), factsOf(context));
  const afterLines = discountLines(sale, forLines, 'coupons', context, couponOf);
  const after = discountSale(afterLines, eligible, 'coupons', context, couponOf);
  return ok({ ...after, unusedCoupons: unusedCoupons(codes, codeOf, sale, after, context) });
};

/** The promotions that the codes switch on, each with the first of its codes that was given. */
function codesByPromotion(
  codes: readonly string[],
  { promotions }: PricingContext,
): ReadonlyMap<CompiledPromotion, string> {
  const codeOf = new Map<CompiledPromotion, string>();
  for (const code of codes) {
    for (const promotion of promotions.byCoupon.get(code) ?? []) {
      if (!codeOf.has(promotion)) codeOf.set(promotion, code);
    }
  }
  return codeOf;
}
