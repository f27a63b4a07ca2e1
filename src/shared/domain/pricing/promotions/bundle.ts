import { allocate } from '../../money/allocate.ts';
import { sum } from '../../money/sum.ts';
import { createSlots, type PartSet } from './bundle-slots.ts';
import type { CompiledAction } from './compile.ts';
import type { Discount } from './discount.ts';
import type { MeasuredLine } from './eligibility.ts';
import { type UnitRun, unitRuns } from './unit-runs.ts';

type Bundle = Extract<CompiledAction, { readonly kind: 'bundle' }>;

/** Units that some part takes. */
interface Candidate extends UnitRun {
  readonly fits: PartSet;
}

/** What filling a number of bundles with the dearest units saves, and what those are worth by line. */
interface Filling {
  readonly savingMinor: number;
  readonly values: readonly number[];
}

/**
 * PRC-57: the number of bundles, and the units in them, that save the shopper most; of equal
 * savings the fewest bundles. The saving is spread over the units' lines by their value.
 */
export function bundleDiscount(
  action: Bundle,
  lines: readonly MeasuredLine[],
  maxBundles: number,
): Discount {
  const candidates = dearestFirst(action, lines);
  const most = Math.min(maxBundles, mostBundles(action, candidates));
  const fillings = new Map<number, Filling>();
  const fillingOf = (bundles: number): Filling => {
    const known = fillings.get(bundles);
    if (known !== undefined) return known;
    const made = fill(action, candidates, lines.length, bundles);
    fillings.set(bundles, made);
    return made;
  };
  const bundles = bestCount(most, (count) => fillingOf(count).savingMinor);
  const { savingMinor, values } = fillingOf(bundles);
  return { parts: allocate(savingMinor, values), applications: bundles };
}

function dearestFirst(action: Bundle, lines: readonly MeasuredLine[]): readonly Candidate[] {
  return unitRuns(lines)
    .map((run) => ({ ...run, fits: partsFor(action, run) }))
    .filter(({ fits }) => fits !== 0)
    .sort((a, b) => b.unitMinor - a.unitMinor || a.line - b.line);
}

function partsFor(action: Bundle, { hits }: UnitRun): PartSet {
  return action.parts.reduce(
    (fits, part, index) => (hits[part.match] === 1 ? fits | (1 << index) : fits),
    0,
  );
}

/** A bound by the units of each part, and by all units together. */
function mostBundles(action: Bundle, candidates: readonly Candidate[]): number {
  const bounds = action.parts.map(({ quantity }, index) => {
    const fitting = candidates.filter(({ fits }) => (fits & (1 << index)) !== 0);
    return Math.floor(sum(fitting.map((run) => run.count)) / quantity);
  });
  const unitsEach = sum(action.parts.map((part) => part.quantity));
  return Math.min(...bounds, Math.floor(sum(candidates.map((run) => run.count)) / unitsEach));
}

/**
 * The saving grows ever more slowly with the number of bundles (it is the optimum of a linear
 * program in its right-hand side, hence concave), so the peak is found by bisection.
 */
function bestCount(most: number, savingOf: (bundles: number) => number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (savingOf(middle + 1) > savingOf(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fills every part of `bundles` bundles; where that is impossible, the saving is minus infinity. */
function fill(
  action: Bundle,
  candidates: readonly Candidate[],
  lineCount: number,
  bundles: number,
): Filling {
  const values = new Array<number>(lineCount).fill(0);
  if (bundles === 0) return { savingMinor: 0, values };
  const slots = createSlots(action.parts.map((part) => part.quantity * bundles));
  for (const { line, unitMinor, count, fits } of candidates) {
    if (slots.free() === 0) break;
    values[line] = (values[line] ?? 0) + slots.place(fits, count) * unitMinor;
  }
  const complete = slots.free() === 0;
  const savingMinor = complete
    ? sum(values) - bundles * action.priceMinor
    : Number.NEGATIVE_INFINITY;
  return { savingMinor, values };
}
