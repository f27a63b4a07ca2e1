import type { Fault } from '../../lib/errors.ts';
import { ok, type Result } from '../../lib/result.ts';
import { allergenLevels } from './allergen-levels.ts';
import { nearestAlternatives } from './alternatives.ts';
import type { Box } from './box.ts';
import { roomOf } from './broken-rules.ts';
import { chancesOf, explainedChances } from './chances.ts';
import { type Chosen, missingGroups, readDesign } from './choices.ts';
import { bindRules } from './context.ts';
import type { Design, DesignContext } from './design.ts';
import type { Evaluation } from './evaluation.ts';
import type { GroupModel } from './groups.ts';
import { complete, type Judge, preferenceOf } from './judge.ts';
import { intact, mend } from './mending.ts';
import type { CompiledTemplate } from './model.ts';
import {
  type Breach,
  deadEnd,
  explainsInvalid,
  ownBreaches,
  ruleBreaches,
  violationOf,
} from './violations.ts';
import { budgetOf, giveBack, partOf } from './work.ts';

/** Steps that an evaluation may take: a tap is answered in time, whatever the template. CUS-60 */
const MOST_STEPS = 3_000_000;

/** What one question, and each part of an evaluation, may take of that. */
const SHARES = {
  question: 1 / 10,
  judging: 1 / 4,
  mending: 1 / 5,
  alternatives: 1 / 10,
  explaining: 1 / 10,
};

/**
 * Judges a design, finished or not: whether it is allowed, what is wrong, what could still be
 * chosen, and the nearest ways out. The rules of this are docs/specs/customization.md. Equal input
 * gives an equal answer, whatever the order of rules, records and selections.
 *
 * `design.malformed`: the design is of another template, names a group or an option that does not
 * exist, or holds the wrong kind of selection. What `mostSteps` are too few for is answered with no.
 */
export function evaluateDesign(
  compiled: CompiledTemplate,
  design: Design,
  context: DesignContext,
  mostSteps: number = MOST_STEPS,
): Result<Evaluation, Fault<'design.malformed'>> {
  const read = readDesign(compiled, design);
  if (!read.ok) return read;
  const picks = read.value;
  const missing = missingGroups(compiled, picks);
  const rules = bindRules(compiled.rules, compiled, context);
  const preference = preferenceOf(picks);
  const whole = budgetOf(mostSteps, mostSteps * SHARES.question);
  // Each part has its own share, so that a hard question in one does not spoil the others.
  const part = <T>(share: number, ask: (judge: Judge) => T): T => {
    const budget = partOf(whole, mostSteps * share);
    const answer = ask({ compiled, rules, budget, preference });
    giveBack(whole, budget);
    return answer;
  };
  const judged = part(SHARES.judging, (judge) => judgeDesign(judge, picks, missing, context));
  const { status, violations, warnings } = judged;
  const mending =
    status === 'invalid' ? part(SHARES.mending, (judge) => mend(judge, picks)) : intact(picks);
  const alternatives = part(SHARES.alternatives, (judge) =>
    mending === null ? [] : nearestAlternatives(judge, mending),
  );
  const left = whole.left / mostSteps - SHARES.explaining;
  const chances = part(left, (judge) => chancesOf(judge, picks, mending, judged.found));
  return ok({
    status,
    missing: missing.map(({ id }) => id),
    violations: violations.map(violationOf),
    warnings: warnings.map(violationOf),
    alternatives: [...alternatives],
    availability: part(1, (judge) => explainedChances(judge, chances)),
    ranges: chances.ranges,
    allergens: [...allergenLevels(compiled, picks, context)],
  });
}

interface Judgement {
  readonly status: Evaluation['status'];
  readonly violations: readonly Breach[];
  readonly warnings: readonly Breach[];
  /** Valid designs with all picks, when somebody had to look for them. */
  readonly found: Box | null;
}

function judgeDesign(
  judge: Judge,
  picks: readonly Chosen[],
  missing: readonly GroupModel[],
  context: DesignContext,
): Judgement {
  const { compiled, rules } = judge;
  const own = ownBreaches(compiled, picks);
  const room = roomOf(judge, picks, missing);
  const broken = ruleBreaches(room, rules, compiled.rules);
  const isValid = missing.length === 0 && own.length === 0 && broken.length === 0;
  const found = isValid ? null : complete(judge, picks);
  const completable = isValid || found !== null;
  const warningRules = bindRules(compiled.warnings, compiled, context);
  const breaches = [...own, ...broken];
  return {
    status: isValid ? 'valid' : completable ? 'incomplete' : 'invalid',
    violations: completable ? breaches : explained(judge, picks, breaches),
    warnings: ruleBreaches(room, warningRules, compiled.warnings),
    found,
  };
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
