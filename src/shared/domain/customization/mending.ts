import { at } from '../../lib/at.ts';
import type { Chosen } from './choices.ts';
import type { GroupModel } from './groups.ts';
import { type Demand, meetingSets, type Probe, reduced, smallestMeeting } from './hitting-set.ts';
import { type Judge, probeOf } from './judge.ts';
import { type Budget, spend } from './work.ts';

/** The fewest picks that must go so that the rest can become a valid design. */
export interface Mending {
  readonly picks: readonly Chosen[];
  /** The first such set in order; empty when all can stay. */
  readonly removed: readonly Chosen[];
  readonly remaining: readonly Chosen[];
  /** Sets of picks that cannot stay together; every mending takes one of each. */
  readonly conflicts: readonly (readonly Chosen[])[];
}

/** The mending of picks that can all stay. */
export function intact(picks: readonly Chosen[]): Mending {
  return { picks, removed: [], remaining: picks, conflicts: [] };
}

/**
 * The smallest mending of the picks; `null` when even without any of them no design is valid.
 * `known` are conflicts found before. Beyond the effort limit: the picks that do not fit to those
 * before them.
 */
export function mend(
  judge: Judge,
  picks: readonly Chosen[],
  known: Mending['conflicts'] = [],
): Mending | null {
  const probe = probeOf(judge, picks);
  if (probe([]) === null) return null;
  const conflicts = [...numbered(known, picks)];
  const own = ownDemands(picks);
  for (;;) {
    const demands = [...own, ...demandsOf(conflicts)];
    const removed = smallestMeeting(demands, judge.budget);
    const rest = others(picks, removed ?? misfits(picks.length, probe, judge.budget));
    if (removed === null || probe(rest) !== null || judge.budget.left <= 0) {
      return {
        picks,
        removed: others(picks, rest).map((item) => at(picks, item)),
        remaining: rest.map((item) => at(picks, item)),
        conflicts: conflicts.map((conflict) => conflict.map((item) => at(picks, item))),
      };
    }
    conflicts.push(reduced(rest, probe, judge.budget));
  }
}

/** Every mending of the same size, as the picks that go, in their order. */
export function* mendingsLike(judge: Judge, mending: Mending): Generator<readonly Chosen[]> {
  const { picks, removed } = mending;
  const probe = probeOf(judge, picks);
  const conflicts = [...numbered(mending.conflicts, picks)];
  const demands = [...ownDemands(picks), ...demandsOf(conflicts)];
  for (const candidate of meetingSets(demands, removed.length, judge.budget)) {
    if (judge.budget.left <= 0) return;
    if (conflicts.some((conflict) => !conflict.some((item) => candidate.includes(item)))) continue;
    const rest = others(picks, candidate);
    if (probe(rest) === null) conflicts.push(reduced(rest, probe, judge.budget));
    else yield candidate.map((item) => at(picks, item));
  }
}

/** The conflicts that are among the picks, by their numbers. */
function* numbered(
  conflicts: Mending['conflicts'],
  picks: readonly Chosen[],
): Generator<readonly number[]> {
  if (conflicts.length === 0) return;
  const numbers = new Map(picks.map((pick, item) => [pick, item]));
  for (const conflict of conflicts) {
    const items = conflict.flatMap((pick) => numbers.get(pick) ?? []);
    if (items.length === conflict.length) yield items;
  }
}

/** What must go whatever the rules say: values that no design can hold, options above the maximum. */
function ownDemands(picks: readonly Chosen[]): readonly Demand[] {
  const demands: Demand[] = [];
  const byGroup = new Map<GroupModel, number[]>();
  picks.forEach((pick, item) => {
    const items = byGroup.get(pick.group) ?? [];
    byGroup.set(pick.group, items);
    items.push(item);
  });
  for (const [group, items] of byGroup) {
    for (const item of items) {
      const pick = at(picks, item);
      if (pick.kind === 'number' && pick.faults.length > 0)
        demands.push({ items: [item], count: 1 });
    }
    const count = group.kind === 'options' ? items.length - group.max : 0;
    if (count > 0) demands.push({ items, count });
  }
  return demands;
}

function demandsOf(conflicts: readonly (readonly number[])[]): readonly Demand[] {
  return conflicts.map((items) => ({ items, count: 1 }));
}

function misfits(size: number, probe: Probe, budget: Budget): readonly number[] {
  const fitting: number[] = [];
  const removed: number[] = [];
  for (let item = 0; item < size; item += 1) {
    spend(budget, fitting.length);
    if (probe([...fitting, item]) === null) removed.push(item);
    else fitting.push(item);
  }
  return removed;
}

function others(picks: readonly Chosen[], removed: readonly number[]): readonly number[] {
  const gone = new Set(removed);
  return picks.flatMap((_, item) => (gone.has(item) ? [] : [item]));
}
