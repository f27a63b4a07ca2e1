import { type Budget, budgetOf, spend } from './work.ts';

/**
 * Smallest sets of things that cannot go together, and smallest sets that must go, both found by
 * the same duality: a conflict meets the rest of every possible selection, and a mending meets every
 * conflict (Reiter, "A theory of diagnosis from first principles", 1987). Items are numbers in
 * their order of precedence; among equally small sets the first in that order wins.
 */

/** The items that a possible selection holds, at least the ones asked for; `null` when impossible. */
export type Probe = (items: readonly number[]) => ReadonlySet<number> | null;

/** So many of these items, in ascending order, must be in the set. */
export interface Demand {
  readonly items: readonly number[];
  readonly count: number;
}

/** Sets after which the exact search gives way to leaving items out one by one. CUS-61 */
const EFFORT = 20_000;

/**
 * The smallest set of items `0 … size - 1` that is impossible; `null` when all of them together
 * are possible. Beyond the effort limit: one from which nothing can be left out, not surely the
 * smallest. When the budget is used up, which the probe uses as well, the answer means nothing.
 */
export function smallestConflict(
  size: number,
  probe: Probe,
  budget: Budget,
): readonly number[] | null {
  if (!spend(budget, 1)) return [];
  const all = Array.from({ length: size }, (_, item) => item);
  const demands: Demand[] = [];
  const effort = budgetOf(EFFORT);
  while (!effort.exhausted) {
    const candidate = smallestMeeting(demands, budget, effort);
    if (candidate === null) break;
    const held = probe(candidate);
    if (held === null) return candidate;
    spend(budget, 2 * size);
    const rest = all.filter((item) => !held.has(item));
    if (rest.length === 0) return null;
    demands.push({ items: rest, count: 1 });
  }
  return budget.left <= 0 ? [] : reduced(all, probe, budget);
}

/** The impossible set without the items that it stays impossible without, last ones first; as far as the budget goes. */
export function reduced(items: readonly number[], probe: Probe, budget: Budget): readonly number[] {
  let kept = items;
  for (const item of [...items].reverse()) {
    if (!spend(budget, kept.length)) break;
    const without = kept.filter((other) => other !== item);
    if (probe(without) === null) kept = without;
  }
  return kept;
}

/** The first of the smallest sets that meet every demand; `null` when none does, or beyond the effort. */
export function smallestMeeting(
  demands: readonly Demand[],
  budget: Budget,
  effort: Budget = budgetOf(EFFORT),
): readonly number[] | null {
  if (demands.some(({ items, count }) => items.length < count)) return null;
  const most = demands.reduce((sum, { count }) => sum + count, 0);
  for (let size = 0; size <= most; size += 1) {
    for (const found of meetingSets(demands, size, budget, effort)) return found;
    if (effort.exhausted || budget.left <= 0) return null;
  }
  return null;
}

/** Every set of exactly `size` items out of the demands that meets each of them, in order. */
export function* meetingSets(
  demands: readonly Demand[],
  size: number,
  budget: Budget,
  effort: Budget = budgetOf(EFFORT),
): Generator<readonly number[]> {
  const items = new Set(demands.flatMap((demand) => demand.items));
  const candidates = [...items].sort((left, right) => left - right);
  const steps = demands.reduce((sum, demand) => sum + demand.items.length, 1);
  yield* extended({ candidates, size, demands, steps, budget, effort }, 0, []);
}

interface Search {
  readonly candidates: readonly number[];
  readonly size: number;
  readonly demands: readonly Demand[];
  /** What it takes to compare an item with every demand. */
  readonly steps: number;
  readonly budget: Budget;
  readonly effort: Budget;
}

function* extended(
  search: Search,
  start: number,
  taken: readonly number[],
): Generator<readonly number[]> {
  if (!spend(search.effort, 1)) return;
  if (!spend(search.budget, (search.steps * (taken.length + 1)) >> 2)) return;
  // The next item must come early enough that every demand can still be met.
  let latest = Number.POSITIVE_INFINITY;
  for (const { items, count } of search.demands) {
    const missing = count - items.filter((item) => taken.includes(item)).length;
    if (missing <= 0) continue;
    if (missing > search.size - taken.length) return;
    latest = Math.min(latest, items[items.length - missing] ?? -1);
  }
  if (taken.length === search.size) {
    yield taken;
    return;
  }
  for (let index = start; index < search.candidates.length; index += 1) {
    const item = search.candidates[index];
    if (item === undefined || item > latest) return;
    if (search.effort.exhausted || search.budget.left <= 0) return;
    yield* extended(search, index + 1, [...taken, item]);
  }
}
