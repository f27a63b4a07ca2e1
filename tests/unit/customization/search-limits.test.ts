import { describe, expect, test } from 'vitest';
import type { RuleRecord } from '#shared/domain/catalog/rule.ts';
import { analyzeTemplate } from '#shared/domain/customization/analyze.ts';
import {
  reduced,
  smallestConflict,
  smallestMeeting,
} from '#shared/domain/customization/hitting-set.ts';
import { budgetOf } from '#shared/domain/customization/work.ts';
import {
  anyone,
  both,
  chosen,
  evaluate,
  forbid,
  multi,
  not,
  refusal,
  require,
  rule,
  single,
  source,
} from './build.ts';

/** Pigeons that each need a hole of their own, one hole too few: hard for any search of this kind. */
function pigeons(count: number) {
  const holes = Array.from({ length: count - 1 }, (_, hole) => `h${hole}`);
  const groups = Array.from({ length: count }, (_, pigeon) => single(`p${pigeon}`, holes, false));
  const rules: RuleRecord[] = [];
  groups.forEach(({ id }, pigeon) => {
    rules.push(
      rule(
        `in-${id}`,
        require({ kind: 'count', group: id, op: 'ge', value: 1 }),
        chosen('try', 'yes'),
      ),
    );
    for (const other of groups.slice(pigeon + 1)) {
      for (const hole of holes) {
        rules.push(
          rule(`${id}-${other.id}-${hole}`, forbid, both(chosen(id, hole), chosen(other.id, hole))),
        );
      }
    }
  });
  return source([single('try', ['yes', 'no'], false), ...groups], rules);
}

const plenty = () => budgetOf(100_000_000);

describe('limits of the search', () => {
  test('CUS-60 a question that is too hard is answered with no, always the same and in time', () => {
    const given = pigeons(8);
    const begun = performance.now();
    const first = evaluate(given, {});
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(first.status).toBe('valid');
    expect(refusal(first, 'try', 'yes')).toMatchObject({ reasons: ['design:undecided'] });
    expect(refusal(first, 'try', 'no')).toBe(true);
    expect(evaluate(given, {})).toEqual(first);
    const findings = analyzeTemplate(given, ['EU'], anyone.at);
    expect(findings.map(({ code }) => code)).toContain('too_complex');
  });

  test('CUS-60 a hard template does not keep a complete design from being valid', () => {
    const holes = Object.fromEntries(
      Array.from({ length: 7 }, (_, hole) => [`p${hole}`, `h${hole}`]),
    );
    expect(evaluate(pigeons(8), { ...holes, try: 'no' }).status).toBe('valid');
    expect(evaluate(pigeons(8), { ...holes, p7: 'h3' }).status).toBe('invalid');
  });

  test('CUS-61 the smallest conflict is found among many, the first of equals', () => {
    const conflicts = [
      [2, 5, 9],
      [4, 7],
      [3, 8],
    ];
    const probe = (items: readonly number[]) => {
      if (conflicts.some((conflict) => conflict.every((item) => items.includes(item)))) return null;
      return new Set(items);
    };
    expect(smallestConflict(12, probe, plenty())).toEqual([3, 8]);
    const demands = conflicts.map((items) => ({ items, count: 1 }));
    expect(smallestMeeting(demands, plenty())).toEqual([2, 3, 4]);
    expect(reduced([0, 1, 2, 3, 4, 5, 7, 8, 9], probe, plenty())).toEqual([4, 7]);
  });

  test('CUS-61 so many of a set must go, together with a conflict beside it', () => {
    const demands = [
      { items: [0, 1, 2, 3], count: 2 },
      { items: [3, 6], count: 1 },
    ];
    expect(smallestMeeting(demands, plenty())).toEqual([0, 3]);
    expect(smallestMeeting([{ items: [1], count: 2 }], plenty())).toBeNull();
  });

  test('CUS-40 far too many options are mended at once', () => {
    const many = Array.from({ length: 30 }, (_, index) => `o${index}`);
    const given = source(
      [multi('actives', many, 4), single('base', ['water', 'oil'])],
      many
        .slice(1)
        .map((id, index) =>
          rule(`pair-${id}`, require(not(chosen('actives', `o${index}`))), chosen('actives', id)),
        ),
    );
    const design = evaluate(given, { actives: many.slice(0, 20) });
    expect(design.status).toBe('invalid');
    expect(design.alternatives[0]?.distance).toBe(16);
    expect(refusal(design, 'base', 'oil')).toBe(true);
  });
});
