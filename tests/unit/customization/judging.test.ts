import { describe, expect, test } from 'vitest';
import { compileTemplate } from '#shared/domain/customization/compile.ts';
import type { Selection } from '#shared/domain/customization/design.ts';
import { evaluateDesign } from '#shared/domain/customization/evaluate.ts';
import {
  amount,
  anyone,
  broken,
  chosen,
  evaluate,
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

const lipstick = source(
  [
    single('finish', ['matte', 'satin', 'gloss']),
    multi('care', ['oil', 'wax', 'shea'], 2),
    amount('pearl', [0, 6, 2]),
    single('cap', ['metal', 'wood'], false),
    text('engraving'),
  ],
  [
    rule('matte-without-oil', forbid, {
      kind: 'all',
      of: [chosen('finish', 'matte'), chosen('care', 'oil')],
    }),
    rule('engraving-on-metal', require(chosen('cap', 'metal')), {
      kind: 'count',
      group: 'engraving',
      op: 'ge',
      value: 1,
    }),
    rule('pearl-in-matte', { kind: 'limit', group: 'pearl', max: 2 }, chosen('finish', 'matte')),
  ],
);

describe('reading a design', () => {
  test.each<[string, string, { [group: string]: Selection }]>([
    ['serum2', 'design is of template serum2, not of serum', {}],
    ['serum', 'template serum has no group lid', { lid: 'gold' }],
    ['serum', 'group finish has no option chalk', { finish: 'chalk' }],
    ['serum', 'group finish takes one option', { finish: 3 }],
    ['serum', 'group care takes a list of options', { care: 'oil' }],
    ['serum', 'group care names option oil twice', { care: ['oil', 'wax', 'oil'] }],
    ['serum', 'group pearl takes a whole number', { pearl: '2' }],
    ['serum', 'group engraving takes a text', { engraving: 5 }],
  ])('CUS-02 a design of %s is refused: %s', (id, message, selections) => {
    const design = { template: id, selections };
    expect(evaluateDesign(compileTemplate(lipstick), design, anyone)).toEqual({
      ok: false,
      error: { code: 'design.malformed', message },
    });
  });

  test('CUS-02 an empty list and an empty text are no choice', () => {
    const empty = evaluate(lipstick, { finish: 'satin', care: [], engraving: '' });
    expect(empty).toEqual(evaluate(lipstick, { finish: 'satin' }));
    expect(empty.status).toBe('valid');
  });
});

describe('status', () => {
  test('CUS-01 CUS-10 CUS-11 CUS-12 valid, incomplete and invalid', () => {
    expect(evaluate(lipstick, { finish: 'satin' })).toMatchObject({ status: 'valid', missing: [] });
    expect(evaluate(lipstick, { care: ['oil'] })).toMatchObject({
      status: 'incomplete',
      missing: ['finish'],
      violations: [],
    });
    expect(evaluate(lipstick, { finish: 'matte', care: ['oil'] }).status).toBe('invalid');
  });

  test('CUS-11 CUS-23 a design that lacks what a rule wants is incomplete, and the rule is named', () => {
    const engraved = evaluate(lipstick, { finish: 'satin', engraving: 'Ada' });
    expect(engraved).toMatchObject({ status: 'incomplete', missing: [] });
    expect(broken(engraved)).toEqual([['engraving-on-metal', 'engraving.Ada']]);
    const onWood = evaluate(lipstick, { finish: 'satin', engraving: 'Ada', cap: 'wood' });
    expect(onWood.status).toBe('invalid');
    expect(broken(onWood)).toEqual([['engraving-on-metal', 'cap.wood', 'engraving.Ada']]);
  });
});

describe('violations', () => {
  test('CUS-20 CUS-22 the smallest conflict leaves out what does not matter', () => {
    const design = evaluate(lipstick, {
      finish: 'matte',
      care: ['wax', 'oil'],
      pearl: 4,
      cap: 'wood',
    });
    expect(broken(design)).toEqual([
      ['matte-without-oil', 'finish.matte', 'care.oil'],
      ['pearl-in-matte', 'finish.matte', 'pearl.4'],
    ]);
    expect(design.violations[0]?.reason.text).toEqual({ en: 'matte-without-oil says no' });
  });

  test('CUS-20 a breach that a missing group can still avoid is not reported', () => {
    const given = source(
      [single('base', ['water', 'oil']), multi('actives', ['acid', 'retinol'], 2)],
      [rule('acid-in-water', require(chosen('base', 'water')), chosen('actives', 'acid'))],
    );
    expect(broken(evaluate(given, { actives: ['acid'] }))).toEqual([]);
    expect(broken(evaluate(given, { base: 'oil', actives: ['acid'] }))).toEqual([
      ['acid-in-water', 'base.oil', 'actives.acid'],
    ]);
  });

  test('CUS-21 too many options, amounts out of range and off the steps', () => {
    const design = evaluate(lipstick, {
      finish: 'satin',
      care: ['shea', 'wax', 'oil'],
      pearl: 3,
    });
    expect(design.status).toBe('invalid');
    expect(broken(design)).toEqual([
      ['group:care:tooMany', 'care.oil', 'care.wax', 'care.shea'],
      ['group:pearl:step', 'pearl.3'],
    ]);
    expect(design.violations[0]?.reason.params).toEqual({ group: 'care', max: 2 });
    const crowded = source([multi('care', ['oil', 'wax', 'shea', 'aloe'], 1)]);
    expect(broken(evaluate(crowded, { care: ['aloe', 'shea', 'wax'] }))).toEqual([
      ['group:care:tooMany', 'care.wax', 'care.shea'],
    ]);
    expect(broken(evaluate(lipstick, { finish: 'satin', pearl: 8 }))).toEqual([
      ['group:pearl:range', 'pearl.8'],
    ]);
  });

  test('CUS-23 a dead end names the choices and the rules behind it', () => {
    const given = source(
      [single('scent', ['rose', 'none']), single('base', ['gel', 'cream'])],
      [
        rule('rose-not-in-cream', forbid, {
          kind: 'all',
          of: [chosen('scent', 'rose'), chosen('base', 'cream')],
        }),
        rule('rose-not-in-gel', forbid, {
          kind: 'all',
          of: [chosen('scent', 'rose'), chosen('base', 'gel')],
        }),
      ],
    );
    const design = evaluate(given, { scent: 'rose' });
    expect(design).toMatchObject({ status: 'invalid', missing: ['base'] });
    expect(broken(design)).toEqual([
      ['rose-not-in-cream', 'scent.rose'],
      ['rose-not-in-gel', 'scent.rose'],
    ]);
  });

  test('CUS-24 a warning is told in any status and forbids nothing', () => {
    const given = source(
      [single('peel', ['strong', 'mild'])],
      [rule('strong-peel', { kind: 'warn' }, chosen('peel', 'strong'))],
    );
    const design = evaluate(given, { peel: 'strong' });
    expect(design).toMatchObject({ status: 'valid', violations: [] });
    expect(design.warnings.map(({ reason }) => reason.rule)).toEqual(['strong-peel']);
    expect(evaluate(given, { peel: 'mild' }).warnings).toEqual([]);
  });
});

describe('conditions', () => {
  const groups = [
    multi('care', ['oil', 'wax', 'shea'], 3),
    amount('pearl', [2, 6, 2]),
    text('engraving'),
  ];

  test('CUS-04 count counts choices, amount and limit how much is chosen', () => {
    const given = source(groups, [
      rule('a-two', forbid, { kind: 'count', group: 'care', op: 'eq', value: 2 }),
      rule('b-pearl', forbid, { kind: 'amount', group: 'pearl', op: 'gt', value: 4 }),
      rule('c-given', forbid, { kind: 'count', group: 'pearl', op: 'gt', value: 1 }),
      rule('d-letters', { kind: 'limit', group: 'engraving', max: 4 }),
    ]);
    expect(evaluate(given, { care: ['oil'], pearl: 4, engraving: 'Zoë' }).status).toBe('valid');
    expect(
      broken(evaluate(given, { care: ['oil', 'wax'], pearl: 6, engraving: 'Amelie' })),
    ).toEqual([
      ['a-two', 'care.oil', 'care.wax'],
      ['b-pearl', 'pearl.6'],
      ['d-letters', 'engraving.Amelie'],
    ]);
    // Without a choice the amount is 0.
    const wanted = source(groups, [rule('some', { kind: 'limit', group: 'pearl', min: 1 })]);
    expect(evaluate(wanted, {}).status).toBe('incomplete');
  });

  test('CUS-05 sums count base, options and amounts', () => {
    const given = source(
      [
        multi('care', [{ id: 'oil', ingredients: [{ ingredient: 'squalane', ppm: 300 }] }], 1),
        amount('drops', [0, 9, 1], {
          ingredientsPerUnit: [{ ingredient: 'squalane', ppm: 50 }],
        }),
      ],
      [rule('rich', { kind: 'limitIngredient', ingredient: 'squalane', maxPpm: 800 })],
      {
        template: { ingredients: [{ ingredient: 'squalane', ppm: 200 }] },
        ingredients: [ingredient('squalane')],
      },
    );
    expect(evaluate(given, { care: ['oil'], drops: 6 }).status).toBe('valid');
    const rich = evaluate(given, { care: ['oil'], drops: 7 });
    expect(broken(rich)).toEqual([['rich', 'care.oil', 'drops.7']]);
    expect(rich.ranges).toEqual({ drops: [{ from: 0, to: 6 }] });
  });

  test('CUS-05 CUS-30 a group that must be filled brings at least its smallest share', () => {
    const oil = (ppm: number) => [{ ingredient: 'oil', ppm }];
    const given = (maxPpm: number) =>
      source(
        [
          single('base', [
            { id: 'light', ingredients: oil(10) },
            { id: 'rich', ingredients: oil(20) },
          ]),
        ],
        [rule('lean', { kind: 'limitIngredient', ingredient: 'oil', maxPpm })],
        { ingredients: [ingredient('oil')] },
      );
    expect(evaluate(given(10), {})).toMatchObject({
      status: 'incomplete',
      availability: { base: { light: { available: true }, rich: { available: false } } },
    });
    expect(evaluate(given(9), {})).toMatchObject({ status: 'invalid', alternatives: [] });
  });

  test('CUS-05 jurisdictions and allergies come from the context', () => {
    const given = source(
      [single('peel', ['strong', 'mild'])],
      [
        rule('eu', forbid, {
          kind: 'all',
          of: [{ kind: 'jurisdiction', in: ['EU'] }, chosen('peel', 'strong')],
        }),
        rule('nuts', forbid, {
          kind: 'all',
          of: [{ kind: 'allergy', allergen: 'declared' }, chosen('peel', 'mild')],
        }),
      ],
    );
    expect(broken(evaluate(given, { peel: 'strong' }))).toEqual([['eu', 'peel.strong']]);
    const abroad = { ...anyone, jurisdictions: ['US'] };
    expect(evaluate(given, { peel: 'strong' }, abroad).status).toBe('valid');
    const allergic = { ...abroad, allergies: ['nut'] };
    expect(broken(evaluate(given, { peel: 'mild' }, allergic))).toEqual([['nuts', 'peel.mild']]);
  });

  const { ageYears: _unasked, ...nobodyAsked } = anyone;

  test.each([
    ['require age', rule('adult', require({ kind: 'age', op: 'ge', years: 18 }))],
    ['forbid youth', rule('adult', forbid, { kind: 'age', op: 'lt', years: 18 })],
    ['forbid not adult', rule('adult', forbid, not({ kind: 'age', op: 'ge', years: 18 }))],
    ['require not young', rule('adult', require(not({ kind: 'age', op: 'lt', years: 18 })))],
  ])('CUS-06 CUS-07 an age that nobody asked for lets nothing through: %s', (_, adult) => {
    const given = source([single('peel', ['strong', 'mild'])], [adult]);
    expect(evaluate(given, { peel: 'mild' }, { ...anyone, ageYears: 18 }).status).toBe('valid');
    expect(evaluate(given, { peel: 'mild' }, { ...anyone, ageYears: 17 }).status).toBe('invalid');
    const unknown = evaluate(given, { peel: 'mild' }, nobodyAsked);
    expect(unknown).toMatchObject({ status: 'invalid', alternatives: [] });
    expect(broken(unknown)).toEqual([['adult']]);
  });

  test('CUS-06 an unknown age matters only where the rule depends on it', () => {
    const peel = rule(
      'adult',
      require({ kind: 'age', op: 'ge', years: 18 }),
      chosen('peel', 'strong'),
    );
    const given = source([single('peel', ['strong', 'mild'])], [peel]);
    expect(evaluate(given, { peel: 'mild' }, nobodyAsked).status).toBe('valid');
    expect(evaluate(given, { peel: 'strong' }, nobodyAsked).status).toBe('invalid');
  });

  test('CUS-08 a name that does not exist stands for nothing', () => {
    const given = source(
      [single('peel', ['strong', 'mild'])],
      [
        rule('a', forbid, chosen('peel', 'gone')),
        rule('b', forbid, { kind: 'count', group: 'gone', op: 'ge', value: 1 }),
        rule('c', forbid, { kind: 'ingredientSum', ingredient: 'gone', op: 'gt', ppm: 0 }),
        rule('d', forbid, { kind: 'allergen', allergen: 'gone' }),
      ],
    );
    expect(evaluate(given, { peel: 'strong' }).status).toBe('valid');
    expect(compileTemplate(given).findings.map(({ code, rule: id }) => [id, code])).toEqual([
      ['a', 'unknown_option'],
      ['b', 'unknown_group'],
      ['c', 'unknown_ingredient'],
      ['d', 'unknown_allergen'],
    ]);
  });
});
