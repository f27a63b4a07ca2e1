import type { TaxRounding } from '../../catalog/store.ts';
import type { TaxRate } from '../../catalog/tax-class.ts';
import { allocate } from '../../money/allocate.ts';
import { mulDiv } from '../../money/round.ts';
import { sum } from '../../money/sum.ts';
import type { TaxAmount } from '../quote.ts';
import { fillMatrix } from './fill-matrix.ts';

/** A line's amount, net or gross as the store's prices are, and the rates that add up on it. */
export interface TaxedLine {
  readonly amountMinor: number;
  readonly rates: readonly TaxRate[];
}

/** PRC-72 to PRC-76: the taxes of each line, in the lines' and the rates' order. */
export function splitTax(
  lines: readonly TaxedLine[],
  pricesIncludeTax: boolean,
  rounding: TaxRounding,
): readonly (readonly TaxAmount[])[] {
  const taxes: (readonly TaxAmount[])[] = lines.map(() => []);
  for (const places of roundedTogether(lines, rounding)) {
    const members = places.flatMap((place) => lines[place] ?? []);
    const amounts = members.map((line) => line.amountMinor);
    const rates = members[0]?.rates ?? [];
    const parts = taxTogether(amounts, rates, pricesIncludeTax);
    for (const [index, place] of places.entries()) {
      taxes[place] = taxAmounts(amounts[index] ?? 0, rates, parts[index] ?? [], pricesIncludeTax);
    }
  }
  return taxes;
}

/** Places of the lines whose tax is rounded as one sum: each alone, or all of equal rates. */
function roundedTogether(
  lines: readonly TaxedLine[],
  rounding: TaxRounding,
): readonly (readonly number[])[] {
  if (rounding === 'perLine') return lines.map((_, place) => [place]);
  const groups = new Map<string, number[]>();
  for (const [place, { rates }] of lines.entries()) {
    const key = rates.map((rate) => `${rate.id}@${rate.rateBps}`).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

/** Tax by line, then by rate: rounded once over all, both sums exact. */
function taxTogether(
  amounts: readonly number[],
  rates: readonly TaxRate[],
  pricesIncludeTax: boolean,
): readonly (readonly number[])[] {
  if (rates.length === 0) return amounts.map(() => []);
  const bps = rates.map((rate) => rate.rateBps);
  const allBps = sum(bps);
  const divisor = pricesIncludeTax ? 10_000 + allBps : 10_000;
  const taxMinor = mulDiv(sum(amounts), allBps, divisor);
  const byLine = allocate(taxMinor, amounts);
  const byRate = allocate(taxMinor, bps);
  return fillMatrix(byLine, byRate);
}

function taxAmounts(
  amountMinor: number,
  rates: readonly TaxRate[],
  parts: readonly number[],
  pricesIncludeTax: boolean,
): readonly TaxAmount[] {
  const netMinor = pricesIncludeTax ? amountMinor - sum(parts) : amountMinor;
  return rates.map(({ id, label, rateBps }, index) => ({
    rate: id,
    label,
    rateBps,
    netMinor,
    taxMinor: parts[index] ?? 0,
  }));
}
