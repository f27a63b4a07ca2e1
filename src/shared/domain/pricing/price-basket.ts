import { ok, type Result } from '../../lib/result.ts';
import type { Basket } from './basket.ts';
import { openSale } from './open-sale.ts';
import { runPipeline } from './pipeline.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import type { PricingFault } from './pricing-context.ts';
import { compilePromotions } from './promotions/compile.ts';
import type { Quote } from './quote.ts';
import { quoteOf } from './quote-of.ts';

/**
 * Prices a basket against one catalog version: every line and total with its explanation
 * (docs/specs/pricing.md). Errors: `pricing.not_for_sale` for a SKU that is unknown, a component, or
 * without a price, template or tax class here and now; `design.malformed` for a design that does not
 * belong to its product. A design in the making is priced by what it has.
 */
export function priceBasket(basket: Basket, catalog: PricingCatalog): Result<Quote, PricingFault> {
  const context = { basket, catalog, promotions: compilePromotions(catalog.promotions) };
  const opened = openSale(context);
  if (!opened.ok) return opened;
  const priced = runPipeline(opened.value, context);
  return priced.ok ? ok(quoteOf(priced.value, context)) : priced;
}
