import { at } from '../../lib/at.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { RuleCondition, RuleRecord } from '../catalog/rule.ts';
import { bound, give, optionsOf, takeOption } from './box.ts';
import { compileTemplate } from './compile.ts';
import { DECLARED } from './compile-rules.ts';
import { bind, bindRules } from './context.ts';
import type { DesignContext } from './design.ts';
import type { TemplateFinding } from './finding.ts';
import { smallestConflict } from './hitting-set.ts';
import { complete, type Judge, rulesKeptBy } from './judge.ts';
import type { CompiledRule, CompiledTemplate, Formula } from './model.ts';
import { type BoundRule, type Budget, budgetOf } from './search.ts';
import type { TemplateSource } from './source.ts';

/** Boxes that the analysis of one template may look at. */
const ANALYSIS_BUDGET = 200_000;

/** Kinds of shoppers that are tried at most; ages and allergies at which some rule changes. */
const MOST_SHOPPERS = 120;

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
  const budget = budgetOf(ANALYSIS_BUDGET);
  const shoppers = shoppersFor(compiled, jurisdictions, atMs);
  const judges = shoppers.map((context) => ({
    context,
    judge: judgeOf(compiled, context, budget),
  }));
  const findings = [...compiled.findings, ...findingsOf(compiled, judges)];
  if (!budget.exhausted) return findings;
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    {
      severity: 'warning',
      code: 'too_complex',
      message: `template ${source.template.id} is too complex to be analyzed completely`,
    },
  ];
}

interface Shopper {
  readonly context: DesignContext;
  readonly judge: Judge;
}

function findingsOf(
  compiled: CompiledTemplate,
  shoppers: readonly Shopper[],
): readonly TemplateFinding[] {
  const served = shoppers.filter(({ judge }) => complete(judge, []) !== null);
  const [anyone] = shoppers;
  if (served.length === 0) {
    const rules = anyone === undefined ? [] : obstructing(anyone.judge);
    const because = rules.length === 0 ? 'its rules' : `rules ${rules.join(', ')}`;
    return [
      {
        severity: 'error',
        code: 'unsatisfiable',
        message: `template ${compiled.source.template.id} has no valid design: ${because} leave none`,
      },
    ];
  }
  return [
    ...compiled.rules.flatMap((rule) => ruleFinding(compiled, rule, shoppers)),
    ...compiled.warnings.flatMap((rule) => warningFinding(compiled, rule, served)),
    ...deadChoices(compiled, served),
  ];
}

/** A rule that no design comes to, or that no design which comes to it can keep. */
function ruleFinding(
  compiled: CompiledTemplate,
  rule: CompiledRule,
  shoppers: readonly Shopper[],
): readonly TemplateFinding[] {
  const { record } = rule;
  const reached = shoppers.filter(({ context, judge }) => {
    const others = judge.rules.filter(({ id }) => id !== record.id);
    return complete(judge, [], undefined, [...others, appliesTo(rule, compiled, context)]) !== null;
  });
  const [first] = reached;
  if (first === undefined) return [unreachable(record)];
  if (!demandsSomething(record)) return [];
  const kept = reached.some(({ context, judge }) => {
    const applies = appliesTo(rule, compiled, context);
    return complete(judge, [], undefined, [...judge.rules, applies]) !== null;
  });
  if (kept) return [];
  const applies = appliesTo(rule, compiled, first.context);
  const against = obstructing(first.judge, [applies]).filter((id) => id !== record.id);
  const because =
    against.length === 0 ? 'the template leaves no room for it' : `${against.join(', ')} forbid it`;
  return [
    {
      severity: 'error',
      code: 'contradictory_rule',
      rule: record.id,
      message: `rule ${record.id} can never be kept once it applies: ${because}`,
    },
  ];
}

function warningFinding(
  compiled: CompiledTemplate,
  rule: CompiledRule,
  shoppers: readonly Shopper[],
): readonly TemplateFinding[] {
  const reached = shoppers.some(
    ({ context, judge }) =>
      complete(judge, [], undefined, [...judge.rules, appliesTo(rule, compiled, context)]) !== null,
  );
  return reached ? [] : [unreachable(rule.record)];
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
function deadChoices(
  compiled: CompiledTemplate,
  shoppers: readonly Shopper[],
): readonly TemplateFinding[] {
  return compiled.groups.flatMap((group): readonly TemplateFinding[] => {
    if (group.kind === 'options') {
      return optionsOf(compiled, group)
        .filter((option) =>
          shoppers.every(
            ({ judge }) => complete(judge, [], (box) => takeOption(box, compiled, option)) === null,
          ),
        )
        .map(({ id }) => ({
          severity: 'warning',
          code: 'dead_option',
          group: group.id,
          option: id,
          message: `option ${group.id}.${id} can never be chosen`,
        }));
    }
    const possible = shoppers.some(
      ({ judge }) =>
        complete(
          judge,
          [],
          (box) =>
            give(box, compiled, group, true) && bound(box, compiled, group, group.min, group.max),
        ) !== null,
    );
    if (possible) return [];
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

function judgeOf(compiled: CompiledTemplate, context: DesignContext, budget: Budget): Judge {
  return {
    compiled,
    rules: bindRules(compiled.rules, compiled, context),
    budget,
    preference: { options: new Set(), numbers: new Map() },
  };
}

/** Kept by the designs to which the rule applies, or perhaps applies. */
function appliesTo(
  rule: CompiledRule,
  compiled: CompiledTemplate,
  context: DesignContext,
): BoundRule {
  const kept: Formula = bind({ kind: 'maybe', of: rule.applies }, compiled, context);
  return { id: rule.record.id, kept };
}

/** Ids of the smallest set of rules that leaves no design, beside `given`. */
function obstructing(judge: Judge, given: readonly BoundRule[] = []): readonly string[] {
  const { compiled, rules } = judge;
  const items = smallestConflict(rules.length, (wanted) => {
    const box = complete(judge, [], undefined, [
      ...given,
      ...wanted.map((item) => at(rules, item)),
    ]);
    return box === null ? null : rulesKeptBy(box, compiled, rules);
  });
  return (items ?? []).map((item) => at(rules, item).id);
}

/** A forbid without `that` is meant to keep its condition from ever being reached. */
function demandsSomething({ action }: RuleRecord): boolean {
  return action.kind !== 'forbid' || action.that !== undefined;
}

/** One shopper for every way in which rules can tell shoppers apart, the most ordinary one first. */
function shoppersFor(
  compiled: CompiledTemplate,
  jurisdictions: readonly string[],
  atMs: UnixMs,
): readonly DesignContext[] {
  const conditions = compiled.source.rules.flatMap(conditionsOf);
  const ages = new Set([30]);
  const allergens = new Set<string>();
  for (const condition of conditions) {
    if (condition.kind === 'age') {
      for (const age of [condition.years - 1, condition.years, condition.years + 1]) {
        if (age >= 0) ages.add(age);
      }
    } else if (condition.kind === 'allergy' || condition.kind === 'allergen') {
      allergens.add(condition.allergen);
    }
  }
  if (allergens.delete(DECLARED)) for (const { id } of compiled.source.allergens) allergens.add(id);
  const ids = [...allergens].sort();
  const allergies = [...ids.map((id) => [id]), ...(ids.length > 1 ? [ids] : [])];
  const shopper = (ageYears: number, list: string[]) => ({
    allergies: list,
    ageYears,
    jurisdictions: [...jurisdictions],
    at: atMs,
  });
  // Every age comes before the many allergies, so that none is cut off.
  return [
    ...[...ages].map((age) => shopper(age, [])),
    ...[...ages].flatMap((age) => allergies.map((list) => shopper(age, list))),
  ].slice(0, MOST_SHOPPERS);
}

function conditionsOf(record: RuleRecord): readonly RuleCondition[] {
  const { when, action } = record;
  const that = 'that' in action ? action.that : undefined;
  return [when, that].flatMap((condition) => (condition === undefined ? [] : leavesOf(condition)));
}

function leavesOf(condition: RuleCondition): readonly RuleCondition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(leavesOf);
    case 'not':
      return leavesOf(condition.of);
    default:
      return [condition];
  }
}
