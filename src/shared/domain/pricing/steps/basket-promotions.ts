import { ok } from '../../../lib/result.ts';
import type { Step } from '../pricing-context.ts';
import { discountSale } from '../promotions/basket-scope.ts';
import { eligiblePromotions } from '../promotions/eligibility.ts';
import { factsOf, measure } from '../promotions/targets.ts';

/** PRC-50: promotions that look at the whole sale, measured on what the line promotions left. */
export const applyBasketPromotions: Step = (sale, context) => {
  const lines = sale.lines.map(measure);
  const eligible = eligiblePromotions(context.promotions.basket, lines, factsOf(context));
  return ok(discountSale(sale, eligible, 'basketPromotions', context));
};
