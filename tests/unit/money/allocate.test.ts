import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '#shared/domain/money/allocate.ts';
import { sum } from '#shared/domain/money/sum.ts';

const runs = { seed: 20_250_321, numRuns: 1500 };
const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 30 });

test('PRC-4 the missing units go to the largest remainders, ties to the earlier', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(750, [2000, 1250])).toEqual([462, 288]);
  expect(allocate(10, [1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
  expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(allocate(5, [0, 7, 0])).toEqual([0, 5, 0]);
});

test('PRC-4 nothing to weigh by is split evenly, nothing to split over is refused', () => {
  expect(allocate(5, [0, 0])).toEqual([3, 2]);
  expect(allocate(0, [])).toEqual([]);
  expect(() => allocate(1, [])).toThrow('Invariant broken');
  expect(() => allocate(1, [-1, 2])).toThrow('Invariant broken');
});

test('PRC-4 parts sum to the whole, each within one unit of its exact share', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (totalMinor, shares) => {
      const parts = allocate(totalMinor, shares);
      expect(sum(parts)).toBe(totalMinor);
      const whole = BigInt(sum(shares));
      for (const [at, part] of parts.entries()) {
        const off = BigInt(part) * whole - BigInt(totalMinor) * BigInt(shares[at] ?? 0);
        if (whole > 0n) expect(off > -whole && off < whole).toBe(true);
      }
    }),
    runs,
  );
});

test('PRC-4 no part exceeds its weight while the total does not exceed their sum', () => {
  const cut = weights.chain((shares) =>
    fc.record({
      shares: fc.constant(shares),
      totalMinor: fc.integer({ min: 0, max: sum(shares) }),
    }),
  );
  fc.assert(
    fc.property(cut, ({ shares, totalMinor }) => {
      const parts = allocate(totalMinor, shares);
      expect(parts.every((part, at) => part >= 0 && part <= (shares[at] ?? 0))).toBe(true);
    }),
    runs,
  );
});
