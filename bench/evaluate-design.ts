import { demoStoreFeed } from '#db/seed/demo-store.ts';
import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import type { TemplateRecord } from '#shared/domain/catalog/template.ts';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { DesignContext, Selection } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import type { Evaluation } from '#shared/domain/customization/evaluation.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import { required } from '#shared/lib/assert.ts';
import { median } from './median.ts';

const ROUNDS = 60;
const TEMPLATE = 'foundation';

const shopper: DesignContext = {
  allergies: ['limonene'],
  ageYears: 34,
  jurisdictions: ['EU', 'DE'],
  at: Date.UTC(2026, 8, 1),
};

/** One shopper's taps, a mistake and its correction among them; what each tap must lead to. */
const taps: readonly (readonly [string, Selection, Evaluation['status']])[] = [
  ['shade', '5-cool', 'incomplete'],
  ['finish', 'dewy', 'incomplete'],
  ['coverage', 'sheer', 'incomplete'],
  ['care', ['ceramide'], 'incomplete'],
  ['sun', 'spf-30', 'invalid'],
  ['finish', 'matte', 'invalid'],
  ['coverage', 'full', 'incomplete'],
  ['glow', 2, 'invalid'],
  ['glow', 1, 'incomplete'],
  ['vessel', 'dropper', 'incomplete'],
  ['cap', 'oak', 'valid'],
  ['engraving', 'Zoë', 'invalid'],
  ['cap', 'brass', 'valid'],
];

/** Median microseconds to evaluate the demo store's foundation (62 options, 12 rules) after a tap. */
export function benchEvaluateDesign(): { evaluate_design_us: number } {
  const compiled = compileTemplate(foundationSource());
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const selections: Record<string, Selection> = {};
    for (const [group, selection, status] of taps) {
      selections[group] = selection;
      const design = { template: TEMPLATE, selections };
      const startMs = performance.now();
      const answer = evaluateDesign(compiled, design, shopper);
      times.push((performance.now() - startMs) * 1000);
      if (!answer.ok) throw new Error(answer.error.message);
      if (answer.value.status !== status) {
        throw new Error(`after ${group} the design is ${answer.value.status}, not ${status}`);
      }
    }
  }
  return { evaluate_design_us: Math.round(median(times) * 10) / 10 };
}

function foundationSource(): TemplateSource {
  const { records } = demoStoreFeed();
  const template = records.find(
    (record): record is TemplateRecord => record.kind === 'template' && record.id === TEMPLATE,
  );
  return {
    template: required(template, TEMPLATE),
    rules: records.filter(
      (record): record is RuleRecord => record.kind === 'rule' && record.template === TEMPLATE,
    ),
    ingredients: records.filter((record) => record.kind === 'ingredient'),
    allergens: records.filter((record) => record.kind === 'allergen'),
  };
}
