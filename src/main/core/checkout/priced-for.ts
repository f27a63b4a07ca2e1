import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { PromotionRecord } from '#shared/domain/catalog/promotion.ts';
import type { Basket, Customer } from '#shared/domain/pricing/basket.ts';
import { normalizeCouponCode } from '#shared/domain/pricing/promotions/coupon-code.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';

/**
 * What head office needs besides the lines to come to the same price: no more of a customer than the
 * catalog's promotions ask for, and of codes only those that a promotion knows. SAL-35
 */
export function pricedFor(
  { coupons, customer }: Basket,
  { unusedCoupons }: Quote,
  promotions: readonly PromotionRecord[],
): Pick<OrderCompletedV1, 'coupons' | 'pricedFor'> {
  // What no promotion knows may be anything that somebody typed.
  const unknown = unusedCoupons.filter(({ reason }) => reason === 'unknown');
  const foreign = new Set(unknown.map(({ code }) => code));
  const codes = [...new Set(coupons.map(normalizeCouponCode))].filter((code) => !foreign.has(code));
  const told = customer === undefined ? null : askedFor(customer, promotions);
  return {
    ...(codes.length === 0 ? {} : { coupons: codes }),
    ...(told === null ? {} : { pricedFor: told }),
  };
}

function askedFor(
  { id, segments = [], promotionUses = {} }: Customer,
  promotions: readonly PromotionRecord[],
): NonNullable<OrderCompletedV1['pricedFor']> | null {
  const asked = new Set(
    promotions.flatMap(({ conditions }) =>
      conditions.flatMap((condition) => (condition.kind === 'customerSegment' ? condition.in : [])),
    ),
  );
  const limited = new Set(
    promotions.filter((record) => record.maxPerCustomer !== undefined).map((record) => record.id),
  );
  const own = segments.filter((segment) => asked.has(segment));
  const uses = Object.entries(promotionUses).filter(([promotion]) => limited.has(promotion));
  const isKnown = id !== undefined && limited.size > 0;
  if (own.length === 0 && !isKnown) return null;
  return {
    isKnown,
    ...(own.length === 0 ? {} : { segments: own }),
    ...(uses.length === 0 ? {} : { promotionUses: Object.fromEntries(uses) }),
  };
}
