import { ok, type Result } from '../../lib/result.ts';
import type { PricingContext, PricingFault, Step } from './pricing-context.ts';
import type { PricingStep } from './quote.ts';
import type { SaleState } from './sale-state.ts';
import { chargeBase } from './steps/base.ts';
import { applyBasketPromotions } from './steps/basket-promotions.ts';
import { roundForCash } from './steps/cash-rounding.ts';
import { applyCoupons } from './steps/coupons.ts';
import { applyLinePromotions } from './steps/line-promotions.ts';
import { chargeOptions } from './steps/options.ts';
import { applyPriceList } from './steps/price-list.ts';
import { addTax } from './steps/tax.ts';

/** The order is the rule (PRC-1): an object keeps its keys as they are written. */
const steps: Readonly<Record<PricingStep, Step>> = {
  base: chargeBase,
  options: chargeOptions,
  priceList: applyPriceList,
  linePromotions: applyLinePromotions,
  basketPromotions: applyBasketPromotions,
  coupons: applyCoupons,
  tax: addTax,
  cashRounding: roundForCash,
};

/** Runs every step; the first fault ends it. */
export function runPipeline(
  sale: SaleState,
  context: PricingContext,
): Result<SaleState, PricingFault> {
  let current = sale;
  for (const step of Object.values(steps)) {
    const next = step(current, context);
    if (!next.ok) return next;
    current = next.value;
  }
  return ok(current);
}
