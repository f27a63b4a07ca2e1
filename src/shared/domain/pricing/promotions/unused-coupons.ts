import type { PricingContext } from '../pricing-context.ts';
import type { LineState, SaleState, UnusedCoupon } from '../sale-state.ts';
import type { CompiledPromotion } from './compile.ts';
import { computeDiscount } from './compute-discount.ts';
import { totalOf } from './discount.ts';
import { conditionsHold, obstacleTo } from './eligibility.ts';
import { factsOf, measure, measureWhole } from './targets.ts';

type CouponReason = UnusedCoupon['reason'];

/** Of several promotions behind one code the reason that a shopper can do most about, most first. */
const reasonOrder: readonly CouponReason[] = [
  'outranked',
  'limit',
  'conditions',
  'notYet',
  'expired',
];

/** PRC-64: the codes that took nothing off, and why; in the order in which they were given. */
export function unusedCoupons(
  codes: readonly string[],
  codeOf: ReadonlyMap<CompiledPromotion, string>,
  before: SaleState,
  after: SaleState,
  context: PricingContext,
): readonly UnusedCoupon[] {
  return codes.flatMap((code) => {
    const promotions = context.promotions.byCoupon.get(code) ?? [];
    const applied = after.applied.filter((each) => promotions.includes(each.promotion));
    if (applied.some(({ promotion }) => codeOf.get(promotion) === code)) return [];
    const reasons = promotions.map((promotion) =>
      applied.some((each) => each.promotion === promotion)
        ? 'limit'
        : reasonAgainst(promotion, before, context),
    );
    return [{ code, reason: reasonOrder.find((each) => reasons.includes(each)) ?? 'unknown' }];
  });
}

function reasonAgainst(
  promotion: CompiledPromotion,
  before: SaleState,
  context: PricingContext,
): CouponReason {
  const obstacle = obstacleTo(promotion, factsOf(context));
  if (obstacle !== null) return obstacle;
  const groups: readonly (readonly LineState[])[] =
    promotion.record.scope === 'basket' ? [before.lines] : before.lines.map((line) => [line]);
  const couldApply = groups.some((lines) => wouldDiscount(promotion, lines, context));
  return couldApply ? 'outranked' : 'conditions';
}

/** Whether the promotion would take something off, were no other promotion there. */
function wouldDiscount(
  promotion: CompiledPromotion,
  lines: readonly LineState[],
  context: PricingContext,
): boolean {
  if (!conditionsHold(promotion, lines.map(measure), factsOf(context))) return false;
  const free = { applications: 1, discountMinor: Number.POSITIVE_INFINITY };
  return totalOf(computeDiscount(promotion.action, lines.map(measureWhole), free)) > 0;
}
