import type { Fault } from '../../lib/errors.ts';
import { ok, type Result } from '../../lib/result.ts';
import { allergenLevels } from './allergen-levels.ts';
import { nearestAlternatives } from './alternatives.ts';
import { amountRanges, optionAvailability, standingOf } from './availability.ts';
import { type Chosen, missingGroups, readDesign } from './choices.ts';
import { bindRules } from './context.ts';
import type { Design, DesignContext } from './design.ts';
import type { Evaluation } from './evaluation.ts';
import { complete, type Judge, preferenceOf } from './judge.ts';
import { intact, type Mending, mend } from './mending.ts';
import type { CompiledTemplate } from './model.ts';
import { budgetOf } from './search.ts';
import {
  type Breach,
  deadEnd,
  explainsInvalid,
  ownBreaches,
  ruleBreaches,
  violationOf,
} from './violations.ts';

/** Boxes that each part of an evaluation may look at; see CUS-60. */
const PART_BUDGET = 40_000;

/**
 * Judges a design, finished or not: whether it is allowed, what is wrong, what could still be
 * chosen, and the nearest ways out. The rules of this are docs/specs/customization.md. Equal input
 * gives an equal answer, whatever the order of rules, records and selections.
 *
 * `design.malformed`: the design is of another template, names a group or an option that does not
 * exist, or holds the wrong kind of selection.
 */
export function evaluateDesign(
  compiled: CompiledTemplate,
  design: Design,
  context: DesignContext,
): Result<Evaluation, Fault<'design.malformed'>> {
  const read = readDesign(compiled, design);
  if (!read.ok) return read;
  const picks = read.value;
  const missing = missingGroups(compiled, picks);
  const rules = bindRules(compiled.rules, compiled, context);
  // Each part has its own budget, so that a hard question in one does not spoil the others.
  const judgeOf = (): Judge => ({
    compiled,
    rules,
    budget: budgetOf(PART_BUDGET),
    preference: preferenceOf(picks),
  });
  const judge = judgeOf();
  const own = ownBreaches(compiled, picks);
  const broken = ruleBreaches(judge, picks, missing, rules, compiled.rules);
  const isValid = missing.length === 0 && own.length === 0 && broken.length === 0;
  const completable = isValid || complete(judge, picks) !== null;
  const mending = completable ? intact(picks) : mend(judgeOf(), picks);
  const warningRules = bindRules(compiled.warnings, compiled, context);
  const warnings = ruleBreaches(judge, picks, missing, warningRules, compiled.warnings);
  const breaches = [...own, ...broken];
  return ok({
    status: isValid ? 'valid' : completable ? 'incomplete' : 'invalid',
    missing: missing.map(({ id }) => id),
    violations: (completable ? breaches : explained(judge, picks, breaches)).map(violationOf),
    warnings: warnings.map(violationOf),
    alternatives: mending === null ? [] : [...nearestAlternatives(judgeOf(), mending)],
    ...possibilities(judgeOf(), picks, mending),
    allergens: [...allergenLevels(compiled, picks, context)],
  });
}

/** With the reason why no addition helps, when the rules broken so far do not tell it. */
function explained(
  judge: Judge,
  picks: readonly Chosen[],
  breaches: readonly Breach[],
): readonly Breach[] {
  if (explainsInvalid(judge, breaches)) return breaches;
  const dead = deadEnd(judge, picks);
  const replaced = new Set(dead.map(({ reason }) => reason.rule));
  return [...breaches.filter(({ reason }) => !replaced.has(reason.rule)), ...dead];
}

function possibilities(
  judge: Judge,
  picks: readonly Chosen[],
  mending: Mending | null,
): Pick<Evaluation, 'availability' | 'ranges'> {
  const standing = standingOf(judge, picks, mending);
  const availability: Evaluation['availability'] = {};
  const ranges: Evaluation['ranges'] = {};
  for (const group of judge.compiled.groups) {
    if (group.kind === 'options') {
      availability[group.id] = optionAvailability(judge, group, standing(group));
    } else if (group.of === 'amount') {
      ranges[group.id] = [...amountRanges(judge, group, standing(group))];
    }
  }
  return { availability, ranges };
}
