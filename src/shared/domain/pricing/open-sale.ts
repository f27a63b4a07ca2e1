import { canonicalJson } from '../../lib/canonical-json.ts';
import { fault } from '../../lib/errors.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { BasketLine } from './basket.ts';
import type { PricingContext, PricingFault } from './pricing-context.ts';
import type { LineState, SaleState } from './sale-state.ts';

/** The sale before its first step: lines in canonical order, nothing charged. PRC-2, PRC-8. */
export function openSale(context: PricingContext): Result<SaleState, PricingFault> {
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
