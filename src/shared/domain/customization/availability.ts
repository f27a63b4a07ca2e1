import { at } from '../../lib/at.ts';
import { type Box, bound, give, OUT, optionsOf, takeOption } from './box.ts';
import { type Chosen, choiceOf } from './choices.ts';
import type { Availability, Reason } from './evaluation.ts';
import type { GroupModel, NumberModel, OptionModel, OptionsModel } from './groups.ts';
import { smallestConflict } from './hitting-set.ts';
import { complete, type Judge, probeOf, type Restriction, rulesKeptBy } from './judge.ts';
import { type Mending, mend } from './mending.ts';
import { ruleReason, tooManyReason, undecidedReason, unfillableReason } from './reasons.ts';

/** Inclusive, in steps of the group. */
export interface ValueRange {
  readonly from: number;
  readonly to: number;
}

/** For a group, the picks that a choice in it is judged beside; `null` when nothing is possible. */
export type Standing = (group: GroupModel) => readonly Chosen[] | null;

/**
 * What stands when a choice is made in a group: the other groups' picks, and, where options add
 * up, the group's own; of picks that cannot stay together, those that their first mending leaves.
 * `whole` is the mending of all picks.
 */
export function standingOf(
  judge: Judge,
  picks: readonly Chosen[],
  whole: Mending | null,
): Standing {
  return (group) => {
    if (whole === null) return null;
    const adds = group.kind === 'options' && !group.single;
    const held = adds ? picks : picks.filter((pick) => pick.group !== group);
    if (whole.removed.length === 0) return held;
    if (held.length === picks.length) return whole.remaining;
    return mend(judge, held, whole.conflicts)?.remaining ?? null;
  };
}

/** Whether each option of a group could still be chosen, and what stands in its way. */
export function optionAvailability(
  judge: Judge,
  group: OptionsModel,
  standing: readonly Chosen[] | null,
): Record<string, Availability> {
  const { compiled } = judge;
  const options = optionsOf(compiled, group);
  const proven = new Set<OptionModel>();
  const learn = (box: Box | null) => {
    if (box === null) return false;
    for (const option of options) {
      if (at(box.option, option.index) !== OUT) proven.add(option);
    }
    return true;
  };
  // One look at all options at once often settles most of them.
  if (standing !== null) learn(complete(judge, standing));
  const availability: Record<string, Availability> = {};
  for (const option of options) {
    const restrict: Restriction = (box) => takeOption(box, compiled, option);
    judge.budget.exhausted = false;
    const available =
      proven.has(option) || (standing !== null && learn(complete(judge, standing, restrict)));
    availability[option.id] = available
      ? { available }
      : obstacle(judge, group, standing ?? [], restrict);
  }
  return availability;
}

/** The values of an amount group that could still be chosen. */
export function amountRanges(
  judge: Judge,
  group: NumberModel,
  standing: readonly Chosen[] | null,
): readonly ValueRange[] {
  if (standing === null) return [];
  const { compiled } = judge;
  const ranges: ValueRange[] = [];
  const explore = (from: number, to: number) => {
    if (from > to) return;
    const box = complete(
      judge,
      standing,
      (part) => give(part, compiled, group, true) && bound(part, compiled, group, from, to),
    );
    if (box === null) return;
    const low = at(box.low, group.index);
    const high = at(box.high, group.index);
    explore(from, low - group.step);
    const last = ranges.at(-1);
    if (last !== undefined && last.to + group.step === low) {
      ranges[ranges.length - 1] = { from: last.from, to: high };
    } else {
      ranges.push({ from: low, to: high });
    }
    explore(high + group.step, to);
  };
  explore(group.min, group.max);
  return ranges;
}

/** Why what `restrict` asks for cannot be had beside `standing`. */
function obstacle(
  judge: Judge,
  group: GroupModel,
  standing: readonly Chosen[],
  restrict: Restriction,
): Availability {
  const items = smallestConflict(standing.length, probeOf(judge, standing, restrict)) ?? [];
  const conflict = items.map((item) => at(standing, item));
  return {
    available: false,
    conflict: conflict.map(choiceOf),
    reasons: [...obstructingReasons(judge, conflict, restrict, group)],
  };
}

/**
 * The smallest set of rules that keep these picks from becoming a valid design as `restrict` wants;
 * where the groups' own bounds do so alone, those.
 */
export function obstructingReasons(
  judge: Judge,
  picks: readonly Chosen[],
  restrict: Restriction,
  group: GroupModel | null,
): readonly Reason[] {
  const { compiled, rules } = judge;
  if (compiled.unfillable.length > 0) return compiled.unfillable.map(unfillableReason);
  const items = smallestConflict(rules.length, (wanted) => {
    const box = complete(
      judge,
      picks,
      restrict,
      wanted.map((item) => at(rules, item)),
    );
    return box === null ? null : rulesKeptBy(box, compiled, rules);
  });
  if (items === null || judge.budget.exhausted) return [undecidedReason()];
  if (items.length === 0) return group === null ? [undecidedReason()] : [tooManyReason(group)];
  const byId = new Map(compiled.rules.map(({ record }) => [record.id, record]));
  return items.flatMap((item) => {
    const record = byId.get(at(rules, item).id);
    return record === undefined ? [] : [ruleReason(record)];
  });
}
