import { fault } from '../../../lib/errors.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { isValidAt } from '../../../lib/time.ts';
import type { TaxRate } from '../../catalog/tax-class.ts';
import { mapLines } from '../map-lines.ts';
import type { PricingContext, PricingFault, Step } from '../pricing-context.ts';
import type { TaxAmount, TraceEntry } from '../quote.ts';
import type { LineState } from '../sale-state.ts';
import { splitTax, type TaxedLine } from '../tax/split-tax.ts';

/** PRC-70: the tax in, or on top of, what the discounts have left. */
export const addTax: Step = (sale, context) => {
  const taxed: TaxedLine[] = [];
  for (const line of sale.lines) {
    const rates = ratesOf(line, context);
    if (!rates.ok) return rates;
    taxed.push({ amountMinor: line.leftMinor, rates: rates.value });
  }
  const { pricesIncludeTax, taxRounding } = context.catalog.store;
  const taxes = splitTax(taxed, pricesIncludeTax, taxRounding);
  return mapLines(sale, (line, index) => ok(withTaxes(line, taxes[index] ?? [])));
};

/** PRC-71: the rates of the product's class that hold here and now, by id. */
function ratesOf(
  { product, line }: LineState,
  { basket, catalog }: PricingContext,
): Result<readonly TaxRate[], PricingFault> {
  const taxClass = catalog.taxClasses.get(product.taxClass);
  if (taxClass === undefined) {
    const message = `${product.sku} has the unknown tax class ${product.taxClass}`;
    const details = { lineId: line.lineId, sku: product.sku };
    return err(fault('pricing.not_for_sale', message, details));
  }
  return ok(
    taxClass.rates
      .filter((rate) => rate.country === catalog.store.country && isValidAt(rate, basket.at))
      .sort((a, b) => (a.id === b.id ? a.rateBps - b.rateBps : a.id < b.id ? -1 : 1)),
  );
}

function withTaxes(line: LineState, taxes: readonly TaxAmount[]): LineState {
  const entries: readonly TraceEntry[] = taxes.map(({ rate, label, taxMinor, rateBps }) => ({
    step: 'tax',
    ref: rate,
    label,
    amountMinor: taxMinor,
    bps: rateBps,
  }));
  return { ...line, taxes, trace: [...line.trace, ...entries] };
}
