import { mulBps } from '../../money/round.ts';
import type { CompiledAction } from './compile.ts';
import type { Discount } from './discount.ts';
import type { MeasuredLine } from './eligibility.ts';
import { type UnitRun, unitRuns } from './unit-runs.ts';

type BuyXGetY = Extract<CompiledAction, { readonly kind: 'buyXGetY' }>;

/**
 * PRC-56: as many whole sets of bought and got units as there are, no unit counted twice, and the
 * cheapest units that leave enough to be bought are the ones that are got.
 */
export function buyXGetYDiscount(
  action: BuyXGetY,
  lines: readonly MeasuredLine[],
  maxSets: number,
): Discount {
  const runs = unitRuns(lines);
  const sets = Math.min(maxSets, wholeSets(action, runs));
  const parts = lines.map(() => 0);
  // Units that could be bought as well may be got only as far as enough others are bought.
  let sparable =
    countBoth(action, runs) - Math.max(0, sets * action.buyQuantity - countBuyOnly(action, runs));
  let wanted = sets * action.getQuantity;
  for (const run of cheapestFirst(runs.filter((each) => each.hits[action.get] === 1))) {
    const buyable = run.hits[action.buy] === 1;
    const taken = Math.min(wanted, run.count, buyable ? sparable : run.count);
    wanted -= taken;
    if (buyable) sparable -= taken;
    const offMinor = Math.min(run.unitMinor, mulBps(run.unitMinor, action.bps));
    parts[run.line] = (parts[run.line] ?? 0) + taken * offMinor;
  }
  return { parts, applications: sets };
}

/** Sets that fit: limited by the units to buy, the units to get, and both together. */
function wholeSets(action: BuyXGetY, runs: readonly UnitRun[]): number {
  const both = countBoth(action, runs);
  const buyOnly = countBuyOnly(action, runs);
  const getOnly = count(runs, (run) => run.hits[action.get] === 1) - both;
  return Math.min(
    Math.floor((buyOnly + both) / action.buyQuantity),
    Math.floor((getOnly + both) / action.getQuantity),
    Math.floor((buyOnly + getOnly + both) / (action.buyQuantity + action.getQuantity)),
  );
}

function countBoth(action: BuyXGetY, runs: readonly UnitRun[]): number {
  return count(runs, ({ hits }) => hits[action.buy] === 1 && hits[action.get] === 1);
}

function countBuyOnly(action: BuyXGetY, runs: readonly UnitRun[]): number {
  return count(runs, ({ hits }) => hits[action.buy] === 1 && hits[action.get] !== 1);
}

function count(runs: readonly UnitRun[], matches: (run: UnitRun) => boolean): number {
  return runs.reduce((sum, run) => (matches(run) ? sum + run.count : sum), 0);
}

function cheapestFirst(runs: readonly UnitRun[]): readonly UnitRun[] {
  return runs.toSorted((a, b) => a.unitMinor - b.unitMinor || a.line - b.line);
}
