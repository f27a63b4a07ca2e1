import { assert } from '../../lib/assert.ts';
import { mulDivParts } from './round.ts';
import { sum } from './sum.ts';

/**
 * Splits `totalMinor` in proportion to `weights` so that the parts sum to it exactly: each part is
 * rounded down, and what is missing goes one by one to the largest remainders (Hamilton's method),
 * ties to the earlier weight. Hand the weights over in an order that means something.
 *
 * A part never exceeds its weight while the total does not exceed their sum. When every weight is
 * zero, the total is split evenly. A negative total gives the negated parts.
 */
export function allocate(totalMinor: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 0) {
    assert(totalMinor === 0, `${totalMinor} cannot be split over nothing`);
    return [];
  }
  const weightSum = weightTotal(weights);
  if (weightSum === 0)
    return allocate(
      totalMinor,
      weights.map(() => 1),
    );
  if (totalMinor === 0) return weights.map(() => 0);
  const parts: number[] = [];
  const remainders: number[] = [];
  let missing = Math.abs(totalMinor);
  for (const weight of weights) {
    const { quotient, remainder } = mulDivParts(Math.abs(totalMinor), weight, weightSum);
    parts.push(quotient);
    remainders.push(remainder);
    missing -= quotient;
  }
  const raised = new Set(indexesByRemainder(remainders).slice(0, missing));
  const sign = totalMinor < 0 ? -1 : 1;
  return parts.map((part, index) => {
    const magnitude = raised.has(index) ? part + 1 : part;
    return magnitude === 0 ? 0 : sign * magnitude;
  });
}

function weightTotal(weights: readonly number[]): number {
  for (const weight of weights) {
    assert(Number.isSafeInteger(weight) && weight >= 0, `weight ${weight} is a whole number`);
  }
  const total = sum(weights);
  assert(Number.isSafeInteger(total), 'the weights sum to a safe integer');
  return total;
}

function indexesByRemainder(remainders: readonly number[]): readonly number[] {
  return remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .map(({ index }) => index);
}
