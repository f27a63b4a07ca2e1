import { at } from '../../lib/at.ts';
import { amountRanges, type ValueRange } from './amount-ranges.ts';
import { optionsOf } from './box.ts';
import type { Chosen } from './choices.ts';
import type { Selection } from './design.ts';
import type { Alternative } from './evaluation.ts';
import type { NumberModel } from './groups.ts';
import { complete, type Judge } from './judge.ts';
import { type Mending, mendingsLike } from './mending.ts';

/** Alternatives that are shown. */
const SHOWN = 5;

/** What takes the place of a pick: another one of the same group, or nothing. */
type Replacement = Chosen | null;

/**
 * The nearest ways out of an invalid design: the fewest picks replaced or taken back so that the
 * rest can become valid. The first way with each set of picks comes first, then the second of each.
 */
export function nearestAlternatives(judge: Judge, mending: Mending): readonly Alternative[] {
  const { picks, removed: fewest } = mending;
  if (fewest.length === 0) return [];
  const ways: Iterator<Alternative>[] = [];
  const firsts: Alternative[] = [];
  for (const removed of mendingsLike(judge, mending)) {
    const way = alternativesTo(judge, picks, removed);
    const first = way.next();
    if (!first.done) {
      firsts.push(first.value);
      ways.push(way);
    }
    if (firsts.length === SHOWN) break;
  }
  const found = firsts;
  let open = ways;
  while (found.length < SHOWN && open.length > 0) {
    open = open.filter((way) => {
      if (found.length === SHOWN) return false;
      const next = way.next();
      if (!next.done) found.push(next.value);
      return !next.done;
    });
  }
  return found;
}

function* alternativesTo(
  judge: Judge,
  picks: readonly Chosen[],
  removed: readonly Chosen[],
): Generator<Alternative> {
  const kept = picks.filter((pick) => !removed.includes(pick));
  for (const replacements of replacementsOf(judge, kept, removed)) {
    yield alternativeOf(kept, removed, replacements);
  }
}

/** Every way to replace the removed picks, one after the other, so that the result can become valid. */
function* replacementsOf(
  judge: Judge,
  kept: readonly Chosen[],
  removed: readonly Chosen[],
): Generator<readonly Replacement[]> {
  const [first, ...rest] = removed;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const replacement of candidatesFor(judge, kept, first)) {
    if (judge.budget.left <= 0) return;
    const next = replacement === null ? kept : [...kept, replacement];
    for (const others of replacementsOf(judge, next, rest)) yield [replacement, ...others];
  }
}

/** Options in their order, amounts nearest first, then nothing where the group may stay empty. */
function* candidatesFor(
  judge: Judge,
  kept: readonly Chosen[],
  removed: Chosen,
): Generator<Replacement> {
  if (removed.kind === 'number') {
    const { group } = removed;
    if (group.of === 'text') {
      yield null;
      return;
    }
    for (const value of nearestValues(amountRanges(judge, group, kept), group, removed.value)) {
      yield { kind: 'number', group, value, faults: [] };
    }
    if (!group.required) yield null;
    return;
  }
  const { group } = removed;
  if (!group.single) {
    yield null;
    return;
  }
  for (const option of optionsOf(judge.compiled, group)) {
    if (option === removed.option) continue;
    const pick: Chosen = { kind: 'option', group, option };
    if (complete(judge, [...kept, pick]) !== null) yield pick;
  }
  if (group.min === 0) yield null;
}

/** The values of the ranges by distance from `from`; of two as near the lower one first. */
function* nearestValues(
  ranges: readonly ValueRange[],
  { step }: NumberModel,
  from: number,
): Generator<number> {
  const below = ranges.filter((range) => range.from < from).reverse();
  const above = ranges.filter((range) => range.to > from);
  const downwards = valuesDown(below, step, from);
  const upwards = valuesUp(above, step, from);
  let lower = downwards.next();
  let upper = upwards.next();
  while (!lower.done || !upper.done) {
    if (upper.done || (!lower.done && from - lower.value <= upper.value - from)) {
      if (lower.done) return;
      yield lower.value;
      lower = downwards.next();
    } else {
      yield upper.value;
      upper = upwards.next();
    }
  }
}

function* valuesDown(
  ranges: readonly ValueRange[],
  step: number,
  below: number,
): Generator<number, undefined> {
  for (const { from, to } of ranges) {
    const last = Math.min(to, from + Math.floor((below - 1 - from) / step) * step);
    for (let value = last; value >= from; value -= step) yield value;
  }
}

function* valuesUp(
  ranges: readonly ValueRange[],
  step: number,
  above: number,
): Generator<number, undefined> {
  for (const { from, to } of ranges) {
    const first = Math.max(from, from + Math.ceil((above + 1 - from) / step) * step);
    for (let value = first; value <= to; value += step) yield value;
  }
}

function alternativeOf(
  kept: readonly Chosen[],
  removed: readonly Chosen[],
  replacements: readonly Replacement[],
): Alternative {
  const changes: { group: string; selection: Selection | null }[] = [];
  removed.forEach((pick, index) => {
    const { id } = pick.group;
    if (changes.some((change) => change.group === id)) return;
    changes.push({ group: id, selection: selectionAfter(kept, pick, at(replacements, index)) });
  });
  return { changes, distance: removed.length };
}

function selectionAfter(
  kept: readonly Chosen[],
  removed: Chosen,
  replacement: Replacement,
): Selection | null {
  if (replacement !== null) {
    return replacement.kind === 'option' ? replacement.option.id : replacement.value;
  }
  const left = kept.flatMap((pick) =>
    pick.kind === 'option' && pick.group === removed.group ? [pick.option.id] : [],
  );
  return left.length === 0 ? null : left;
}
