import { sum } from '../money/sum.ts';
import type { PricingContext } from './pricing-context.ts';
import type { Quote, QuoteLine, TaxAmount } from './quote.ts';
import {
  type Application,
  type LineState,
  lineTotal,
  type SaleState,
  subtotalOf,
} from './sale-state.ts';

/** The finished sale as a quote: lines in the basket's order, totals as the sums of their parts. */
export function quoteOf(sale: SaleState, { basket, catalog }: PricingContext): Quote {
  const { store } = catalog;
  const lines = sale.lines
    .toSorted((a, b) => a.place - b.place)
    .map((line) => quoteLine(line, store.pricesIncludeTax));
  const totalMinor = sum(lines.map((line) => line.totalMinor));
  return {
    catalogVersion: catalog.version,
    store: store.id,
    at: basket.at,
    currency: store.currency,
    pricesIncludeTax: store.pricesIncludeTax,
    lines,
    promotions: sale.applied.map(appliedPromotion),
    unusedCoupons: [...sale.unusedCoupons],
    subtotalMinor: sum(lines.map((line) => line.subtotalMinor)),
    discountMinor: sum(lines.map((line) => line.discountMinor)),
    taxes: taxesByRate(sale.lines),
    taxMinor: sum(lines.map((line) => line.taxMinor)),
    totalMinor,
    cashTotalMinor: totalMinor + sale.cashRoundingMinor,
    cashRoundingMinor: sale.cashRoundingMinor,
  };
}

/** A priced line as the quote tells it. */
export function quoteLine(line: LineState, pricesIncludeTax: boolean): QuoteLine {
  const subtotalMinor = subtotalOf(line);
  return {
    lineId: line.line.lineId,
    sku: line.product.sku,
    name: line.product.name,
    quantity: line.line.quantity,
    unitPriceMinor: line.unitPriceMinor,
    subtotalMinor,
    discountMinor: subtotalMinor - line.leftMinor,
    taxes: [...line.taxes],
    taxMinor: sum(line.taxes.map((tax) => tax.taxMinor)),
    totalMinor: lineTotal(line, pricesIncludeTax),
    trace: [...line.trace],
  };
}

function appliedPromotion(application: Application): Quote['promotions'][number] {
  const { promotion, coupon, discountMinor, applications } = application;
  const { id, name } = promotion.record;
  const applied = { promotion: id, name, discountMinor, applications };
  return coupon === undefined ? applied : { ...applied, coupon };
}

/** PRC-77: one sum for each rate, by id (and, should two classes differ under one id, by rate). */
function taxesByRate(lines: readonly LineState[]): TaxAmount[] {
  const byRate = new Map<string, TaxAmount>();
  for (const tax of lines.flatMap((line) => line.taxes)) {
    const key = `${tax.rate}@${tax.rateBps}`;
    const before = byRate.get(key);
    byRate.set(key, {
      ...tax,
      netMinor: tax.netMinor + (before?.netMinor ?? 0),
      taxMinor: tax.taxMinor + (before?.taxMinor ?? 0),
    });
  }
  return [...byRate.values()].sort((a, b) =>
    a.rate === b.rate ? a.rateBps - b.rateBps : a.rate < b.rate ? -1 : 1,
  );
}
