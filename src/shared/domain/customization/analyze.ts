import { at } from '../../lib/at.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { RuleRecord } from '../catalog/rule.ts';
import { boundRule } from './bound-rule.ts';
import { bound, give, optionsOf, takeOption } from './box.ts';
import { compileTemplate } from './compile.ts';
import { bind, bindRules } from './context.ts';
import type { DesignContext } from './design.ts';
import { evaluateDesign } from './evaluate.ts';
import type { Availability } from './evaluation.ts';
import type { TemplateFinding } from './finding.ts';
import { type Probe, smallestConflict } from './hitting-set.ts';
import { complete, type Judge, type Restriction, rulesKeptBy } from './judge.ts';
import { NOTHING_PREFERRED } from './likely-design.ts';
import type { CompiledRule, CompiledTemplate, Formula } from './model.ts';
import { reasonKeys } from './reasons.ts';
import { type BoundRule, lookSteps } from './search.ts';
import { shoppersFor } from './shoppers.ts';
import type { TemplateSource } from './source.ts';
import { type Budget, budgetOf, spend } from './work.ts';

/** Steps that it may take to find out who has a valid design at all, and for all other questions. CUS-76 */
const SERVING_STEPS = 20_000_000;
const ANALYSIS_STEPS = 40_000_000;
/** One question may take as much, if there are few. */
const QUESTION_STEPS = 2_000_000;

/** Steps that one look at all rules may take: an evaluation has time for some ten looks. CUS-77 */
const MOST_LOOK_STEPS = 300_000;

/**
 * Finds what is wrong with a template and its rules before anybody designs with it: names that do
 * not exist, bounds and patterns that leave nothing, no valid design at all, rules that contradict
 * each other or never matter, options that nobody can choose. Tries every kind of shopper that
 * some rule tells apart, in these jurisdictions at this time (Unix ms).
 */
export function analyzeTemplate(
  source: TemplateSource,
  jurisdictions: readonly string[],
  atMs: UnixMs,
): readonly TemplateFinding[] {
  const compiled = compileTemplate(source);
  if (compiled.everything === null) return compiled.findings;
  const shoppers = shoppersFor(compiled, jurisdictions, atMs).map((context) => ({
    context,
    rules: bindRules(compiled.rules, compiled, context),
  }));
  const look = Math.max(...shoppers.map(({ rules }) => lookSteps(rules, compiled)));
  if (look > MOST_LOOK_STEPS) return [...compiled.findings, tooLarge(compiled, look)];
  const questions = 2 * source.rules.length + compiled.options.length + compiled.groups.length;
  const fairSteps = Math.max(4 * look, Math.min(QUESTION_STEPS, ANALYSIS_STEPS / questions));
  const analysis: Analysis = {
    compiled,
    serving: budgetOf(SERVING_STEPS, QUESTION_STEPS),
    budget: budgetOf(ANALYSIS_STEPS, fairSteps),
    isSure: true,
  };
  return [
    ...compiled.findings,
    ...findingsOf(analysis, shoppers),
    ...tooComplex(analysis, at(shoppers, 0).context),
  ];
}

interface Shopper {
  readonly context: DesignContext;
  readonly rules: readonly BoundRule[];
}

interface Analysis {
  readonly compiled: CompiledTemplate;
  readonly serving: Budget;
  readonly budget: Budget;
  /** False once a question was too hard: then something may have been missed. */
  isSure: boolean;
}

type Answer = 'yes' | 'no' | 'unsure';

/** Whether the shopper has a valid design that keeps `rules` and is as `restrict` wants. */
function ask(
  analysis: Analysis,
  shopper: Shopper,
  rules: readonly BoundRule[],
  restrict?: Restriction,
  budget: Budget = analysis.budget,
): Answer {
  budget.exhausted = false;
  const judge = judgeOf(analysis, shopper, budget);
  const isPossible = spend(budget, rules.length) && complete(judge, [], restrict, rules) !== null;
  if (isPossible) return 'yes';
  if (!budget.exhausted) return 'no';
  analysis.isSure = false;
  return 'unsure';
}

/** `yes` when it is for one of the shoppers, `no` when it surely is for none. */
function askAny(shoppers: readonly Shopper[], question: (shopper: Shopper) => Answer): Answer {
  let answer: Answer = 'no';
  for (const shopper of shoppers) {
    const own = question(shopper);
    if (own === 'yes') return own;
    if (own === 'unsure') answer = own;
  }
  return answer;
}

function findingsOf(analysis: Analysis, shoppers: readonly Shopper[]): readonly TemplateFinding[] {
  const { compiled } = analysis;
  const answers = shoppers.map((shopper) =>
    ask(analysis, shopper, shopper.rules, undefined, analysis.serving),
  );
  if (answers.every((answer) => answer === 'no')) return [unsatisfiable(analysis, shoppers)];
  // Whoever has no valid design at all says nothing about single rules and options.
  const served = shoppers.filter((_, index) => answers[index] !== 'no');
  return [
    ...compiled.rules.flatMap((rule) => ruleFinding(analysis, rule, shoppers)),
    ...compiled.warnings.flatMap((rule) => warningFinding(analysis, rule, served)),
    ...deadChoices(analysis, served),
  ];
}

function unsatisfiable(analysis: Analysis, [anyone]: readonly Shopper[]): TemplateFinding {
  const rules = anyone === undefined ? null : obstructing(analysis, anyone);
  const because = rules === null || rules.length === 0 ? 'its rules' : `rules ${rules.join(', ')}`;
  return {
    severity: 'error',
    code: 'unsatisfiable',
    message: `template ${analysis.compiled.source.template.id} has no valid design: ${because} leave none`,
  };
}

/** A rule that no design comes to, or that no design which comes to it can keep. */
function ruleFinding(
  analysis: Analysis,
  rule: CompiledRule,
  shoppers: readonly Shopper[],
): readonly TemplateFinding[] {
  const { compiled } = analysis;
  const { record } = rule;
  const reached: Shopper[] = [];
  const isKept = askAny(shoppers, (shopper) => {
    const applies = appliesTo(rule, compiled, shopper.context);
    const others = shopper.rules.filter(({ id }) => id !== record.id);
    const comes = ask(analysis, shopper, [...others, applies]);
    if (comes !== 'yes') return comes;
    reached.push(shopper);
    return demandsSomething(record) ? ask(analysis, shopper, [...shopper.rules, applies]) : 'yes';
  });
  if (isKept !== 'no') return [];
  const [first] = reached;
  return [first === undefined ? unreachable(record) : contradictory(analysis, rule, first)];
}

function contradictory(analysis: Analysis, rule: CompiledRule, shopper: Shopper): TemplateFinding {
  const { id } = rule.record;
  const applies = appliesTo(rule, analysis.compiled, shopper.context);
  const against = obstructing(analysis, shopper, [applies])?.filter((one) => one !== id);
  const because =
    against?.length === 0
      ? 'the template leaves no room for it'
      : `${against?.join(', ') ?? 'other rules'} forbid it`;
  return {
    severity: 'error',
    code: 'contradictory_rule',
    rule: id,
    message: `rule ${id} can never be kept once it applies: ${because}`,
  };
}

function warningFinding(
  analysis: Analysis,
  rule: CompiledRule,
  shoppers: readonly Shopper[],
): readonly TemplateFinding[] {
  const reached = askAny(shoppers, (shopper) => {
    const applies = appliesTo(rule, analysis.compiled, shopper.context);
    return ask(analysis, shopper, [...shopper.rules, applies]);
  });
  return reached === 'no' ? [unreachable(rule.record)] : [];
}

function unreachable(record: RuleRecord): TemplateFinding {
  return {
    severity: 'warning',
    code: 'unreachable_rule',
    rule: record.id,
    message: `rule ${record.id} never matters: no design that keeps the other rules comes to it`,
  };
}

/** Options, and amounts and texts as a whole, that no shopper can choose. */
function deadChoices(analysis: Analysis, shoppers: readonly Shopper[]): readonly TemplateFinding[] {
  const { compiled } = analysis;
  const isDead = (restrict: Restriction): boolean =>
    askAny(shoppers, (shopper) => ask(analysis, shopper, shopper.rules, restrict)) === 'no';
  return compiled.groups.flatMap((group): readonly TemplateFinding[] => {
    if (group.kind === 'options') {
      return optionsOf(compiled, group)
        .filter((option) => isDead((box) => takeOption(box, compiled, option)))
        .map(({ id }) => ({
          severity: 'warning',
          code: 'dead_option',
          group: group.id,
          option: id,
          message: `option ${group.id}.${id} can never be chosen`,
        }));
    }
    const isWithin: Restriction = (box) =>
      give(box, compiled, group, true) && bound(box, compiled, group, group.min, group.max);
    if (!isDead(isWithin)) return [];
    return [
      {
        severity: 'warning',
        code: 'dead_group',
        group: group.id,
        message: `nothing can ever be chosen in group ${group.id}`,
      },
    ];
  });
}

function tooLarge({ source: { template } }: CompiledTemplate, look: number): TemplateFinding {
  return {
    severity: 'error',
    code: 'too_large',
    message: `template ${template.id} is too large to be judged at every tap: one look at its rules takes ${look} steps, and ${MOST_LOOK_STEPS} are the most`,
  };
}

/** What was too hard to be told, here or at a tap of somebody who begins a design. */
function tooComplex(
  { compiled, isSure }: Analysis,
  context: DesignContext,
): readonly TemplateFinding[] {
  const { id } = compiled.source.template;
  const begun = evaluateDesign(compiled, { template: id, selections: {} }, context);
  const options = begun.ok ? Object.values(begun.value.availability).flatMap(Object.values) : [];
  const open = options.filter(isUndecided).length;
  if (isSure && open === 0) return [];
  const missed = isSure
    ? []
    : [
        'contradictions in its rules, and rules and options that never matter, may have been missed',
      ];
  const hidden = `${open} of its ${options.length} options cannot be decided in time and are not offered`;
  const effects = [...missed, ...(open === 0 ? [] : [hidden])];
  return [
    {
      severity: 'warning',
      code: 'too_complex',
      message: `template ${id} is too complex to be judged completely: ${effects.join('; ')}`,
    },
  ];
}

function isUndecided(option: Availability): boolean {
  return (
    !option.available &&
    option.reasons.some(({ messageKey }) => messageKey === reasonKeys.undecided)
  );
}

function judgeOf({ compiled }: Analysis, { rules }: Shopper, budget: Budget): Judge {
  return { compiled, rules, budget, preference: NOTHING_PREFERRED };
}

/** Kept by the designs to which the rule applies, or perhaps applies. */
function appliesTo(
  rule: CompiledRule,
  compiled: CompiledTemplate,
  context: DesignContext,
): BoundRule {
  const kept: Formula = bind({ kind: 'maybe', of: rule.applies }, compiled, context);
  return boundRule(rule.record.id, kept, compiled.options);
}

/** Ids of the smallest set of rules that leaves no design, beside `given`; `null` when that is too hard. */
function obstructing(
  analysis: Analysis,
  shopper: Shopper,
  given: readonly BoundRule[] = [],
): readonly string[] | null {
  const { budget } = analysis;
  const { rules } = shopper;
  const judge = judgeOf(analysis, shopper, budget);
  const probe: Probe = (wanted) => {
    const some = wanted.map((item) => at(rules, item));
    const box = complete(judge, [], undefined, [...given, ...some]);
    return box === null ? null : rulesKeptBy(box, judge);
  };
  budget.exhausted = false;
  const items = smallestConflict(rules.length, probe, budget) ?? [];
  return budget.exhausted ? null : items.map((item) => at(rules, item).id);
}

/** A forbid without `that` is meant to keep its condition from ever being reached. */
function demandsSomething({ action }: RuleRecord): boolean {
  return action.kind !== 'forbid' || action.that !== undefined;
}
