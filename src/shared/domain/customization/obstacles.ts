import { at } from '../../lib/at.ts';
import { type Chosen, choiceOf } from './choices.ts';
import type { Availability, Reason } from './evaluation.ts';
import type { GroupModel } from './groups.ts';
import { type Probe, smallestConflict } from './hitting-set.ts';
import { complete, type Judge, probeOf, type Restriction, rulesKeptBy } from './judge.ts';
import { ruleReason, tooManyReason, undecidedReason, unfillableReason } from './reasons.ts';

/** Not proven possible within the budget: it cannot be had, and nobody knows because of what. CUS-60 */
export function undecided(): Availability {
  return { available: false, conflict: [], reasons: [undecidedReason()] };
}

/** Why what `restrict` asks for cannot be had beside `standing`. CUS-31, CUS-32 */
export function obstacle(
  judge: Judge,
  group: GroupModel,
  standing: readonly Chosen[],
  restrict: Restriction,
): Availability {
  const probe = probeOf(judge, standing, restrict);
  const items = smallestConflict(standing.length, probe, judge.budget) ?? [];
  if (judge.budget.exhausted) return undecided();
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
  const probe: Probe = (wanted) => {
    const some = wanted.map((item) => at(rules, item));
    const box = complete(judge, picks, restrict, some);
    return box === null ? null : rulesKeptBy(box, judge);
  };
  const items = smallestConflict(rules.length, probe, judge.budget);
  if (items === null || judge.budget.exhausted) return [undecidedReason()];
  if (items.length === 0) return group === null ? [undecidedReason()] : [tooManyReason(group)];
  const byId = new Map(compiled.rules.map(({ record }) => [record.id, record]));
  return items.flatMap((item) => {
    const record = byId.get(at(rules, item).id);
    return record === undefined ? [] : [ruleReason(record)];
  });
}
