import type { LocalizedText } from '#shared/domain/catalog/primitives.ts';
import type { PricingStep, QuoteLine, TaxAmount } from '#shared/domain/pricing/quote.ts';

/** One row of an explained price; the rows add up to the total. */
export interface PriceRow {
  readonly step: PricingStep;
  readonly labels: readonly LocalizedText[];
  readonly amountMinor: number;
  readonly bps?: number;
}

export interface PriceSteps {
  readonly rows: readonly PriceRow[];
  readonly totalMinor: number;
  /** Taxes that are in the total already: told, but not added. */
  readonly included: readonly TaxAmount[];
}

/** The steps of a quoted line. Tax is a step only where it comes on top of the prices. */
export function stepsOfLine(line: QuoteLine, pricesIncludeTax: boolean): PriceSteps {
  const counted = line.trace.filter(({ step }) => step !== 'tax' || !pricesIncludeTax);
  return {
    rows: counted.map(({ step, label, amountMinor, bps }) => ({
      step,
      labels: [label],
      amountMinor,
      // A tax's own name says its rate.
      ...(bps === undefined || step === 'tax' ? {} : { bps }),
    })),
    totalMinor: line.totalMinor,
    included: pricesIncludeTax ? line.taxes : [],
  };
}
