import { describe, expect, test } from 'vitest';
import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import { analyzeTemplate } from '#shared/domain/customization/analyze.ts';
import type { TemplateSource } from '#shared/domain/customization/source.ts';
import {
  amount,
  anyone,
  both,
  chosen,
  forbid,
  ingredient,
  multi,
  not,
  require,
  rule,
  single,
  source,
  text,
} from './build.ts';

const at = anyone.at;
const analyze = (given: TemplateSource) => analyzeTemplate(given, ['EU'], at);
const codes = (given: TemplateSource) =>
  analyze(given).map(({ severity, code, rule: id, group, option }) =>
    [severity, code, id ?? option ?? group].filter((part) => part !== undefined).join(' '),
  );

const allergen = (id: string): AllergenRecord => ({
  kind: 'allergen',
  id,
  labelName: id,
  casNumbers: [],
  thresholds: [],
});

const groups = [
  single('base', ['water', 'oil']),
  multi('actives', ['acid', 'retinol', 'vitamin-c'], 2),
  amount('drops', [0, 10, 1]),
];

describe('findings', () => {
  test('CUS-70 a sound template has none', () => {
    const given = source(groups, [
      rule('apart', forbid, both(chosen('actives', 'acid'), chosen('actives', 'retinol'))),
      rule('adult', require({ kind: 'age', op: 'ge', years: 16 }), chosen('actives', 'retinol')),
      rule('allergy', forbid, { kind: 'allergy', allergen: 'declared' }),
      rule('warned', { kind: 'warn' }, chosen('base', 'oil')),
    ]);
    expect(analyze({ ...given, allergens: [] })).toEqual([
      expect.objectContaining({ code: 'unreachable_rule', rule: 'allergy' }),
    ]);
    const allergens = [allergen('nut')];
    expect(analyze({ ...given, allergens })).toEqual([]);
  });

  test('CUS-70 names that do not exist, and names used twice', () => {
    const twice = rule('twice', forbid, chosen('base', 'oil'));
    const given = source(
      [...groups, single('base', ['wax']), single('cap', ['gold', 'gold'])],
      [
        rule('option', forbid, chosen('base', 'sand')),
        rule('group', { kind: 'limit', group: 'lid', max: 1 }),
        rule('kind', forbid, chosen('drops', 'one')),
        rule('measure', forbid, { kind: 'amount', group: 'actives', op: 'gt', value: 2 }),
        rule('sum', { kind: 'limitIngredient', ingredient: 'salt', maxPpm: 1 }),
        rule('level', forbid, { kind: 'allergen', allergen: 'nut' }),
        { ...twice, action: { kind: 'warn' } },
        twice,
        { ...rule('foreign', forbid), template: 'lipstick' },
      ],
      { template: { ingredients: [{ ingredient: 'sand', ppm: 1 }] } },
    );
    const errors = codes(given).filter((code) => code.startsWith('error'));
    expect(errors).toEqual([
      'error duplicate_group base',
      'error duplicate_option gold',
      'error unknown_ingredient',
      'error unknown_option option',
      'error unknown_group group',
      'error wrong_group_type kind',
      'error wrong_group_type measure',
      'error unknown_ingredient sum',
      'error unknown_allergen level',
      'error duplicate_rule twice',
      'error foreign_rule foreign',
      // Sand may carry nut for all we know, and `level` forbids that.
      'error unsatisfiable',
    ]);
    expect(analyze(given).find(({ rule: id }) => id === 'option')).toEqual({
      severity: 'error',
      code: 'unknown_option',
      rule: 'option',
      group: 'base',
      option: 'sand',
      message: 'rule option names base.sand, which does not exist',
    });
  });

  test('CUS-70 no allergen may be called declared', () => {
    const allergens = [allergen('declared')];
    expect(codes(source(groups, [], { allergens }))).toEqual(['error reserved_name']);
  });

  test('CUS-71 bounds and patterns that leave nothing', () => {
    const given = source(
      [
        multi('many', ['one', 'two'], 3, 3),
        amount('drops', [5, 4, 1]),
        text('engraving', { allowed: 'z-a' }),
        text('note', { minLength: 5, maxLength: 4 }),
        amount('oil', [0, 20, 1], { ingredientsPerUnit: [{ ingredient: 'oil', ppm: 60_000 }] }),
      ],
      [
        rule('nothing', { kind: 'limit', group: 'drops' }),
        rule('crossed', { kind: 'limit', group: 'drops', min: 3, max: 2 }),
      ],
      { ingredients: [ingredient('oil')] },
    );
    expect(codes(given)).toEqual([
      'error unfillable_group many',
      'error unfillable_group drops',
      'error bad_pattern engraving',
      'error unfillable_group note',
      'warning impossible_share oil',
      'error empty_limit nothing',
      'error empty_limit crossed',
    ]);
  });

  test('CUS-72 a template that nobody can order names the rules', () => {
    const given = source(groups, [
      rule('a', forbid, chosen('base', 'oil')),
      rule('b', forbid, chosen('base', 'water')),
      rule('c', forbid, chosen('actives', 'acid')),
    ]);
    expect(analyze(given)).toEqual([
      {
        severity: 'error',
        code: 'unsatisfiable',
        message: 'template serum has no valid design: rules a, b leave none',
      },
    ]);
  });

  test('CUS-73 CUS-75 rules that contradict each other', () => {
    const given = source(groups, [
      rule('needs-oil', require(chosen('base', 'oil')), chosen('actives', 'acid')),
      rule('not-in-oil', forbid, both(chosen('actives', 'acid'), chosen('base', 'oil'))),
    ]);
    expect(analyze(given)).toEqual([
      {
        severity: 'error',
        code: 'contradictory_rule',
        rule: 'needs-oil',
        message: 'rule needs-oil can never be kept once it applies: not-in-oil forbid it',
      },
      {
        severity: 'warning',
        code: 'dead_option',
        group: 'actives',
        option: 'acid',
        message: 'option actives.acid can never be chosen',
      },
    ]);
  });

  test('CUS-73 a rule that its own template leaves no room for', () => {
    const given = source(groups, [
      rule('many', { kind: 'limit', group: 'actives', min: 3 }, chosen('base', 'oil')),
    ]);
    expect(codes(given)).toEqual(['error contradictory_rule many', 'warning dead_option oil']);
  });

  test('CUS-74 rules that never matter', () => {
    const given = source(groups, [
      rule('three', forbid, { kind: 'count', group: 'actives', op: 'ge', value: 3 }),
      rule('no-oil', forbid, chosen('base', 'oil')),
      rule('oil-first', { kind: 'warn' }, chosen('base', 'oil')),
      rule(
        'elsewhere',
        forbid,
        both({ kind: 'jurisdiction', in: ['US'] }, chosen('base', 'water')),
      ),
    ]);
    expect(codes(given)).toEqual([
      'warning unreachable_rule elsewhere',
      'warning unreachable_rule three',
      'warning unreachable_rule oil-first',
      'warning dead_option oil',
    ]);
  });

  test('CUS-75 an amount and a text that nobody can give', () => {
    const given = source(
      [...groups, text('engraving')],
      [
        rule('dry', forbid, { kind: 'count', group: 'drops', op: 'ge', value: 1 }),
        rule('plain', forbid, { kind: 'count', group: 'engraving', op: 'ge', value: 1 }),
      ],
    );
    expect(codes(given)).toEqual(['warning dead_group drops', 'warning dead_group engraving']);
  });

  test('CUS-76 rules about age and allergies are tried with shoppers who meet them', () => {
    const given = source(groups, [
      rule('child', forbid, both({ kind: 'age', op: 'lt', years: 3 }, chosen('actives', 'acid'))),
      rule('old', { kind: 'warn' }, { kind: 'age', op: 'gt', years: 90 }),
      rule(
        'never',
        { kind: 'warn' },
        both({ kind: 'age', op: 'gt', years: 90 }, not({ kind: 'age', op: 'ge', years: 80 })),
      ),
      rule('nut', forbid, both({ kind: 'allergy', allergen: 'nut' }, chosen('base', 'oil'))),
    ]);
    expect(codes(given)).toEqual(['error unknown_allergen nut', 'warning unreachable_rule never']);
  });
});
