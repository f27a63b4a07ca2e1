import { at } from '../../lib/at.ts';
import { obstructingReasons } from './availability.ts';
import {
  ABSENT,
  type Box,
  bound,
  dropOption,
  EITHER,
  fixNumber,
  GIVEN,
  give,
  optionsOf,
  takeOption,
  unboundedBox,
} from './box.ts';
import { type Chosen, choiceOf } from './choices.ts';
import type { Reason, Violation } from './evaluation.ts';
import type { GroupModel } from './groups.ts';
import { smallestConflict } from './hitting-set.ts';
import { complete, heldBy, type Judge, probeOf } from './judge.ts';
import { groupsOf } from './mentions.ts';
import type { CompiledRule, CompiledTemplate } from './model.ts';
import { numberReason, ruleReason, tooManyReason, unfillableReason } from './reasons.ts';
import { type BoundRule, findBox } from './search.ts';

/** A reason with the picks that cause it, before they are put into words. */
export interface Breach {
  readonly reason: Reason;
  readonly picks: readonly Chosen[];
}

export function violationOf({ reason, picks }: Breach): Violation {
  return { reason, conflict: picks.map(choiceOf) };
}

/** What is wrong with the picks whatever the rules say, in template order. */
export function ownBreaches(
  compiled: CompiledTemplate,
  picks: readonly Chosen[],
): readonly Breach[] {
  return compiled.groups.flatMap((group) => {
    const held = picks.filter((pick) => pick.group === group);
    const breaches: Breach[] = compiled.unfillable.includes(group)
      ? [{ reason: unfillableReason(group), picks: [] }]
      : [];
    for (const pick of held) {
      if (pick.kind !== 'number') continue;
      for (const fault of pick.faults) {
        breaches.push({ reason: numberReason(pick, fault), picks: [pick] });
      }
    }
    if (group.kind === 'options' && held.length > group.max) {
      breaches.push({ reason: tooManyReason(group), picks: held.slice(0, group.max + 1) });
    }
    return breaches;
  });
}

/**
 * The rules that the picks break now: whichever way the groups in `missing` are filled, and with
 * nothing else added; each with the smallest set of picks that breaks it.
 */
export function ruleBreaches(
  judge: Judge,
  picks: readonly Chosen[],
  missing: readonly GroupModel[],
  rules: readonly BoundRule[],
  records: readonly CompiledRule[],
): readonly Breach[] {
  const { compiled } = judge;
  const byId = new Map(records.map(({ record }) => [record.id, record]));
  const question = { judge, picks, missing };
  const start = openBox(question, picks);
  if (start === null) return [];
  return rules.flatMap((rule) => {
    const record = byId.get(rule.id);
    if (record === undefined) return [];
    if (findBox(start, [rule], compiled, judge.preference, judge.budget) !== null) return [];
    return [{ reason: ruleReason(record), picks: breakingPicks(question, rule) }];
  });
}

/** The fewest picks that can never become a valid design, with the rules that keep them from it. */
export function deadEnd(judge: Judge, picks: readonly Chosen[]): readonly Breach[] {
  const items = smallestConflict(picks.length, probeOf(judge, picks)) ?? [];
  const conflict = items.map((item) => at(picks, item));
  return obstructingReasons(judge, conflict, () => true, null).map((reason) => ({
    reason,
    picks: conflict,
  }));
}

/** Whether one of the breaches tells by itself why the design has to change. */
export function explainsInvalid(judge: Judge, breaches: readonly Breach[]): boolean {
  return breaches.some(({ picks }) => complete(judge, picks) === null);
}

interface Question {
  readonly judge: Judge;
  readonly picks: readonly Chosen[];
  readonly missing: readonly GroupModel[];
}

/** The smallest set of picks with which the rule stays broken whichever of the others go. */
function breakingPicks(question: Question, rule: BoundRule): readonly Chosen[] {
  const { judge, picks } = question;
  const mentioned = groupsOf(rule.kept, judge.compiled.options);
  const relevant = picks.filter((pick) => mentioned.has(pick.group.index));
  const others = picks.filter((pick) => !mentioned.has(pick.group.index));
  const items = smallestConflict(relevant.length, (wanted) => {
    const kept = [...others, ...wanted.map((item) => at(relevant, item))];
    const start = openBox(question, kept);
    if (start === null) return null;
    const box = findBox(start, [rule], judge.compiled, judge.preference, judge.budget);
    return box === null ? null : heldInAny(box, judge.compiled, relevant);
  });
  return (items ?? []).map((item) => at(relevant, item));
}

/** As `heldBy`, also for values out of their group's bounds. */
function heldInAny(
  box: Box,
  compiled: CompiledTemplate,
  picks: readonly Chosen[],
): ReadonlySet<number> {
  const held = new Set(heldBy(box, compiled, picks));
  picks.forEach((pick, item) => {
    if (pick.kind === 'number' && at(box.given, pick.group.index) !== ABSENT) held.add(item);
  });
  return held;
}

/**
 * The designs that hold `kept`, perhaps others of the question's picks, and nothing else but
 * fillings of its missing groups; `null` when those cannot be filled.
 */
function openBox({ judge, picks, missing }: Question, kept: readonly Chosen[]): Box | null {
  const { compiled } = judge;
  const box = unboundedBox(compiled);
  const fillable = compiled.groups.every((group) => {
    if (missing.includes(group)) {
      return group.kind === 'number'
        ? give(box, compiled, group, true)
        : bound(box, compiled, group, group.min, group.max);
    }
    const held = picks.filter((pick) => pick.group === group);
    if (group.kind === 'options') {
      for (const option of optionsOf(compiled, group)) {
        if (held.some((pick) => pick.kind === 'option' && pick.option === option)) continue;
        dropOption(box, compiled, option);
      }
      return true;
    }
    const [pick] = held;
    if (pick === undefined || pick.kind !== 'number') box.given[group.index] = ABSENT;
    else fixNumber(box, group, pick.value, kept.includes(pick) ? GIVEN : EITHER);
    return true;
  });
  if (!fillable) return null;
  const takes = (pick: Chosen) => pick.kind !== 'option' || takeOption(box, compiled, pick.option);
  return kept.every(takes) ? box : null;
}
