import { expect, test } from 'vitest';
import type { RuleCondition } from '#shared/domain/catalog/rule.ts';
import type { OptionGroup, TemplateRecord } from '#shared/domain/catalog/template.ts';
import { analyzeTemplate } from '#shared/domain/customization/analyze.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import { describeDesign } from '#shared/domain/customization/describe.ts';
import type { DesignContext, Selection } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import { seededRandom } from '../../helpers/random.ts';
import { demoDay, recordsOf, templateSources } from './seed.ts';

const compiled = templateSources.map(
  (source) => [source.template.id, source, compileTemplate(source)] as const,
);
type Compiled = (typeof compiled)[number][2];
type Selections = Record<string, Selection>;

const adult: DesignContext = {
  allergies: [],
  ageYears: 30,
  jurisdictions: ['EU', 'DE'],
  at: demoDay,
};

function judge(template: Compiled, selections: Selections, context = adult): Evaluation {
  const result = evaluateDesign(
    template,
    { template: template.source.template.id, selections },
    context,
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function isRequired(group: OptionGroup): boolean {
  return group.type === 'multi' ? group.min > 0 : group.required;
}

test.each(compiled)('%s compiles without a finding', (_id, _source, template) => {
  expect(template.findings).toEqual([]);
});

test.each(compiled)('%s: the importer has nothing to say against it', (_id, source) => {
  expect(analyzeTemplate(source, ['EU', 'DE'], demoDay)).toEqual([]);
  expect(analyzeTemplate(source, ['EU', 'FI'], demoDay)).toEqual([]);
});

test.each(compiled)('%s: an adult can choose every option', (_id, source, template) => {
  const { availability, ranges } = judge(template, {});
  const impossible = Object.entries(availability).flatMap(([group, options]) =>
    Object.entries(options)
      .filter(([, option]) => !option.available)
      .map(([option]) => `${group}.${option}`),
  );
  expect(impossible).toEqual([]);
  for (const group of source.template.groups) {
    if (group.type !== 'amount') continue;
    expect(ranges[group.id]).toEqual([{ from: group.min, to: group.max }]);
  }
});

test.each(compiled)(
  '%s: taking the first possible option each time is valid',
  (_id, source, template) => {
    const selections: Selections = {};
    for (const group of source.template.groups) {
      if (group.type === 'text' || group.type === 'amount' || !isRequired(group)) continue;
      const open = judge(template, selections).availability[group.id] ?? {};
      const first = group.options.find(({ id }) => open[id]?.available);
      if (!first) throw new Error(`${group.id} has no possible option`);
      selections[group.id] = group.type === 'multi' ? [first.id] : first.id;
    }
    expect(judge(template, selections)).toMatchObject({ status: 'valid', violations: [] });
  },
);

test.each(compiled)(
  '%s: every rule stands in the way or warns sometimes',
  (_id, source, template) => {
    const silent = new Set(source.rules.map(({ id }) => id));
    const pick = picker(20_261_121);
    let valid = 0;
    for (let round = 0; round < 250; round += 1) {
      const { status, violations, warnings } = judge(
        template,
        randomDesign(source.template, pick),
        {
          ...adult,
          allergies:
            round % 3 === 0 ? ['linalool', 'citronellol', 'limonene', 'myroxylon-pereirae'] : [],
          ageYears: round % 4 === 0 ? 14 : 40,
        },
      );
      if (status === 'valid') valid += 1;
      for (const { reason } of [...violations, ...warnings]) silent.delete(reason.rule);
    }
    expect([...silent]).toEqual([]);
    expect(valid).toBeGreaterThan(30);
  },
);

type Pick = (below: number) => number;

function picker(seed: number): Pick {
  const random = seededRandom(seed);
  return (below) => Math.floor(random() * below);
}

/** Complete within each group's own bounds, whatever the rules say. */
function randomDesign(template: TemplateRecord, pick: Pick): Selections {
  const selections: Selections = {};
  for (const group of template.groups) {
    if (!isRequired(group) && pick(2) === 0) continue;
    selections[group.id] = randomSelection(group, pick);
  }
  return selections;
}

function randomSelection(group: OptionGroup, pick: Pick): Selection {
  switch (group.type) {
    case 'text':
      return 'Ada';
    case 'amount':
      return group.min + pick((group.max - group.min) / group.step + 1) * group.step;
    case 'multi': {
      const ids = group.options.map(({ id }) => id);
      const wanted = Math.max(group.min, 1 + pick(group.max));
      while (ids.length > wanted) ids.splice(pick(ids.length), 1);
      return ids;
    }
    default:
      return group.options[pick(group.options.length)]?.id ?? '';
  }
}

test('CUS-83 amounts of the serum read as percentages, and one drop is not “1 drops”', () => {
  const words = (template: string, group: string, amount: number) => {
    const record = recordsOf('template').find(({ id }) => id === template);
    const design = { template, selections: { [group]: amount } };
    return record && describeDesign(record, design).map(({ value }) => value.en);
  };
  expect(words('serum', 'retinol', 3)).toEqual(['0.3%']);
  expect(words('serum', 'hydration', 2)).toEqual(['0.5%']);
  expect(words('foundation', 'glow', 1)).toEqual(['1 drop']);
  expect(words('foundation', 'glow', 2)).toEqual(['2 drops']);
  for (const { id, groups } of recordsOf('template')) {
    for (const group of groups) {
      if (group.type !== 'amount' || group.unit.en === '%') continue;
      expect(words(id, group.id, 1), group.id).not.toEqual([`1 ${group.unit.en}`]);
    }
  }
});

test.each(compiled)('%s: the fullest design fits into the bottle', (_id, { template }) => {
  const fullest = massOf(template.ingredients) + sum(template.groups.map(mostOf));
  expect(fullest).toBeLessThanOrEqual(1_000_000);
});

type Shares = TemplateRecord['ingredients'];

function massOf(shares: Shares | undefined): number {
  return sum((shares ?? []).map(({ ppm }) => ppm ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The most that a group can add, rules aside. */
function mostOf(group: OptionGroup): number {
  if (group.type === 'text') return 0;
  if (group.type === 'amount') return group.max * massOf(group.ingredientsPerUnit);
  const masses = group.options.map(({ ingredients }) => massOf(ingredients)).sort((a, b) => b - a);
  return sum(masses.slice(0, group.type === 'multi' ? group.max : 1));
}

test.each(compiled)(
  '%s: five to nine groups, and the drawing follows some of them',
  (_id, { template }) => {
    expect(template.groups.length).toBeGreaterThanOrEqual(5);
    expect(template.groups.length).toBeLessThanOrEqual(9);
    const roles = template.groups.flatMap(({ artRole }) => artRole ?? []);
    expect(roles.length).toBeGreaterThanOrEqual(3);
    expect(new Set(roles).size).toBe(roles.length);
  },
);

test('templates use every kind of group, and every way to price', () => {
  const groups = templateSources.flatMap(({ template }) => template.groups);
  expect(new Set(groups.map(({ type }) => type))).toEqual(
    new Set(['single', 'color', 'multi', 'amount', 'text']),
  );
  const groupPrices = groups.flatMap((group) =>
    'price' in group && group.price ? group.price.kind : [],
  );
  const optionPrices = groups.flatMap((group) =>
    'options' in group ? group.options.flatMap(({ price }) => price?.kind ?? []) : [],
  );
  expect(new Set([...groupPrices, ...optionPrices])).toEqual(
    new Set(['perUnit', 'tiered', 'flat', 'percent']),
  );
});

test('rules use every action and nearly every condition', () => {
  const rules = recordsOf('rule');
  expect(new Set(rules.map(({ action }) => action.kind))).toEqual(
    new Set(['require', 'forbid', 'limit', 'limitIngredient', 'warn']),
  );
  const kinds = new Set(
    rules.flatMap(({ when, action }) => [
      ...(when ? kindsIn(when) : []),
      ...('that' in action && action.that ? kindsIn(action.that) : []),
    ]),
  );
  expect(kinds).toEqual(
    new Set([
      'chosen',
      'amount',
      'count',
      'ingredientSum',
      'allergen',
      'allergy',
      'age',
      'jurisdiction',
      'all',
      'any',
    ]),
  );
});

function kindsIn(condition: RuleCondition): string[] {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return [condition.kind, ...condition.of.flatMap(kindsIn)];
  }
  return condition.kind === 'not' ? ['not', ...kindsIn(condition.of)] : [condition.kind];
}

test('shades are many, named once, and evenly spread from very fair to very deep', () => {
  const shades = groupOptions('foundation', 'shade');
  expect(shades).toHaveLength(40);
  expect(new Set(shades.map(({ name }) => name.en)).size).toBe(40);
  const perUndertone = Map.groupBy(shades, ({ undertone }) => undertone);
  expect([...perUndertone.keys()].sort()).toEqual(['cool', 'neutral', 'olive', 'warm']);
  for (const row of perUndertone.values()) {
    const lightness = row.map(({ color }) => lightnessOf(color ?? '#000000'));
    const steps = lightness.slice(1).map((value, index) => (lightness[index] ?? 0) - value);
    expect(Math.min(...steps)).toBeGreaterThan(6);
    expect(Math.max(...steps)).toBeLessThan(8.5);
  }
  expect(groupOptions('lipstick', 'shade').length).toBeGreaterThanOrEqual(16);
});

function groupOptions(template: string, group: string) {
  const found = recordsOf('template')
    .find(({ id }) => id === template)
    ?.groups.find(({ id }) => id === group);
  return found && 'options' in found ? found.options : [];
}

/** CIE L* of an sRGB color, D65 (IEC 61966-2-1, CIE 15). */
function lightnessOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 116 * Math.cbrt(0.2126 * r + 0.7152 * g + 0.0722 * b) - 16;
}

test('the retinol limit of the EU holds, and nowhere else', () => {
  const serum = compiled.find(([id]) => id === 'serum')?.[2];
  if (!serum) throw new Error('no serum');
  const strong: Selections = { skin: 'balanced', base: 'night', actives: ['ceramide'], retinol: 3 };
  const rules = (evaluation: Evaluation) => evaluation.violations.map(({ reason }) => reason.rule);
  expect(rules(judge(serum, strong))).toContain('serum.retinol-limit');
  expect(rules(judge(serum, strong, { ...adult, jurisdictions: ['US'] }))).toEqual([]);
});

test('what a shopper declared is left out, and so is what nobody can vouch for', () => {
  const serum = compiled.find(([id]) => id === 'serum')?.[2];
  if (!serum) throw new Error('no serum');
  const scents = (allergy: string) => {
    const open = judge(serum, {}, { ...adult, allergies: [allergy] }).availability.scent ?? {};
    return Object.keys(open).filter((scent) => open[scent]?.available);
  };
  expect(scents('linalool')).toEqual(['none', 'chamomile']);
  expect(scents('pinene')).toEqual(['none', 'lavender']);
});

const sourcesById = new Map<string, TemplateSource>(
  templateSources.map((source) => [source.template.id, source]),
);

test('every custom product has its template, and every template its product', () => {
  const custom = recordsOf('product').filter(({ type }) => type === 'custom');
  expect(custom.map(({ template }) => template).sort()).toEqual([...sourcesById.keys()].sort());
});
