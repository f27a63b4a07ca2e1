import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestAllowed, refusedRanges } from '../../../src/renderer/lib/ranges.ts';

test('UIX-9 what is not allowed is refused, in joined ranges', () => {
  const scale = { min: 0, max: 10, step: 2 };
  expect(refusedRanges(scale, [{ from: 0, to: 10 }])).toEqual([]);
  expect(refusedRanges(scale, [{ from: 2, to: 4 }])).toEqual([
    { from: 0, to: 0 },
    { from: 6, to: 10 },
  ]);
  expect(refusedRanges(scale, [])).toEqual([{ from: 0, to: 10 }]);
});

test('UIX-9 the nearest possible step is possible, and none is nearer', () => {
  const ranges = fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(12),
      ranges,
      fc.integer({ min: -5, max: 60 }),
      (min, step, steps, spans, wanted) => {
        const scale = { min, step, max: min + step * steps };
        const allowed = spans.map(([from, length]) => ({ from, to: from + length }));
        const possible = Array.from({ length: steps + 1 }, (_, index) => min + index * step).filter(
          (value) => allowed.some(({ from, to }) => from <= value && value <= to),
        );
        const nearest = nearestAllowed(scale, allowed, wanted);
        if (nearest === null) {
          expect(possible).toEqual([]);
          return;
        }
        expect(possible).toContain(nearest);
        const distances = possible.map((value) => Math.abs(value - wanted));
        expect(Math.abs(nearest - wanted)).toBe(Math.min(...distances));
      },
    ),
    { seed: 2, numRuns: 500 },
  );
});
