import { assertNever } from '../../lib/assert.ts';
import type { Comparison, RuleCondition, RuleRecord } from '../catalog/rule.ts';
import { type Concentrations, NOTHING } from './concentrations.ts';
import type { TemplateFinding } from './finding.ts';
import type { GroupModel, OptionModel } from './groups.ts';
import type { CompiledRule, ContextLeaf, Formula } from './model.ts';
import type { TemplateSource } from './source.ts';
import { compared, FALSE, TRUE } from './truth.ts';

/** The allergen that stands for every one that the shopper declared an allergy to. */
export const DECLARED = 'declared';

type OpenFormula = Formula<ContextLeaf>;

/** Where the names in a rule are looked up. */
export interface Names {
  readonly groupsById: ReadonlyMap<string, GroupModel>;
  readonly optionsById: readonly ReadonlyMap<string, OptionModel>[];
  readonly concentrations: Concentrations;
}

/**
 * Resolves the names in the rules, by rule id. A name that does not exist is a finding; it then
 * stands for something that no design has.
 */
export function compileRules(
  source: TemplateSource,
  names: Names,
): { readonly rules: readonly CompiledRule[]; readonly findings: readonly TemplateFinding[] } {
  const findings: TemplateFinding[] = [];
  const byId = new Map<string, CompiledRule>();
  for (const record of source.rules) {
    if (byId.has(record.id)) {
      findings.push(problem('duplicate_rule', record.id, 'is there twice; the first one counts'));
      continue;
    }
    if (record.template !== source.template.id) {
      findings.push(
        problem('foreign_rule', record.id, `is about template ${record.template} and not used`),
      );
      continue;
    }
    byId.set(record.id, new RuleCompiler(source, names, record.id, findings).compile(record));
  }
  const rules = [...byId.values()].sort((left, right) =>
    left.record.id < right.record.id ? -1 : 1,
  );
  return { rules, findings };
}

function problem(code: TemplateFinding['code'], rule: string, what: string): TemplateFinding {
  return { severity: 'error', code, rule, message: `rule ${rule} ${what}` };
}

class RuleCompiler {
  readonly #source: TemplateSource;
  readonly #names: Names;
  readonly #rule: string;
  readonly #findings: TemplateFinding[];

  constructor(source: TemplateSource, names: Names, rule: string, findings: TemplateFinding[]) {
    this.#source = source;
    this.#names = names;
    this.#rule = rule;
    this.#findings = findings;
  }

  compile(record: RuleRecord): CompiledRule {
    const applies: OpenFormula =
      record.when === undefined ? { kind: 'const', truth: TRUE } : this.#condition(record.when);
    const demanded = this.#demanded(record);
    const free: OpenFormula = { kind: 'not', of: applies };
    const kept: OpenFormula = demanded === null ? free : { kind: 'any', of: [free, demanded] };
    return { record, applies, kept };
  }

  /** What must hold once the rule applies; `null` when it must not apply at all. */
  #demanded({ action }: RuleRecord): OpenFormula | null {
    switch (action.kind) {
      case 'warn':
        return null;
      case 'require':
        return this.#condition(action.that);
      case 'forbid':
        return action.that === undefined ? null : { kind: 'not', of: this.#condition(action.that) };
      case 'limit': {
        const { min, max } = action;
        if (min === undefined && max === undefined) {
          this.#report('empty_limit', 'limits nothing: it has neither a minimum nor a maximum');
        } else if (min !== undefined && max !== undefined && min > max) {
          this.#report('empty_limit', `wants at least ${min} and at most ${max}`);
        }
        const bounds: OpenFormula[] = [];
        if (min !== undefined) bounds.push(this.#quantity(action.group, 'ge', min));
        if (max !== undefined) bounds.push(this.#quantity(action.group, 'le', max));
        return { kind: 'all', of: bounds };
      }
      case 'limitIngredient':
        return this.#ingredientSum(action.ingredient, 'le', action.maxPpm);
      default:
        return assertNever(action);
    }
  }

  #condition(condition: RuleCondition): OpenFormula {
    switch (condition.kind) {
      case 'chosen':
        return this.#chosen(condition.group, condition.option);
      case 'amount': {
        const group = this.#names.groupsById.get(condition.group);
        if (group?.kind === 'options') {
          this.#report(
            'wrong_group_type',
            `asks for the amount of ${group.id}, which has options: use count`,
            group.id,
          );
        }
        return this.#quantity(condition.group, condition.op, condition.value);
      }
      case 'count':
        return this.#count(condition.group, condition.op, condition.value);
      case 'ingredientSum':
        return this.#ingredientSum(condition.ingredient, condition.op, condition.ppm);
      case 'allergen':
        this.#allergen(condition.allergen);
        return {
          kind: 'allergen',
          allergen: condition.allergen,
          abovePpm: condition.abovePpm ?? null,
        };
      case 'allergy':
        this.#allergen(condition.allergen);
        return condition;
      case 'age':
      case 'jurisdiction':
        return condition;
      case 'all':
      case 'any':
        return { kind: condition.kind, of: condition.of.map((part) => this.#condition(part)) };
      case 'not':
        return { kind: 'not', of: this.#condition(condition.of) };
      default:
        return assertNever(condition);
    }
  }

  #chosen(groupId: string, optionId: string): OpenFormula {
    const group = this.#group(groupId);
    if (group === null) return { kind: 'const', truth: FALSE };
    if (group.kind === 'number') {
      this.#report('wrong_group_type', `names an option of ${groupId}, which has none`, groupId);
      return { kind: 'const', truth: FALSE };
    }
    const option = this.#names.optionsById[group.index]?.get(optionId);
    if (option !== undefined) return { kind: 'chosen', option: option.index };
    this.#findings.push({
      ...problem(
        'unknown_option',
        this.#rule,
        `names ${groupId}.${optionId}, which does not exist`,
      ),
      group: groupId,
      option: optionId,
    });
    return { kind: 'const', truth: FALSE };
  }

  #quantity(groupId: string, op: Comparison, value: number): OpenFormula {
    const group = this.#group(groupId);
    if (group === null) return { kind: 'const', truth: compared(op, 0, 0, value) };
    return { kind: 'quantity', group: group.index, op, value };
  }

  #count(groupId: string, op: Comparison, value: number): OpenFormula {
    const group = this.#group(groupId);
    if (group === null) return { kind: 'const', truth: compared(op, 0, 0, value) };
    return { kind: 'count', group: group.index, op, value };
  }

  #ingredientSum(ingredient: string, op: Comparison, ppm: number): OpenFormula {
    if (!this.#source.ingredients.some(({ id }) => id === ingredient)) {
      this.#report('unknown_ingredient', `names ingredient ${ingredient}, which does not exist`);
    }
    const source = this.#names.concentrations.ingredients.get(ingredient) ?? NOTHING;
    return { kind: 'sum', source, op, value: ppm };
  }

  #allergen(allergen: string): void {
    if (allergen === DECLARED) return;
    if (this.#source.allergens.some(({ id }) => id === allergen)) return;
    this.#report('unknown_allergen', `names allergen ${allergen}, which does not exist`);
  }

  #group(groupId: string): GroupModel | null {
    const group = this.#names.groupsById.get(groupId);
    if (group !== undefined) return group;
    this.#report('unknown_group', `names group ${groupId}, which does not exist`, groupId);
    return null;
  }

  #report(code: TemplateFinding['code'], what: string, group?: string): void {
    const finding = problem(code, this.#rule, what);
    this.#findings.push(group === undefined ? finding : { ...finding, group });
  }
}
