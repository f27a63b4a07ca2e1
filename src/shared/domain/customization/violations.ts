import { at } from '../../lib/at.ts';
import { ABSENT, type Box, boxSteps } from './box.ts';
import { boxIn, brokenRules, type Room } from './broken-rules.ts';
import { type Chosen, choiceOf } from './choices.ts';
import type { Reason, Violation } from './evaluation.ts';
import { type Probe, smallestConflict } from './hitting-set.ts';
import { complete, heldBy, type Judge, probeOf } from './judge.ts';
import { groupsOf } from './mentions.ts';
import type { CompiledRule, CompiledTemplate } from './model.ts';
import { obstructingReasons } from './obstacles.ts';
import { numberReason, ruleReason, tooManyReason, unfillableReason } from './reasons.ts';
import { type BoundRule, findBox } from './search.ts';
import { spend } from './work.ts';

/** A reason with the picks that cause it, before they are put into words. */
export interface Breach {
  readonly reason: Reason;
  readonly picks: readonly Chosen[];
}

/** The breach in the words of an evaluation. */
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
 * The rules that the picks break now: whichever way the missing groups are filled, and with nothing
 * else added; each with the smallest set of picks that breaks it.
 */
export function ruleBreaches(
  room: Room,
  rules: readonly BoundRule[],
  records: readonly CompiledRule[],
): readonly Breach[] {
  const broken = brokenRules(room, rules);
  if (broken.length === 0) return [];
  const byId = new Map(records.map(({ record }) => [record.id, record]));
  return broken.flatMap((rule) => {
    const record = byId.get(rule.id);
    if (record === undefined) return [];
    return [{ reason: ruleReason(record), picks: breakingPicks(room, rule) }];
  });
}

/** The fewest picks that can never become a valid design, with the rules that keep them from it. */
export function deadEnd(judge: Judge, picks: readonly Chosen[]): readonly Breach[] {
  const items = smallestConflict(picks.length, probeOf(judge, picks), judge.budget) ?? [];
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

/**
 * The smallest set of picks with which the rule stays broken whichever of the others go; all that it
 * is about when there is no time to find that.
 */
function breakingPicks(room: Room, rule: BoundRule): readonly Chosen[] {
  const { judge, picks } = room;
  const { budget, compiled, preference } = judge;
  const mentioned = groupsOf(rule.kept, compiled.options);
  const relevant = compiled.groups.flatMap((group) =>
    mentioned.has(group.index) ? (room.held.get(group) ?? []) : [],
  );
  const steps = boxSteps(compiled) + compiled.options.length + 3 * picks.length;
  const probe: Probe = (wanted) => {
    if (!spend(budget, steps)) return null;
    const others = picks.filter((pick) => !mentioned.has(pick.group.index));
    const start = boxIn(room, [...others, ...wanted.map((item) => at(relevant, item))]);
    if (start === null) return null;
    const box = findBox(start, [rule], compiled, preference, budget);
    return box === null ? null : heldInAny(box, compiled, relevant);
  };
  const before = budget.exhausted;
  budget.exhausted = false;
  const items = smallestConflict(relevant.length, probe, budget);
  const conflict = budget.exhausted ? relevant : (items ?? []).map((item) => at(relevant, item));
  budget.exhausted ||= before;
  return conflict;
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
