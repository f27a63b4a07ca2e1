import { assertNever } from '../../../lib/assert.ts';
import { allocate } from '../../money/allocate.ts';
import { mulBps } from '../../money/round.ts';
import { sum } from '../../money/sum.ts';
import { bundleDiscount } from './bundle.ts';
import { buyXGetYDiscount } from './buy-x-get-y.ts';
import type { CompiledAction } from './compile.ts';
import { type Allowance, type Discount, totalOf } from './discount.ts';
import type { MeasuredLine } from './eligibility.ts';
import type { MatchIndex } from './match.ts';
import { unitRuns } from './unit-runs.ts';

/** PRC-47, PRC-48, PRC-53 to PRC-57: the discount of an action on lines in canonical order, within its allowance. */
export function computeDiscount(
  action: CompiledAction,
  lines: readonly MeasuredLine[],
  allowance: Allowance,
): Discount {
  if (allowance.applications <= 0 || !touches(action, lines)) {
    return { parts: lines.map(() => 0), applications: 0 };
  }
  const discount = discountOf(action, lines, allowance.applications);
  const totalMinor = totalOf(discount);
  if (totalMinor <= allowance.discountMinor) return discount;
  return { ...discount, parts: allocate(allowance.discountMinor, discount.parts) };
}

/** Most promotions are about other products: this is settled before anything is reckoned. */
function touches(action: CompiledAction, lines: readonly MeasuredLine[]): boolean {
  const anyHit = (match: MatchIndex) =>
    lines.some(({ hits, valueMinor }) => valueMinor > 0 && hits[match] === 1);
  switch (action.kind) {
    case 'percentOff':
    case 'amountOff':
      return anyHit(action.match);
    case 'buyXGetY':
      return anyHit(action.buy) && anyHit(action.get);
    case 'bundle':
      return action.parts.every((part) => anyHit(part.match));
    default:
      return assertNever(action);
  }
}

function discountOf(
  action: CompiledAction,
  lines: readonly MeasuredLine[],
  maxApplications: number,
): Discount {
  switch (action.kind) {
    case 'percentOff':
      return onceOff(lines, action.match, (valueMinor) => mulBps(valueMinor, action.bps));
    case 'amountOff':
      return action.per === 'sale'
        ? onceOff(lines, action.match, () => action.amountMinor)
        : amountOffUnits(lines, action.match, action.amountMinor, maxApplications);
    case 'buyXGetY':
      return buyXGetYDiscount(action, lines, maxApplications);
    case 'bundle':
      return bundleDiscount(action, lines, maxApplications);
    default:
      return assertNever(action);
  }
}

/** One amount over all matching lines, spread by what is left of each. */
function onceOff(
  lines: readonly MeasuredLine[],
  match: MatchIndex,
  amountOff: (valueMinor: number) => number,
): Discount {
  const values = lines.map((line) => (line.hits[match] === 1 ? line.valueMinor : 0));
  const valueMinor = sum(values);
  const parts = allocate(Math.min(valueMinor, amountOff(valueMinor)), values);
  return { parts, applications: 1 };
}

/** The same amount off each unit; when only some may have it, those where it takes off most. */
function amountOffUnits(
  lines: readonly MeasuredLine[],
  match: MatchIndex,
  amountMinor: number,
  maxUnits: number,
): Discount {
  const offers = unitRuns(lines)
    .filter((run) => run.hits[match] === 1)
    .map((run) => ({ ...run, offMinor: Math.min(amountMinor, run.unitMinor) }))
    .sort((a, b) => b.offMinor - a.offMinor || a.line - b.line);
  const parts = lines.map(() => 0);
  let units = 0;
  for (const { line, offMinor, count } of offers) {
    const taken = Math.min(count, maxUnits - units);
    units += taken;
    parts[line] = (parts[line] ?? 0) + taken * offMinor;
  }
  return { parts, applications: units };
}
