import { at } from '../../lib/at.ts';
import type { OptionModel } from './groups.ts';
import type { Formula } from './model.ts';

/** Indexes of the groups whose choices the statement can depend on. */
export function groupsOf(formula: Formula, options: readonly OptionModel[]): ReadonlySet<number> {
  const groups = new Set<number>();
  collect(formula, options, groups);
  return groups;
}

function collect(formula: Formula, options: readonly OptionModel[], groups: Set<number>): void {
  switch (formula.kind) {
    case 'const':
      return;
    case 'chosen':
      groups.add(at(options, formula.option).group);
      return;
    case 'quantity':
    case 'count':
      groups.add(formula.group);
      return;
    case 'sum':
      for (const part of formula.source.parts) groups.add(part.group);
      return;
    case 'all':
    case 'any':
      for (const part of formula.of) collect(part, options, groups);
      return;
    case 'not':
    case 'maybe':
      collect(formula.of, options, groups);
  }
}
