import { fault } from '../../../lib/errors.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { effectivePrices } from '../effective-price.ts';
import { mapLines } from '../map-lines.ts';
import type { PricingContext, PricingFault, Step } from '../pricing-context.ts';
import { chargeUnits, type LineState } from '../sale-state.ts';

/** Largest price of one unit, minor units: keeps every sum of a full basket an exact integer. */
const MAX_UNIT_PRICE_MINOR = 1_000_000_000;

/** PRC-30: what the store's own price differs from the chain's; PRC-31: then never below zero. */
export const applyPriceList: Step = (sale, context) =>
  mapLines(sale, (line) => raiseToZero(chargeDifference(line, context)));

function chargeDifference(line: LineState, { basket, catalog }: PricingContext): LineState {
  const prices = catalog.prices.get(line.product.sku) ?? [];
  const { chainMinor, storeMinor } = effectivePrices(prices, catalog.store, basket.at);
  if (chainMinor === null || storeMinor === null || chainMinor === storeMinor) return line;
  return chargeUnits(line, {
    step: 'priceList',
    ref: catalog.store.id,
    label: { en: `Price list of ${catalog.store.name}` },
    unitMinor: storeMinor - chainMinor,
  });
}

function raiseToZero(line: LineState): Result<LineState, PricingFault> {
  const { unitPriceMinor } = line;
  if (Math.abs(unitPriceMinor) > MAX_UNIT_PRICE_MINOR) {
    const { lineId, sku } = line.line;
    return err(
      fault('pricing.not_for_sale', `${sku} costs more than one unit may`, { lineId, sku }),
    );
  }
  if (unitPriceMinor >= 0) return ok(line);
  return ok(
    chargeUnits(line, {
      step: 'priceList',
      ref: 'floor',
      label: { en: 'Not below zero' },
      unitMinor: -unitPriceMinor,
    }),
  );
}
