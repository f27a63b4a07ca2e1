import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mulBps } from '#shared/domain/money/round.ts';
import { sum } from '#shared/domain/money/sum.ts';
import { splitTax } from '#shared/domain/pricing/tax/split-tax.ts';

const runs = { seed: 20_250_317, numRuns: 2000 };

const rate = (id: string, rateBps: number) => ({
  id,
  country: 'DE',
  rateBps,
  label: { en: id },
  validFrom: 0,
});
const rates = fc
  .array(fc.integer({ min: 0, max: 3000 }), { maxLength: 3 })
  .map((all) => all.map((rateBps, at) => rate(`r${at}`, rateBps)));
const amount = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
);
const lines = fc.array(fc.record({ amountMinor: amount, rates }), { maxLength: 12 });
const sameRates = fc
  .tuple(fc.array(amount, { minLength: 1, maxLength: 12 }), rates)
  .map(([amounts, shared]) => amounts.map((amountMinor) => ({ amountMinor, rates: shared })));
const rounding = fc.constantFrom('perLine' as const, 'perTotal' as const);

test('PRC-78 a net price list and its gross counterpart agree to the cent', () => {
  fc.assert(
    fc.property(lines, (net) => {
      const onTop = splitTax(net, false, 'perLine');
      const gross = net.map((line, at) => ({
        ...line,
        amountMinor: line.amountMinor + sum((onTop[at] ?? []).map((tax) => tax.taxMinor)),
      }));
      expect(splitTax(gross, true, 'perLine')).toEqual(onTop);
    }),
    runs,
  );
});

test('PRC-78 over a whole sale the two differ by at most half a cent a line and one for the sum', () => {
  fc.assert(
    fc.property(sameRates, (net) => {
      const allBps = sum((net[0]?.rates ?? []).map((each) => each.rateBps));
      const gross = net.map((line) => ({
        ...line,
        amountMinor: line.amountMinor + mulBps(line.amountMinor, allBps),
      }));
      const taxOf = (taxes: ReturnType<typeof splitTax>) =>
        sum(taxes.flat().map((t) => t.taxMinor));
      const difference =
        taxOf(splitTax(net, false, 'perTotal')) - taxOf(splitTax(gross, true, 'perTotal'));
      expect(Math.abs(difference)).toBeLessThanOrEqual(net.length / 2 + 1);
    }),
    runs,
  );
});

test('PRC-74 per total is rounded once, per line for each line', () => {
  fc.assert(
    fc.property(sameRates, fc.boolean(), (taxed, inclusive) => {
      const bps = sum((taxed[0]?.rates ?? []).map((each) => each.rateBps));
      const exact = (amountMinor: number) =>
        (amountMinor * bps) / (inclusive ? 10_000 + bps : 10_000);
      const perLine = splitTax(taxed, inclusive, 'perLine');
      for (const [at, line] of taxed.entries()) {
        const tax = sum((perLine[at] ?? []).map((each) => each.taxMinor));
        expect(Math.abs(tax - exact(line.amountMinor))).toBeLessThanOrEqual(0.5 + 1e-6);
      }
      const whole = sum(
        splitTax(taxed, inclusive, 'perTotal')
          .flat()
          .map((tax) => tax.taxMinor),
      );
      const total = sum(taxed.map((line) => line.amountMinor));
      expect(Math.abs(whole - exact(total))).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
    runs,
  );
});

test('PRC-76 parts are never negative and no line is taxed beyond its price', () => {
  fc.assert(
    fc.property(lines, rounding, (taxed, how) => {
      const taxes = splitTax(taxed, true, how);
      for (const [at, line] of taxed.entries()) {
        const parts = (taxes[at] ?? []).map((tax) => tax.taxMinor);
        expect(Math.min(0, ...parts)).toBe(0);
        expect(sum(parts)).toBeLessThanOrEqual(line.amountMinor);
      }
    }),
    runs,
  );
});

test('PRC-75, PRC-76 over the sale each rate gets its share of the tax to the cent', () => {
  fc.assert(
    fc.property(sameRates, (taxed) => {
      const shared = taxed[0]?.rates ?? [];
      const taxes = splitTax(taxed, true, 'perTotal');
      const whole = sum(taxes.flat().map((tax) => tax.taxMinor));
      const bps = sum(shared.map((each) => each.rateBps));
      for (const { id, rateBps } of shared) {
        const parts = taxes.flat().filter((tax) => tax.rate === id);
        const share = bps === 0 ? 0 : (whole * rateBps) / bps;
        expect(Math.abs(sum(parts.map((tax) => tax.taxMinor)) - share)).toBeLessThan(1);
      }
    }),
    runs,
  );
});
