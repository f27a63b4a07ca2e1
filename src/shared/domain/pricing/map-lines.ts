import { ok, type Result } from '../../lib/result.ts';
import type { PricingFault } from './pricing-context.ts';
import type { LineState, SaleState } from './sale-state.ts';

/** Runs a step that looks at one line at a time; the first fault ends it. */
export function mapLines(
  sale: SaleState,
  change: (line: LineState, index: number) => Result<LineState, PricingFault>,
): Result<SaleState, PricingFault> {
  const lines: LineState[] = [];
  for (const [index, line] of sale.lines.entries()) {
    const changed = change(line, index);
    if (!changed.ok) return changed;
    lines.push(changed.value);
  }
  return ok({ ...sale, lines });
}
