import { at } from '../../lib/at.ts';
import { type Box, bound, boxSteps, copyGroup, give, unboundedBox } from './box.ts';
import type { Chosen } from './choices.ts';
import type { NumberModel } from './groups.ts';
import { complete, type Judge, type Restriction } from './judge.ts';
import { likelyDesign } from './likely-design.ts';
import { findWideBox } from './search.ts';
import { spend } from './work.ts';

/** Inclusive, in steps of the group. */
export interface ValueRange {
  readonly from: number;
  readonly to: number;
}

/** The values of an amount group that could still be chosen beside what stands. CUS-34 */
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
    const restrict: Restriction = (part) =>
      give(part, compiled, group, true) && bound(part, compiled, group, from, to);
    const found = complete(judge, standing, restrict);
    if (found === null) return;
    const box = widened(judge, found, group, restrict);
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

/** When a single value was found: valid designs that differ in it alone, as many as halving finds. */
function widened(judge: Judge, found: Box, group: NumberModel, restrict: Restriction): Box {
  const { compiled, preference, rules, budget } = judge;
  if (at(found.low, group.index) < at(found.high, group.index)) return found;
  if (!spend(budget, boxSteps(compiled) + compiled.options.length)) return found;
  const around = likelyDesign(found, compiled, preference, budget);
  copyGroup(around, unboundedBox(compiled), group);
  if (!restrict(around)) return found;
  return findWideBox(around, rules, compiled, preference, budget) ?? found;
}
