import { at } from '../../lib/at.ts';
import type { OptionGroup } from '../catalog/template.ts';
import { ABSENT, type Box, bound, give, unboundedBox } from './box.ts';
import { compileRules, DECLARED } from './compile-rules.ts';
import { concentrationsOf } from './concentrations.ts';
import type { TemplateFinding } from './finding.ts';
import type { GroupModel, NumberModel, OptionModel } from './groups.ts';
import type { CompiledTemplate } from './model.ts';
import type { TemplateSource } from './source.ts';
import { allowedPattern, blockedWord } from './text-rules.ts';

/**
 * Resolves every name in a template and its rules, once for all the designs that are judged with
 * it. Never throws: what is wrong is in `findings`, and a name that does not exist stands for
 * something that no design has.
 */
export function compileTemplate(source: TemplateSource): CompiledTemplate {
  const findings: TemplateFinding[] = [];
  const { groups, options, optionsById } = compileGroups(source, findings);
  const groupsById = new Map(groups.map((group) => [group.id, group]));
  const concentrations = concentrationsOf(source, { groups, options });
  checkReferences(source, findings);
  const compiled = compileRules(source, { groupsById, optionsById, concentrations });
  const { box, unfillable } = everyCompleteDesign(groups, options);
  return {
    source,
    groups,
    groupsById,
    options,
    optionsById,
    rules: compiled.rules.filter(({ record }) => record.action.kind !== 'warn'),
    warnings: compiled.rules.filter(({ record }) => record.action.kind === 'warn'),
    allergenSums: concentrations.allergens,
    otherAllergens: concentrations.otherAllergens,
    allergensById: new Map(source.allergens.map((record) => [record.id, record])),
    unfillable,
    everything: unfillable.length === 0 ? box : null,
    findings: [...findings, ...compiled.findings],
  };
}

interface Groups {
  readonly groups: readonly GroupModel[];
  readonly options: readonly OptionModel[];
  readonly optionsById: readonly ReadonlyMap<string, OptionModel>[];
}

function compileGroups(source: TemplateSource, findings: TemplateFinding[]): Groups {
  const groups: GroupModel[] = [];
  const options: OptionModel[] = [];
  const optionsById: Map<string, OptionModel>[] = [];
  const seen = new Set<string>();
  for (const record of source.template.groups) {
    if (seen.has(record.id)) {
      findings.push(problem('duplicate_group', record.id, 'is there twice; the first one counts'));
      continue;
    }
    seen.add(record.id);
    const index = groups.length;
    const first = options.length;
    const byId = new Map<string, OptionModel>();
    for (const { id } of 'options' in record ? record.options : []) {
      if (byId.has(id)) {
        findings.push({
          ...problem('duplicate_option', record.id, `has option ${id} twice; the first one counts`),
          option: id,
        });
        continue;
      }
      const option = { index: options.length, group: index, id };
      byId.set(id, option);
      options.push(option);
    }
    optionsById.push(byId);
    const group = compileGroup(record, index, first, byId.size);
    checkGroup(record, group, findings);
    groups.push(group);
  }
  return { groups, options, optionsById };
}

function compileGroup(record: OptionGroup, index: number, first: number, size: number): GroupModel {
  const { id } = record;
  switch (record.type) {
    case 'single':
    case 'color':
      return {
        kind: 'options',
        index,
        id,
        single: true,
        min: record.required ? 1 : 0,
        max: 1,
        first,
        size,
      };
    case 'multi':
      return {
        kind: 'options',
        index,
        id,
        single: false,
        min: record.min,
        max: record.max,
        first,
        size,
      };
    case 'amount': {
      const { required, min, step } = record;
      // The last value on the steps, so that an interval of values ends on values.
      const max = min + Math.floor((record.max - min) / step) * step;
      return { kind: 'number', index, id, of: 'amount', required, min, max, step };
    }
    case 'text': {
      const allowed = allowedPattern(record.allowed);
      const { required, minLength, maxLength } = record;
      const model = { kind: 'number', index, id, of: 'text', required, step: 1 } as const;
      // Without a pattern nothing can be allowed: no length is possible.
      if (allowed === null) return { ...model, min: minLength, max: minLength - 1 };
      const blockedWords = record.blockedWords.map(blockedWord);
      return {
        ...model,
        min: minLength,
        max: maxLength,
        textRules: { minLength, maxLength, allowed, blockedWords },
      };
    }
  }
}

function checkGroup(record: OptionGroup, group: GroupModel, findings: TemplateFinding[]): void {
  if (group.kind === 'options') {
    if (group.min > group.max || group.min > group.size) {
      findings.push(
        problem(
          'unfillable_group',
          group.id,
          `wants ${group.min} to ${group.max} of its ${group.size} options`,
        ),
      );
    }
    return;
  }
  if (record.type === 'text' && group.textRules === undefined) {
    findings.push(
      problem('bad_pattern', group.id, `allows ${record.allowed}, which is not a character class`),
    );
  } else if (group.min > group.max) {
    findings.push(problem('unfillable_group', group.id, 'has a minimum above its maximum'));
  }
  if (record.type !== 'amount') return;
  for (const { ingredient, ppm } of record.ingredientsPerUnit ?? []) {
    if (ppm === null || ppm * record.max <= 1_000_000) continue;
    findings.push({
      ...problem(
        'impossible_share',
        group.id,
        `can hold more ${ingredient} than the whole product: ${ppm} ppm a unit, up to ${record.max}`,
      ),
      severity: 'warning',
    });
  }
}

function checkReferences(source: TemplateSource, findings: TemplateFinding[]): void {
  const ingredients = new Set(source.ingredients.map(({ id }) => id));
  const check = (
    shares: readonly { readonly ingredient: string }[],
    where: string,
    group?: string,
  ) => {
    for (const { ingredient } of shares) {
      if (ingredients.has(ingredient)) continue;
      const message = `${where} names ingredient ${ingredient}, which does not exist`;
      const finding = { severity: 'error', code: 'unknown_ingredient', message } as const;
      findings.push(group === undefined ? finding : { ...finding, group });
    }
  };
  check(source.template.ingredients, `the base of ${source.template.id}`);
  for (const group of source.template.groups) {
    if (group.type === 'amount')
      check(group.ingredientsPerUnit ?? [], `group ${group.id}`, group.id);
    if (!('options' in group)) continue;
    for (const option of group.options) {
      check(option.ingredients ?? [], `option ${group.id}.${option.id}`, group.id);
    }
  }
  if (source.allergens.some(({ id }) => id === DECLARED)) {
    findings.push({
      severity: 'error',
      code: 'reserved_name',
      message: `an allergen cannot be called ${DECLARED}: rules use that for every declared one`,
    });
  }
}

/** Every complete design as a box, and the groups that leave none. */
function everyCompleteDesign(
  groups: readonly GroupModel[],
  options: readonly OptionModel[],
): { readonly box: Box; readonly unfillable: readonly GroupModel[] } {
  const model = { groups, options };
  const box = unboundedBox(model);
  const unfillable = groups.filter((group) => {
    if (group.kind === 'options') return !bound(box, model, group, group.min, group.max);
    if (group.required) return !give(box, model, group, true);
    if (isEmpty(group)) box.given[group.index] = ABSENT;
    return false;
  });
  return { box, unfillable: unfillable.map(({ index }) => at(groups, index)) };
}

function isEmpty(group: NumberModel): boolean {
  return group.min > group.max;
}

function problem(code: TemplateFinding['code'], group: string, what: string): TemplateFinding {
  return { severity: 'error', code, group, message: `group ${group} ${what}` };
}
