import { ok } from '../../../lib/result.ts';
import { roundCash } from '../../money/cash-rounding.ts';
import { sum } from '../../money/sum.ts';
import type { Step } from '../pricing-context.ts';
import { lineTotal } from '../sale-state.ts';

/** PRC-90: what a sale paid wholly in cash is rounded by. */
export const roundForCash: Step = (sale, { catalog }) => {
  const { pricesIncludeTax, cashRounding } = catalog.store;
  const totalMinor = sum(sale.lines.map((line) => lineTotal(line, pricesIncludeTax)));
  return ok({ ...sale, cashRoundingMinor: roundCash(totalMinor, cashRounding) - totalMinor });
};
