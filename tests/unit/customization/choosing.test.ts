import { describe, expect, test } from 'vitest';
import {
  amount,
  both,
  brief,
  broken,
  chosen,
  evaluate,
  forbid,
  multi,
  refusal,
  require,
  rule,
  single,
  source,
  text,
} from './build.ts';

const serum = source(
  [
    single('base', ['water', 'oil', 'gel']),
    multi('actives', ['vitamin-c', 'retinol', 'acid', 'niacinamide'], 2),
    single('scent', ['none', 'rose'], false),
    amount('drops', [0, 10, 1]),
  ],
  [
    rule('acid-and-retinol', forbid, both(chosen('actives', 'acid'), chosen('actives', 'retinol'))),
    rule('c-in-water', require(chosen('base', 'water')), chosen('actives', 'vitamin-c')),
    rule('few-drops-in-oil', { kind: 'limit', group: 'drops', max: 3 }, chosen('base', 'oil')),
    rule('no-rose-with-acid', forbid, both(chosen('actives', 'acid'), chosen('scent', 'rose'))),
  ],
);

describe('what could still be chosen', () => {
  test('CUS-30 at the beginning everything is', () => {
    const { availability, ranges, status } = evaluate(serum, {});
    expect(status).toBe('incomplete');
    const all = Object.values(availability).flatMap((options) => Object.values(options));
    expect(all).toHaveLength(9);
    expect(all.every(({ available }) => available)).toBe(true);
    expect(ranges).toEqual({ drops: [{ from: 0, to: 10 }] });
  });

  test('CUS-30 CUS-31 CUS-32 an impossible option tells which choices and which rule', () => {
    const design = evaluate(serum, { base: 'oil', actives: ['acid'] });
    expect(refusal(design, 'actives', 'vitamin-c')).toEqual({
      conflict: ['base.oil'],
      reasons: ['c-in-water'],
    });
    expect(refusal(design, 'actives', 'retinol')).toEqual({
      conflict: ['actives.acid'],
      reasons: ['acid-and-retinol'],
    });
    expect(refusal(design, 'actives', 'acid')).toBe(true);
    expect(refusal(design, 'actives', 'niacinamide')).toBe(true);
    expect(refusal(design, 'base', 'gel')).toBe(true);
  });

  test('CUS-32 a full group refuses with its own maximum', () => {
    const design = evaluate(serum, { actives: ['acid', 'niacinamide'] });
    expect(refusal(design, 'actives', 'vitamin-c')).toEqual({
      conflict: ['actives.acid', 'actives.niacinamide'],
      reasons: ['group:actives:tooMany'],
    });
    // One choice explains it better than two.
    expect(refusal(design, 'actives', 'retinol')).toEqual({
      conflict: ['actives.acid'],
      reasons: ['acid-and-retinol'],
    });
  });

  test('CUS-31 an option that is impossible whatever is chosen has no conflict', () => {
    const given = source(
      [single('base', ['water', 'oil'])],
      [rule('no-oil-here', forbid, chosen('base', 'oil'))],
    );
    const refused = { conflict: [], reasons: ['no-oil-here'] };
    expect(refusal(evaluate(given, {}), 'base', 'oil')).toEqual(refused);
  });

  test('CUS-32 several rules together may be the reason', () => {
    const given = source(
      [single('base', ['water', 'oil']), single('scent', ['rose', 'none'])],
      [
        rule('rose-not-in-oil', forbid, both(chosen('scent', 'rose'), chosen('base', 'oil'))),
        rule('rose-not-in-water', forbid, both(chosen('scent', 'rose'), chosen('base', 'water'))),
      ],
    );
    expect(refusal(evaluate(given, {}), 'scent', 'rose')).toEqual({
      conflict: [],
      reasons: ['rose-not-in-oil', 'rose-not-in-water'],
    });
  });

  test('CUS-33 a mistake in one group does not make the others look impossible', () => {
    const design = evaluate(serum, { base: 'gel', actives: ['acid', 'retinol'] });
    expect(design.status).toBe('invalid');
    expect(refusal(design, 'scent', 'none')).toBe(true);
    // Retinol goes by the first mending and acid stays.
    expect(refusal(design, 'scent', 'rose')).toEqual({
      conflict: ['actives.acid'],
      reasons: ['no-rose-with-acid'],
    });
    expect(refusal(design, 'actives', 'acid')).toBe(true);
    expect(refusal(design, 'actives', 'retinol')).toEqual({
      conflict: ['actives.acid'],
      reasons: ['acid-and-retinol'],
    });
    expect(refusal(design, 'actives', 'niacinamide')).toBe(true);
    expect(refusal(design, 'actives', 'vitamin-c')).toEqual({
      conflict: ['base.gel'],
      reasons: ['c-in-water'],
    });
    expect(design.ranges).toEqual({ drops: [{ from: 0, to: 10 }] });
  });

  test('CUS-34 ranges leave out the values that rules exclude', () => {
    expect(evaluate(serum, { base: 'oil' }).ranges).toEqual({ drops: [{ from: 0, to: 3 }] });
    const given = source(
      [amount('drops', [1, 1_000_001, 2])],
      [rule('not-seven', forbid, { kind: 'amount', group: 'drops', op: 'eq', value: 7 })],
    );
    expect(evaluate(given, {}).ranges).toEqual({
      drops: [
        { from: 1, to: 5 },
        { from: 9, to: 1_000_001 },
      ],
    });
  });
});

describe('ways out', () => {
  test('CUS-40 CUS-42 every choice in the conflict gets its first way before the second of any', () => {
    const design = evaluate(serum, { base: 'oil', actives: ['vitamin-c'] });
    expect(design.alternatives).toEqual([
      { distance: 1, changes: [{ group: 'base', selection: 'water' }] },
      { distance: 1, changes: [{ group: 'actives', selection: null }] },
    ]);
  });

  test('CUS-40 two mistakes take two changes', () => {
    const design = evaluate(serum, { base: 'oil', actives: ['acid', 'retinol'], drops: 5 });
    expect(broken(design).map(([id]) => id)).toEqual(['acid-and-retinol', 'few-drops-in-oil']);
    expect(design.alternatives).toHaveLength(5);
    expect(design.alternatives[0]).toEqual({
      distance: 2,
      changes: [
        { group: 'base', selection: 'water' },
        { group: 'actives', selection: ['acid'] },
      ],
    });
    expect(new Set(design.alternatives.map(({ distance }) => distance))).toEqual(new Set([2]));
  });

  test('CUS-41 CUS-42 amounts come nearest first, nothing last, and only where it may be', () => {
    const groups = (required: boolean) => [amount('drops', [0, 10, 1], { required })];
    const rules = [
      rule('not-five', forbid, { kind: 'amount', group: 'drops', op: 'eq', value: 5 }),
      rule('ends', { kind: 'limit', group: 'drops', min: 3, max: 6 }),
    ];
    const ways = (required: boolean) =>
      evaluate(source(groups(required), rules), { drops: 5 }).alternatives.map(
        ({ changes }) => changes[0]?.selection,
      );
    expect(ways(true)).toEqual([4, 6, 3]);
    expect(ways(false)).toEqual([4, 6, 3, null]);
  });

  test('CUS-41 a text is taken back, no other is made up', () => {
    const given = source([text('engraving', { required: true, maxLength: 3 })]);
    const design = evaluate(given, { engraving: 'Amelie' });
    expect(design.alternatives).toEqual([
      { distance: 1, changes: [{ group: 'engraving', selection: null }] },
    ]);
  });

  test('CUS-40 every way out can be completed', () => {
    const selections = { base: 'oil', actives: ['vitamin-c', 'retinol', 'acid'], drops: 12 };
    const { alternatives } = evaluate(serum, selections);
    expect(alternatives.length).toBeGreaterThan(1);
    for (const { changes } of alternatives) {
      const changed = new Map(Object.entries<string | string[] | number>(selections));
      for (const { group, selection } of changes) {
        if (selection === null) changed.delete(group);
        else changed.set(group, selection);
      }
      const mended = evaluate(serum, Object.fromEntries(changed));
      expect(['valid', 'incomplete'], JSON.stringify(changes)).toContain(mended.status);
      expect(mended.violations.flatMap(({ conflict }) => conflict.map(brief))).toEqual([]);
    }
  });
});
