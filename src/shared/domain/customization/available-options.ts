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
 * Whether each option of a group, in order, could still be chosen beside what stands. `found` holds valid
 * designs with all of that, if there are any: most options are in one of them, or can take the place of one.
 */
export function availableOptions(
  judge: Judge,
  group: OptionsModel,
  standing: readonly Chosen[],
  found: Box | null,
): readonly Standpoint[] {
  const { compiled, budget } = judge;
  const options = optionsOf(compiled, group);
  const isIn = (option: OptionModel) => found !== null && at(found.option, option.index) !== OUT;
  // Where all designs that were found agree in the group, others may do as well.
  const isFixed = found !== null && at(found.openCount, group.index) === 0;
  const fitting = isFixed ? exchangeable(judge, group, options, standing, found) : null;
  return options.map((option) => {
    if (isIn(option) || fitting?.has(option) === true) return 'available';
    budget.exhausted = false;
    const box = complete(judge, standing, (part) => takeOption(part, compiled, option));
    if (box !== null) return 'available';
    return budget.exhausted ? 'undecided' : 'impossible';
  });
}

/** The options that one design of `found` may have in the group, and all else as it is. */
function exchangeable(
  judge: Judge,
  group: OptionsModel,
  options: readonly OptionModel[],
  standing: readonly Chosen[],
  found: Box,
): ReadonlySet<OptionModel> {
  const fitting = new Set<OptionModel>();
  const { compiled, preference, budget } = judge;
  const others = options.filter((option) => at(found.option, option.index) === OUT);
  const open = others.length > 1 ? boxWith(compiled, standing) : null;
  if (open === null || !spend(budget, 2 * boxSteps(compiled) + 3 * standing.length)) return fitting;
  const around = likelyDesign(found, compiled, preference, budget);
  copyGroup(around, open, group);
  const rules = openRules(judge.rules, around, compiled, EVERY_GROUP, budget);
  if (rules === null) return fitting;
  for (const option of others) {
    if (!spend(budget, boxSteps(compiled) + group.size)) break;
    const box = copyBox(around);
    if (!takeOption(box, compiled, option)) continue;
    const design = group.single ? box : likelyDesign(box, compiled, preference, budget);
    if (openRules(rules, design, compiled, EVERY_GROUP, budget)?.length === 0) fitting.add(option);
  }
  return fitting;
}
