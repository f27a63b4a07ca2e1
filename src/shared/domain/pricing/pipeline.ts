import { ok, type Result } from '../../lib/result.ts';
import type { PricingContext, PricingFault, Step } from './pricing-context.ts';
import { type PricingStep, pricingSteps } from './quote.ts';
import type { SaleState } from './sale-state.ts';
import { chargeBase } from './steps/base.ts';
import { applyBasketPromotions } from './steps/basket-promotions.ts';
import { roundForCash } from './steps/cash-rounding.ts';
import { applyCoupons } from './steps/coupons.ts';
import { applyLinePromotions } from './steps/line-promotions.ts';
import { chargeOptions } from './steps/options.ts';
import { applyPriceList } from './steps/price-list.ts';
import { addTax } from './steps/tax.ts';

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

/** PRC-1: runs the steps in their order, all of them unless told otherwise; the first fault ends it. */
export function runPipeline(
  sale: SaleState,
  context: PricingContext,
  named: readonly PricingStep[] = pricingSteps,
): Result<SaleState, PricingFault> {
  let current = sale;
  for (const name of named) {
    const next = steps[name](current, context);
    if (!next.ok) return next;
    current = next.value;
  }
  return ok(current);
}
