import { at } from '../../lib/at.ts';
import { ABSENT, type Box, boxSteps, copyBox, IN, OPEN, takeOption } from './box.ts';
import { boxWith, type Chosen } from './choices.ts';
import { truthsOf } from './formula.ts';
import type { Probe } from './hitting-set.ts';
import { likelyDesign, type Preference } from './likely-design.ts';
import type { CompiledTemplate } from './model.ts';
import { type BoundRule, findBox, sumSteps } from './search.ts';
import { TRUE } from './truth.ts';
import { type Budget, spend } from './work.ts';

/** One evaluation: the template, the rules as they are for this shopper, and what may be spent. */
export interface Judge {
  readonly compiled: CompiledTemplate;
  readonly rules: readonly BoundRule[];
  readonly budget: Budget;
  /** The design's own choices, so that what is found stays near to it. */
  readonly preference: Preference;
}

/** Narrows a box to the question; false when nothing is left of it. */
export type Restriction = (box: Box) => boolean;

/** A box of valid designs that hold all the picks (and are as `restrict` wants); `null` when there is none. */
export function complete(
  judge: Judge,
  picks: readonly Chosen[],
  restrict: Restriction = () => true,
  rules: readonly BoundRule[] = judge.rules,
): Box | null {
  const { compiled, budget } = judge;
  if (!spend(budget, boxSteps(compiled) + 3 * picks.length)) return null;
  const box = boxWith(compiled, picks);
  if (box === null || !restrict(box)) return null;
  return findBox(box, rules, compiled, judge.preference, budget);
}

/** Asks whether the picks by these numbers can be held together, and which others then still can. */
export function probeOf(judge: Judge, picks: readonly Chosen[], restrict?: Restriction): Probe {
  return (items) => {
    const wanted = items.map((item) => at(picks, item));
    const box = complete(judge, wanted, restrict);
    if (box === null) return null;
    spend(judge.budget, boxSteps(judge.compiled) + 3 * picks.length);
    return heldBy(box, judge.compiled, picks);
  };
}

/** Numbers of the picks that one design of the box holds together, taken in order. */
export function heldBy(
  box: Box,
  compiled: CompiledTemplate,
  picks: readonly Chosen[],
): ReadonlySet<number> {
  const room = copyBox(box);
  const held = new Set<number>();
  picks.forEach((pick, item) => {
    if (pick.kind === 'option') {
      const state = at(room.option, pick.option.index);
      if (state === OPEN) takeOption(room, compiled, pick.option);
      if (state !== OPEN && state !== IN) return;
    } else {
      const { index } = pick.group;
      if (at(room.given, index) === ABSENT || pick.faults.length > 0) return;
      if (pick.value < at(room.low, index) || pick.value > at(room.high, index)) return;
    }
    held.add(item);
  });
  return held;
}

/** Of the judge's rules those, by number, that one design of the box keeps. */
export function rulesKeptBy(
  box: Box,
  { compiled, rules, budget, preference }: Judge,
): ReadonlySet<number> {
  const design = likelyDesign(box, compiled, preference, budget);
  const kept = new Set<number>();
  let steps = 0;
  rules.forEach((rule, item) => {
    steps += rule.steps;
    if (truthsOf(rule.kept, design, compiled.groups) === TRUE) kept.add(item);
  });
  spend(budget, steps + sumSteps(design));
  return kept;
}

/** A preference for what is picked already. */
export function preferenceOf(picks: readonly Chosen[]): Preference {
  const options = new Set<number>();
  const numbers = new Map<number, number>();
  for (const pick of picks) {
    if (pick.kind === 'option') options.add(pick.option.index);
    else numbers.set(pick.group.index, pick.value);
  }
  return { options, numbers };
}
