import { at } from '../../lib/at.ts';
import { isLong } from './formula.ts';
import type { OptionModel } from './groups.ts';
import type { Formula } from './model.ts';
import { type BoundRule, EVERY_GROUP, groupBit } from './search.ts';

/** A rule with what the search must know of its formula. */
export function boundRule(id: string, kept: Formula, options: readonly OptionModel[]): BoundRule {
  const extent = { groups: 0, steps: 0 };
  measure(kept, options, 1, extent);
  // What no choice decides is looked at once, with the whole box.
  return {
    id,
    kept,
    steps: extent.steps,
    groups: extent.groups === 0 ? EVERY_GROUP : extent.groups,
  };
}

/** A statement is weighed once for each one that it is part of: to divide a box they are weighed from the top. */
function measure(
  formula: Formula,
  options: readonly OptionModel[],
  depth: number,
  extent: { groups: number; steps: number },
): void {
  extent.steps += depth;
  switch (formula.kind) {
    case 'const':
      return;
    case 'chosen':
      extent.groups |= groupBit(at(options, formula.option).group);
      return;
    case 'quantity':
    case 'count':
      extent.groups |= groupBit(formula.group);
      return;
    case 'sum':
      for (const { group } of formula.source.parts) extent.groups |= groupBit(group);
      if (!isLong(formula.source)) extent.steps += formula.source.steps;
      return;
    case 'all':
    case 'any':
      for (const part of formula.of) measure(part, options, depth + 1, extent);
      return;
    case 'not':
    case 'maybe':
      measure(formula.of, options, depth, extent);
  }
}
