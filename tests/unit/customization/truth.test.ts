import { expect, test } from 'vitest';
import type { Comparison } from '#shared/domain/catalog/rule.ts';
import {
  compared,
  comparedFrom,
  conjoined,
  disjoined,
  FALSE,
  negated,
  TRUE,
  type Truths,
  UNKNOWN,
} from '#shared/domain/customization/truth.ts';

const values = [TRUE, FALSE, UNKNOWN];
const sets = [0, 1, 2, 3, 4, 5, 6, 7];
const members = (set: Truths) => values.filter((value) => value & set);
const union = (parts: readonly Truths[]) => parts.reduce((all, part) => all | part, 0);

const holds: { [op in Comparison]: (left: number, right: number) => boolean } = {
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  ge: (left, right) => left >= right,
  gt: (left, right) => left > right,
};
const ops: readonly Comparison[] = ['lt', 'le', 'eq', 'ne', 'ge', 'gt'];

const intervals = [0, 1, 2, 3, 4].flatMap((low) =>
  [0, 1, 2, 3, 4].filter((high) => high >= low).map((high) => [low, high] as const),
);

test('CUS-06 statements about many designs are joined as each pair of their values is', () => {
  const and = (left: Truths, right: Truths) => {
    if (left === FALSE || right === FALSE) return FALSE;
    return left === TRUE && right === TRUE ? TRUE : UNKNOWN;
  };
  const not = (value: Truths) => {
    if (value === UNKNOWN) return UNKNOWN;
    return value === TRUE ? FALSE : TRUE;
  };
  for (const left of sets) {
    expect(negated(left)).toBe(union(members(left).map(not)));
    for (const right of sets) {
      const pairs = members(left).flatMap((one) =>
        members(right).map((other) => [one, other] as const),
      );
      expect(conjoined(left, right)).toBe(union(pairs.map(([one, other]) => and(one, other))));
      expect(disjoined(left, right)).toBe(
        union(pairs.map(([one, other]) => not(and(not(one), not(other))))),
      );
    }
  }
});

test.each(ops)('CUS-06 %s over an interval is true and false where it is at some value', (op) => {
  for (const [low, high] of intervals) {
    for (const value of [0, 1, 2, 3, 4]) {
      const points = [0, 1, 2, 3, 4].filter((point) => low <= point && point <= high);
      const expected = union(points.map((point) => (holds[op](point, value) ? TRUE : FALSE)));
      expect([low, high, value, compared(op, low, high, value)]).toEqual([
        low,
        high,
        value,
        expected,
      ]);
    }
  }
});

test.each(ops)(
  'CUS-06 %s with an unknown part on top is unknown unless what is known decides it',
  (op) => {
    for (const [low, high] of intervals) {
      for (const value of [0, 1, 2, 3, 4]) {
        const points = [0, 1, 2, 3, 4].filter((point) => low <= point && point <= high);
        const expected = union(
          points.map((point) => {
            const outcomes = new Set(
              [0, 1, 2, 3, 4, 5].map((more) => holds[op](point + more, value)),
            );
            if (outcomes.size === 2) return UNKNOWN;
            return outcomes.has(true) ? TRUE : FALSE;
          }),
        );
        expect([low, high, value, comparedFrom(op, low, high, value)]).toEqual([
          low,
          high,
          value,
          expected,
        ]);
      }
    }
  },
);
