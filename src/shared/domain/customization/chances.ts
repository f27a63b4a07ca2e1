import { amountRanges } from './amount-ranges.ts';
import { availableOptions, type Standpoint } from './available-options.ts';
import { type Box, optionsOf, takeOption } from './box.ts';
import type { Chosen } from './choices.ts';
import type { Availability, Evaluation } from './evaluation.ts';
import type { GroupModel, OptionModel, OptionsModel } from './groups.ts';
import { complete, type Judge, type Restriction } from './judge.ts';
import { type Mending, mend } from './mending.ts';
import { obstacle, undecided } from './obstacles.ts';
import { within } from './work.ts';

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
  readonly standpoints: ReadonlyMap<OptionModel, Standpoint>;
}

/**
 * What could still be chosen in every group, each with its share of the budget. `whole` is the mending
 * of all picks.
 */
export function chancesOf(judge: Judge, picks: readonly Chosen[], whole: Mending | null): Chances {
  const { groups } = judge.compiled;
  const find = rememberedFinds();
  const options: OptionChances[] = [];
  const ranges: Evaluation['ranges'] = {};
  groups.forEach((group, done) => {
    const share = Math.ceil(judge.budget.left / (groups.length - done));
    within(judge.budget, share, (budget) => {
      const own: Judge = { ...judge, budget };
      if (group.kind === 'options') {
        const standing = standingFor(own, picks, whole, group);
        const standpoints =
          standing === null
            ? new Map<OptionModel, Standpoint>()
            : availableOptions(own, group, standing, find(own, standing));
        options.push({ group, standing, standpoints });
      } else if (group.of === 'amount') {
        ranges[group.id] = [...amountRanges(own, group, standingFor(own, picks, whole, group))];
      }
    });
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
function rememberedFinds(): (judge: Judge, standing: readonly Chosen[]) => Box | null {
  const finds = new Map<readonly Chosen[], Box | null>();
  return (judge, standing) => {
    const known = finds.get(standing);
    if (known !== undefined) return known;
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
  for (const option of optionsOf(compiled, group)) {
    const standpoint = standpoints.get(option) ?? 'impossible';
    if (standpoint === 'impossible') {
      const restrict: Restriction = (box) => takeOption(box, compiled, option);
      availability[option.id] = within(judge.budget, share, (budget) =>
        obstacle({ ...judge, budget }, group, standing ?? [], restrict),
      );
    } else {
      availability[option.id] = standpoint === 'available' ? { available: true } : undecided();
    }
  }
  return availability;
}
