import { assertNever } from '../../lib/assert.ts';
import type { CashRounding } from '../catalog/store.ts';

/**
 * What is paid in cash for a non-negative total, minor units. Without a rule the total itself;
 * `nearest` rounds a tie up. Source of the 5-step reading (1, 2, 6, 7 down; 3, 4, 8, 9 up): the
 * usual "Swedish rounding" of countries without 1 and 2 cent coins.
 */
export function roundCash(totalMinor: number, rounding: CashRounding | undefined): number {
  if (rounding === undefined) return totalMinor;
  const above = totalMinor % rounding.incrementMinor;
  if (above === 0) return totalMinor;
  const lower = totalMinor - above;
  const upper = lower + rounding.incrementMinor;
  switch (rounding.mode) {
    case 'down':
      return lower;
    case 'up':
      return upper;
    case 'nearest':
      return above * 2 < rounding.incrementMinor ? lower : upper;
    default:
      return assertNever(rounding.mode);
  }
}
