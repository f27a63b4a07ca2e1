import { describe, expect, test } from 'vitest';
import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import type { DesignContext } from '#shared/domain/customization/design.ts';
import {
  amount,
  anyone,
  broken,
  evaluate,
  forbid,
  ingredient,
  refusal,
  rule,
  single,
  source,
} from './build.ts';

const since2005 = Date.UTC(2005, 2, 11);
const since2028 = Date.UTC(2028, 6, 31);

function allergen(id: string, thresholds: AllergenRecord['thresholds']): AllergenRecord {
  return { kind: 'allergen', id, labelName: id.toUpperCase(), casNumbers: [], thresholds };
}

function threshold(jurisdiction: string, leaveOnPpm: number, validFrom = since2005) {
  return { jurisdiction, leaveOnPpm, rinseOffPpm: leaveOnPpm * 10, source: 'test', validFrom };
}

const allergens = [
  allergen('limonene', [threshold('EU', 10)]),
  allergen('santalol', [threshold('EU', 10, since2028)]),
  allergen('linalool', [threshold('EU', 10), threshold('DE', 5)]),
];

const ingredients = [
  ingredient('lemon-oil', [{ allergen: 'limonene', ppm: 700_000 }]),
  ingredient('orange-oil', [{ allergen: 'limonene', ppm: 950_001 }]),
  ingredient('sandalwood', [{ allergen: 'santalol', ppm: 500_000 }]),
  ingredient('lavender', [{ allergen: 'linalool', ppm: 300_000 }]),
  ingredient('mystery', [{ allergen: 'limonene', ppm: null }]),
];

function perfume(
  rules: Parameters<typeof source>[1] = [],
  use: 'leaveOn' | 'rinseOff' = 'leaveOn',
) {
  const share = (id: string, ppm: number | null) => [{ ingredient: id, ppm }];
  return source(
    [
      single('note', [
        { id: 'orange', ingredients: share('orange-oil', 3) },
        { id: 'much-orange', ingredients: share('orange-oil', 9) },
        { id: 'lavender', ingredients: share('lavender', 20) },
        { id: 'sandal', ingredients: share('sandalwood', 40) },
        { id: 'mystery', ingredients: share('mystery', 1) },
        { id: 'none', ingredients: [] },
      ]),
      amount('drops', [0, 5, 1], { ingredientsPerUnit: share('lemon-oil', 2) }),
    ],
    rules,
    { template: { use, ingredients: share('lemon-oil', 5) }, ingredients, allergens },
  );
}

const level = (
  given: ReturnType<typeof perfume>,
  selections: { note: string; drops?: number },
  context: DesignContext = anyone,
) => evaluate(given, selections, context).allergens;

describe('allergen arithmetic', () => {
  test('CUS-50 base, option and amount add up exactly', () => {
    // 5 × 0.7 + 3 × 0.950001 + 3 × 2 × 0.7 = 3.5 + 2.850003 + 4.2
    expect(level(perfume(), { note: 'orange', drops: 3 })).toEqual([
      {
        allergen: 'limonene',
        labelName: 'LIMONENE',
        ppm: 10.550003,
        onLabel: true,
        declared: false,
      },
    ]);
  });

  test('CUS-52 above means strictly greater', () => {
    const exactly = source([single('note', ['none'])], [], {
      template: { ingredients: [{ ingredient: 'oil', ppm: 100 }] },
      ingredients: [ingredient('oil', [{ allergen: 'limonene', ppm: 100_000 }])],
      allergens,
    });
    expect(level(exactly, { note: 'none' })).toMatchObject([{ ppm: 10, onLabel: false }]);
  });

  test('CUS-50 sums stay exact far beyond what a double could hold', () => {
    const absurd = source(
      [
        amount('drops', [0, 1_000_000, 1], {
          ingredientsPerUnit: [{ ingredient: 'oil', ppm: 1_000_000 }],
        }),
      ],
      [rule('never', forbid, { kind: 'allergen', allergen: 'limonene', abovePpm: 999_999 })],
      {
        ingredients: [ingredient('oil', [{ allergen: 'limonene', ppm: 1_000_000 }])],
        allergens,
      },
    );
    expect(evaluate(absurd, { drops: 1_000_000 }).allergens).toMatchObject([{ ppm: 2_000_000 }]);
    expect(evaluate(absurd, {}).ranges).toEqual({ drops: [{ from: 0, to: 0 }] });
  });

  test('CUS-52 the smallest threshold in force counts, by place, time and use', () => {
    // 20 × 0.3 = 6 ppm: above Germany's 5, not above the Union's 10.
    const linalool = (context: DesignContext, use?: 'rinseOff') =>
      level(perfume([], use), { note: 'lavender' }, context).find(
        ({ allergen: id }) => id === 'linalool',
      );
    expect(linalool(anyone)).toMatchObject({ ppm: 6, onLabel: true });
    expect(linalool({ ...anyone, jurisdictions: ['EU'] })).toMatchObject({ onLabel: false });
    expect(linalool({ ...anyone, jurisdictions: ['US'] })).toMatchObject({ onLabel: false });
    expect(linalool(anyone, 'rinseOff')).toMatchObject({ onLabel: false });
    const santalol = (at: number) => level(perfume(), { note: 'sandal' }, { ...anyone, at })[1];
    expect(santalol(since2028 - 1)).toMatchObject({
      allergen: 'santalol',
      ppm: 20,
      onLabel: false,
    });
    expect(santalol(since2028)).toMatchObject({ onLabel: true });
  });

  const declared = rule('declared', forbid, { kind: 'allergen', allergen: 'declared' });
  const allergic = { ...anyone, allergies: ['limonene'] };

  test('CUS-05 CUS-30 a declared allergen is refused before it is chosen', () => {
    const given = perfume([declared]);
    expect(evaluate(given, { note: 'much-orange' }).status).toBe('valid');
    expect(refusal(evaluate(given, {}, allergic), 'note', 'much-orange')).toEqual({
      conflict: [],
      reasons: ['declared'],
    });
    const drops = evaluate(given, { note: 'orange' }, allergic);
    expect(drops.status).toBe('valid');
    expect(drops.allergens).toMatchObject([{ declared: true, onLabel: false }]);
    expect(drops.ranges).toEqual({ drops: [{ from: 0, to: 2 }] });
  });

  test('CUS-51 an unknown concentration counts as above every threshold', () => {
    const given = perfume([declared]);
    expect(level(given, { note: 'mystery' })).toMatchObject([{ ppm: null, onLabel: true }]);
    expect(broken(evaluate(given, { note: 'mystery' }, allergic))).toEqual([
      ['declared', 'note.mystery'],
    ]);
  });

  test('CUS-06 CUS-51 unknown lets nothing through under not either', () => {
    const little = rule('little', {
      kind: 'require',
      that: { kind: 'not', of: { kind: 'allergen', allergen: 'limonene', abovePpm: 100 } },
    });
    const much = rule('much', {
      kind: 'require',
      that: { kind: 'allergen', allergen: 'limonene', abovePpm: 3 },
    });
    expect(evaluate(perfume([little]), { note: 'mystery' }).status).toBe('invalid');
    // 3.5 ppm are known, whatever comes on top.
    expect(evaluate(perfume([much]), { note: 'mystery' }).status).toBe('valid');
  });

  test('CUS-51 an ingredient without a record may carry any allergen', () => {
    const given = source([single('note', ['none'])], [declared], {
      template: { ingredients: [{ ingredient: 'unheard-of', ppm: 1 }] },
      allergens,
    });
    expect(level(given, { note: 'none' }).map(({ allergen: id, ppm }) => [id, ppm])).toEqual([
      ['limonene', null],
      ['linalool', null],
      ['santalol', null],
    ]);
    expect(evaluate(given, { note: 'none' }, allergic).status).toBe('invalid');
    const rare = { ...anyone, allergies: ['not-in-any-record'] };
    expect(evaluate(given, { note: 'none' }, rare).status).toBe('invalid');
  });

  test('CUS-52 where no threshold is in force, rules count any trace', () => {
    const abroad = { ...allergic, jurisdictions: ['US'] };
    expect(broken(evaluate(perfume([declared]), { note: 'none' }, abroad))).toEqual([['declared']]);
    expect(evaluate(perfume([declared]), { note: 'none' }, allergic).status).toBe('valid');
  });

  test('CUS-53 what is not in the design is not listed', () => {
    const given = source([single('note', ['none'])], [], { ingredients, allergens });
    expect(level(given, { note: 'none' }, allergic)).toEqual([]);
  });
});
