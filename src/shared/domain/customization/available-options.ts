import { at } from '../../lib/at.ts';
import { type Box, boxSteps, copyBox, copyGroup, OUT, optionsOf, takeOption } from './box.ts';
import { boxWith, type Chosen } from './choices.ts';
import type { OptionModel, OptionsModel } from './groups.ts';
import { complete, type Judge } from './judge.ts';
import { likelyDesign } from './likely-design.ts';
import { EVERY_GROUP, openRules } from './search.ts';
import { spend } from './work.ts';

/** Whether an option could still be chosen; `undecided` when that was too hard to tell. */
export type Standpoint = 'available' | 'impossible' | 'undecided';

/**
 * Whether each option of a group could still be chosen beside what stands. `found` holds valid designs
 * with all of that, if there are any: most options are in one of them, or can take the place of one.
 */
export function availableOptions(
  judge: Judge,
  group: OptionsModel,
  standing: readonly Chosen[],
  found: Box | null,
): ReadonlyMap<OptionModel, Standpoint> {
  const { compiled, budget } = judge;
  const options = optionsOf(compiled, group);
  const isIn = (option: OptionModel) => found !== null && at(found.option, option.index) !== OUT;
  const others = options.filter((option) => !isIn(option));
  // Where all designs that were found agree in the group, others may do as well.
  const isFixed = found !== null && at(found.openCount, group.index) === 0 && others.length > 1;
  const fitting = new Set(isFixed ? exchangeable(judge, group, others, standing, found) : []);
  const standpoints = new Map<OptionModel, Standpoint>();
  for (const option of options) {
    if (isIn(option) || fitting.has(option)) {
      standpoints.set(option, 'available');
      continue;
    }
    budget.exhausted = false;
    const box = complete(judge, standing, (part) => takeOption(part, compiled, option));
    const without = budget.exhausted ? 'undecided' : 'impossible';
    standpoints.set(option, box === null ? without : 'available');
  }
  return standpoints;
}

/** The options that one design of `found` may have in the group, and all else as it is. */
function exchangeable(
  judge: Judge,
  group: OptionsModel,
  options: readonly OptionModel[],
  standing: readonly Chosen[],
  found: Box,
): readonly OptionModel[] {
  const { compiled, preference, budget } = judge;
  const open = boxWith(compiled, standing);
  if (open === null || !spend(budget, 2 * boxSteps(compiled) + 3 * standing.length)) return [];
  const around = likelyDesign(found, compiled, preference, budget);
  copyGroup(around, open, group);
  const rules = openRules(judge.rules, around, compiled, EVERY_GROUP, budget);
  if (rules === null) return [];
  return options.filter((option) => {
    if (!spend(budget, boxSteps(compiled) + group.size)) return false;
    const box = copyBox(around);
    if (!takeOption(box, compiled, option)) return false;
    const design = group.single ? box : likelyDesign(box, compiled, preference, budget);
    return openRules(rules, design, compiled, EVERY_GROUP, budget)?.length === 0;
  });
}
