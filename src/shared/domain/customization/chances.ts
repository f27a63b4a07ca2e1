import { amountRanges } from './amount-ranges.ts';
import { availableOptions, type Standpoint } from './available-options.ts';
import { type Box, optionsOf, takeOption } from './box.ts';
import type { Chosen } from './choices.ts';
import type { Availability, Evaluation } from './evaluation.ts';
import type { GroupModel, OptionsModel } from './groups.ts';
import { complete, type Judge, type Restriction } from './judge.ts';
import { type Mending, mend } from './mending.ts';
import { obstacle, undecided } from './obstacles.ts';
import { giveBack, partOf } from './work.ts';

/** How much of the budget the explanation of one option may take. */
const SHARE_OF_OBSTACLE = 1 / 8;

/** What could still be chosen, before it is explained what cannot. */
export interface Chances {
  readonly options: readonly OptionChances[];
  readonly ranges: Evaluation['ranges'];
}

interface OptionChances {
  readonly group: OptionsModel;
  readonly standing: readonly Chosen[] | null;
  /** In the order of the options; empty when nothing is possible. */
  readonly standpoints: readonly Standpoint[];
}

/**
 * What could still be chosen in every group, each with its share of the budget. `whole` is the mending
 * of all picks, `found` holds valid designs with all of them, if they are known.
 */
export function chancesOf(
  judge: Judge,
  picks: readonly Chosen[],
  whole: Mending | null,
  found: Box | null,
): Chances {
  const { groups } = judge.compiled;
  const find = rememberedFinds(found === null ? [] : [[picks, found]]);
  const options: OptionChances[] = [];
  const ranges: Evaluation['ranges'] = {};
  groups.forEach((group, done) => {
    const budget = partOf(judge.budget, judge.budget.left / (groups.length - done));
    const own: Judge = { ...judge, budget };
    if (group.kind === 'options') {
      const standing = standingFor(own, picks, whole, group);
      const standpoints =
        standing === null ? [] : availableOptions(own, group, standing, find(own, standing));
      options.push({ group, standing, standpoints });
    } else if (group.of === 'amount') {
      ranges[group.id] = [...amountRanges(own, group, standingFor(own, picks, whole, group))];
    }
    giveBack(judge.budget, budget);
  });
  return { options, ranges };
}

/** With the reasons for what cannot be had. */
export function explainedChances(judge: Judge, { options }: Chances): Evaluation['availability'] {
  const most = judge.budget.left * SHARE_OF_OBSTACLE;
  const availability: Evaluation['availability'] = {};
  for (const chances of options) {
    availability[chances.group.id] = explained(judge, chances, most);
  }
  return availability;
}

/**
 * What stands when a choice is made in a group: the other groups' picks, and, where options add
 * up, the group's own; of picks that cannot stay together, those that their first mending leaves.
 * `null` when nothing is possible.
 */
function standingFor(
  judge: Judge,
  picks: readonly Chosen[],
  whole: Mending | null,
  group: GroupModel,
): readonly Chosen[] | null {
  if (whole === null) return null;
  const adds = group.kind === 'options' && !group.single;
  const held = adds ? picks : picks.filter((pick) => pick.group !== group);
  if (held.length === picks.length) return whole.remaining;
  if (whole.removed.length === 0) return held;
  return mend(judge, held, whole.conflicts)?.remaining ?? null;
}

/** Groups in which nothing is chosen yet are judged beside the same picks. */
function rememberedFinds(
  known: readonly (readonly [readonly Chosen[], Box])[],
): (judge: Judge, standing: readonly Chosen[]) => Box | null {
  const finds = new Map<readonly Chosen[], Box | null>(known);
  return (judge, standing) => {
    const before = finds.get(standing);
    if (before !== undefined) return before;
    const found = complete(judge, standing);
    finds.set(standing, found);
    return found;
  };
}

/** With the reason for every option that cannot be had. */
function explained(
  judge: Judge,
  chances: OptionChances,
  share: number,
): Record<string, Availability> {
  const { group, standing, standpoints } = chances;
  const { compiled } = judge;
  const availability: Record<string, Availability> = {};
  for (const [index, option] of optionsOf(compiled, group).entries()) {
    const standpoint = standpoints[index] ?? 'impossible';
    if (standpoint === 'impossible') {
      const restrict: Restriction = (box) => takeOption(box, compiled, option);
      const budget = partOf(judge.budget, share);
      availability[option.id] = obstacle({ ...judge, budget }, group, standing ?? [], restrict);
      giveBack(judge.budget, budget);
    } else {
      availability[option.id] = standpoint === 'available' ? { available: true } : undecided();
    }
  }
  return availability;
}
