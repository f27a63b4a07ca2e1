import { type Fault, fault } from '../../../lib/errors.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { effectivePrices } from '../effective-price.ts';
import { mapLines } from '../map-lines.ts';
import type { PricingContext, Step } from '../pricing-context.ts';
import { chargeUnits, type LineState } from '../sale-state.ts';

/** PRC-10: the chain's price, or the store's where the chain has none. */
export const chargeBase: Step = (sale, context) =>
  mapLines(sale, (line) => chargeLine(line, context));

function chargeLine(
  line: LineState,
  { basket, catalog }: PricingContext,
): Result<LineState, Fault<'pricing.not_for_sale'>> {
  const { sku, name } = line.product;
  const prices = effectivePrices(catalog.prices.get(sku) ?? [], catalog.store, basket.at);
  const unitMinor = prices.chainMinor ?? prices.storeMinor;
  if (unitMinor === null) {
    return err(
      fault('pricing.not_for_sale', `${sku} has no price in ${catalog.store.id} at that time`, {
        lineId: line.line.lineId,
        sku,
      }),
    );
  }
  const charged = chargeUnits(line, { step: 'base', ref: sku, label: name, unitMinor });
  return ok({ ...charged, unitBaseMinor: unitMinor });
}
