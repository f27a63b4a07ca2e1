import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import type { IngredientRecord, IngredientShare } from '#shared/domain/catalog/ingredient.ts';
import type { RuleAction, RuleCondition, RuleRecord } from '#shared/domain/catalog/rule.ts';
import type {
  OptionGroup,
  TemplateOption,
  TemplateRecord,
} from '#shared/domain/catalog/template.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { DesignContext, Selection } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { Choice, Evaluation } from '#shared/domain/customization/evaluation.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';

/** Short words for writing small templates in tests. */

type OptionSpec = string | { readonly id: string; readonly ingredients: IngredientShare[] };

const named = (id: string) => ({ id, name: { en: id } });

function optionsOf(specs: readonly OptionSpec[]): TemplateOption[] {
  return specs.map((spec) =>
    typeof spec === 'string' ? named(spec) : { ...named(spec.id), ingredients: spec.ingredients },
  );
}

export function single(id: string, options: readonly OptionSpec[], required = true): OptionGroup {
  return { ...named(id), type: 'single', required, options: optionsOf(options) };
}

export function multi(
  id: string,
  options: readonly OptionSpec[],
  max: number,
  min = 0,
): OptionGroup {
  return { ...named(id), type: 'multi', min, max, options: optionsOf(options) };
}

export function amount(
  id: string,
  [min, max, step]: readonly [number, number, number],
  more: { required?: boolean; ingredientsPerUnit?: IngredientShare[] } = {},
): OptionGroup {
  const unit = { en: 'drops' };
  return { ...named(id), type: 'amount', required: false, min, max, step, unit, ...more };
}

export function text(
  id: string,
  more: Partial<Extract<OptionGroup, { type: 'text' }>> = {},
): OptionGroup {
  return {
    ...named(id),
    type: 'text',
    required: false,
    minLength: 1,
    maxLength: 8,
    allowed: "\\p{L}\\p{N} .&'\\-",
    blockedWords: [],
    ...more,
  };
}

export function template(
  groups: OptionGroup[],
  more: Partial<TemplateRecord> = {},
): TemplateRecord {
  return {
    kind: 'template',
    ...named('serum'),
    use: 'leaveOn',
    ingredients: [],
    doses: [],
    groups,
    ...more,
  };
}

export function rule(id: string, action: RuleAction, when?: RuleCondition): RuleRecord {
  const message = { en: `${id} says no` };
  const record = { kind: 'rule', id, template: 'serum', action, message } as const;
  return when === undefined ? record : { ...record, when };
}

export const chosen = (group: string, option: string): RuleCondition => ({
  kind: 'chosen',
  group,
  option,
});
export const not = (of: RuleCondition): RuleCondition => ({ kind: 'not', of });
export const both = (...of: RuleCondition[]): RuleCondition => ({ kind: 'all', of });
export const forbid: RuleAction = { kind: 'forbid' };
export const require = (that: RuleCondition): RuleAction => ({ kind: 'require', that });

export function source(
  groups: OptionGroup[],
  rules: readonly RuleRecord[] = [],
  more: {
    template?: Partial<TemplateRecord>;
    ingredients?: readonly IngredientRecord[];
    allergens?: readonly AllergenRecord[];
  } = {},
): TemplateSource {
  return {
    template: template(groups, more.template),
    rules,
    ingredients: more.ingredients ?? [],
    allergens: more.allergens ?? [],
  };
}

export function ingredient(
  id: string,
  allergens: IngredientRecord['allergens'] = [],
): IngredientRecord {
  return { kind: 'ingredient', id, inciName: id, synonyms: [], allergens };
}

export const anyone: DesignContext = {
  allergies: [],
  ageYears: 30,
  jurisdictions: ['EU', 'DE'],
  at: Date.UTC(2026, 0, 1),
};

export function evaluate(
  given: TemplateSource,
  selections: { [group: string]: Selection },
  context: DesignContext = anyone,
): Evaluation {
  const answer = evaluateDesign(
    compileTemplate(given),
    { template: given.template.id, selections },
    context,
  );
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** A choice in short: `finish.matte`, `drops.3`. */
export function brief(choice: Choice): string {
  return `${choice.group}.${choice.option ?? choice.value}`;
}

/** The violations in short: the rule and its conflict. */
export function broken(evaluation: Evaluation): readonly (readonly [string, ...string[]])[] {
  return evaluation.violations.map(({ reason, conflict }) => [reason.rule, ...conflict.map(brief)]);
}

/** Why an option is refused, in short; `true` when it is not. */
export function refusal(evaluation: Evaluation, group: string, option: string) {
  const availability = evaluation.availability[group]?.[option];
  if (availability === undefined) throw new Error(`nothing is said about ${group}.${option}`);
  if (availability.available) return true;
  return {
    conflict: availability.conflict.map(brief),
    reasons: availability.reasons.map((reason) => reason.rule),
  };
}
