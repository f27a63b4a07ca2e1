import * as fc from 'fast-check';
import Value from 'typebox/value';
import { expect, test } from 'vitest';
import { allocate } from '#shared/domain/money/allocate.ts';
import { roundCash } from '#shared/domain/money/cash-rounding.ts';
import { sum } from '#shared/domain/money/sum.ts';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { Quote, type QuoteLine, type TraceEntry } from '#shared/domain/pricing/quote.ts';
import { type ArbitrarySale, arbitrarySale } from './arbitrary-sale.ts';

const runs = { seed: 20_250_315, numRuns: 700 };

function quoteFor({ basket, catalog }: ArbitrarySale): Quote {
  const priced = priceBasket(basket, catalog);
  if (!priced.ok) throw new Error(priced.error.message);
  return priced.value;
}

function traceSum(line: QuoteLine, which: (entry: TraceEntry) => boolean): number {
  return sum(line.trace.filter(which).map((entry) => entry.amountMinor));
}

const unitSteps = new Set(['base', 'options', 'priceList']);
const discountSteps = new Set(['linePromotions', 'basketPromotions', 'coupons']);

test('PRC-5 every trace sums to the amounts of its line', () => {
  fc.assert(
    fc.property(arbitrarySale, (sale) => {
      const quote = quoteFor(sale);
      for (const line of quote.lines) {
        expect(line.subtotalMinor).toBe(line.unitPriceMinor * line.quantity);
        expect(traceSum(line, ({ step }) => unitSteps.has(step))).toBe(line.subtotalMinor);
        expect(-traceSum(line, ({ step }) => discountSteps.has(step)) + 0).toBe(line.discountMinor);
        expect(traceSum(line, ({ step }) => step === 'tax')).toBe(line.taxMinor);
        const counted = (entry: TraceEntry) => !quote.pricesIncludeTax || entry.step !== 'tax';
        expect(traceSum(line, counted)).toBe(line.totalMinor);
      }
    }),
    runs,
  );
});

test('PRC-4, PRC-77 the totals of a sale are the sums of its parts', () => {
  fc.assert(
    fc.property(arbitrarySale, (sale) => {
      const quote = quoteFor(sale);
      const total = (read: (line: QuoteLine) => number) => sum(quote.lines.map(read));
      expect(quote.subtotalMinor).toBe(total((line) => line.subtotalMinor));
      expect(quote.discountMinor).toBe(total((line) => line.discountMinor));
      expect(quote.discountMinor).toBe(sum(quote.promotions.map((each) => each.discountMinor)));
      expect(quote.taxMinor).toBe(total((line) => line.taxMinor));
      expect(quote.taxMinor).toBe(sum(quote.taxes.map((tax) => tax.taxMinor)));
      expect(quote.totalMinor).toBe(total((line) => line.totalMinor));
      const onTop = quote.pricesIncludeTax ? 0 : quote.taxMinor;
      expect(quote.totalMinor).toBe(quote.subtotalMinor - quote.discountMinor + onTop);
      expect(quote.cashTotalMinor).toBe(quote.totalMinor + quote.cashRoundingMinor);
      for (const applied of quote.promotions) {
        const traced = quote.lines.flatMap((line) =>
          line.trace.filter((entry) => entry.ref === applied.promotion),
        );
        expect(-sum(traced.map((entry) => entry.amountMinor))).toBe(applied.discountMinor);
      }
      for (const tax of quote.taxes) {
        const same = quote.lines
          .flatMap((line) => line.taxes)
          .filter((each) => each.rate === tax.rate && each.rateBps === tax.rateBps);
        expect(sum(same.map((each) => each.taxMinor))).toBe(tax.taxMinor);
        expect(sum(same.map((each) => each.netMinor))).toBe(tax.netMinor);
      }
    }),
    runs,
  );
});

test('PRC-6 nothing is negative, and the quote is what its schema says', () => {
  fc.assert(
    fc.property(arbitrarySale, (sale) => {
      const quote = quoteFor(sale);
      expect(Value.Check(Quote, quote)).toBe(true);
      const amounts = quote.lines.flatMap((line) => [
        line.unitPriceMinor,
        line.discountMinor,
        line.totalMinor,
        ...line.taxes.flatMap((tax) => [tax.netMinor, tax.taxMinor]),
      ]);
      expect(Math.min(0, quote.cashTotalMinor, ...amounts)).toBe(0);
      expect(quote.lines.every((line) => line.discountMinor <= line.subtotalMinor)).toBe(true);
    }),
    runs,
  );
});

test('PRC-4 a refund of every line, and of every unit one by one, sums to the sale', () => {
  fc.assert(
    fc.property(arbitrarySale, (sale) => {
      const quote = quoteFor(sale);
      const refunds = quote.lines.map((line) => {
        const units = new Array<number>(line.quantity).fill(1);
        return {
          moneyMinor: sum(allocate(line.totalMinor, units)),
          taxMinor: sum(line.taxes.map((tax) => sum(allocate(tax.taxMinor, units)))),
        };
      });
      expect(sum(refunds.map((each) => each.moneyMinor))).toBe(quote.totalMinor);
      expect(sum(refunds.map((each) => each.taxMinor))).toBe(quote.taxMinor);
    }),
    { ...runs, numRuns: 300 },
  );
});

test('PRC-90 cash is the total rounded by the rule of the store', () => {
  fc.assert(
    fc.property(arbitrarySale, (sale) => {
      const quote = quoteFor(sale);
      const rule = sale.catalog.store.cashRounding;
      expect(quote.cashTotalMinor).toBe(roundCash(quote.totalMinor, rule));
      expect(Math.abs(quote.cashRoundingMinor)).toBeLessThan(rule?.incrementMinor ?? 1);
    }),
    { ...runs, numRuns: 300 },
  );
});
