import { canonicalJson } from '../../lib/canonical-json.ts';
import { fault } from '../../lib/errors.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Basket, BasketLine } from './basket.ts';
import { runPipeline } from './pipeline.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import type { PricingContext, PricingFault } from './pricing-context.ts';
import { compilePromotions } from './promotions/compile.ts';
import type { Quote } from './quote.ts';
import { quoteOf } from './quote-of.ts';
import type { LineState, SaleState } from './sale-state.ts';

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

function openSale(context: PricingContext): Result<SaleState, PricingFault> {
  const placed = context.basket.lines.map((line, place) => ({ line, place }));
  const lines: LineState[] = [];
  // PRC-2: canonical order, so that the order of the basket changes nothing.
  for (const { line, place } of placed.sort((a, b) => compareLines(a.line, b.line))) {
    const opened = openLine(line, place, context);
    if (!opened.ok) return opened;
    lines.push(opened.value);
  }
  return ok({
    lines,
    applied: [],
    groups: [],
    closed: false,
    unusedCoupons: [],
    cashRoundingMinor: 0,
  });
}

function compareLines(a: BasketLine, b: BasketLine): number {
  if (a.lineId !== b.lineId) return a.lineId < b.lineId ? -1 : 1;
  const [left, right] = [canonicalJson(a), canonicalJson(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function openLine(
  line: BasketLine,
  place: number,
  { catalog, promotions }: PricingContext,
): Result<LineState, PricingFault> {
  const { lineId, sku } = line;
  const product = catalog.products.get(sku);
  if (product === undefined || product.type === 'component') {
    const why = product === undefined ? 'is not in the catalog' : 'is a component';
    return err(fault('pricing.not_for_sale', `${sku} ${why}`, { lineId, sku }));
  }
  return ok({
    line,
    place,
    product,
    hits: promotions.matches.hitsOf(product),
    unitBaseMinor: 0,
    unitPriceMinor: 0,
    leftMinor: 0,
    groups: [],
    closed: false,
    taxes: [],
    trace: [],
  });
}
