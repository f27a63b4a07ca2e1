import { sum } from '../../money/sum.ts';

/** What a promotion would take off; `parts` by line, in the lines' order. */
export interface Discount {
  readonly parts: readonly number[];
  readonly applications: number;
}

/** What the caps of a promotion still allow in this sale. */
export interface Allowance {
  readonly applications: number;
  readonly discountMinor: number;
}

/** The discount over all lines, minor units. */
export function totalOf(discount: Discount): number {
  return sum(discount.parts);
}
