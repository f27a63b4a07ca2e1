import { required } from '../../lib/assert.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { BasketLine } from './basket.ts';
import { openSale } from './open-sale.ts';
import { runPipeline } from './pipeline.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import type { PricingContext, PricingFault } from './pricing-context.ts';
import { compilePromotions } from './promotions/compile.ts';
import type { PricingStep, QuoteLine } from './quote.ts';
import { quoteLine } from './quote-of.ts';

const stepsOfOneLine: readonly PricingStep[] = [
  'base',
  'options',
  'priceList',
  'linePromotions',
  'tax',
];

/**
 * PRC-100: what a line costs by itself, explained: without customer and coupons, and without the
 * promotions over the whole sale, which a bag counts once for all its lines. Errors as `priceBasket`.
 */
export function priceAlone(
  line: BasketLine,
  at: UnixMs,
  catalog: PricingCatalog,
): Result<QuoteLine, PricingFault> {
  const context = contextAlone(line, at, catalog);
  const opened = openSale(context);
  if (!opened.ok) return opened;
  const priced = runPipeline(opened.value, context, stepsOfOneLine);
  if (!priced.ok) return priced;
  const only = required(priced.value.lines[0], 'the line that was priced');
  return ok(quoteLine(only, catalog.store.pricesIncludeTax));
}

/** A sale of this line and nothing else, to nobody in particular. */
export function contextAlone(
  line: BasketLine,
  at: UnixMs,
  catalog: PricingCatalog,
): PricingContext {
  const promotions = compilePromotions(catalog.promotions);
  return { basket: { lines: [line], coupons: [], at }, catalog, promotions };
}
