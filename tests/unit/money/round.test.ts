import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mulBps, mulDiv } from '#shared/domain/money/round.ts';

const runs = { seed: 20_250_320, numRuns: 1500 };

test('PRC-3 rounds half away from zero', () => {
  expect(mulBps(1, 5000)).toBe(1);
  expect(mulBps(-1, 5000)).toBe(-1);
  expect(mulBps(1, 4999)).toBe(0);
  expect(mulBps(-1, 4999)).toBe(0);
  expect(mulBps(395, 2500)).toBe(99);
  expect(mulDiv(0, -5, 3)).toBe(0);
});

test('PRC-3 is exact far beyond 2^53', () => {
  expect(mulBps(999_999_999_999_999, 10_000)).toBe(999_999_999_999_999);
  expect(mulBps(9_007_199_254_740_991, 5000)).toBe(4_503_599_627_370_496);
});

test('PRC-3 agrees with exact arithmetic', () => {
  const factor = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(factor, fc.maxSafeNat(), fc.integer({ min: 1 }), (a, b, divisor) => {
      const doubled = 2n * BigInt(a) * BigInt(b);
      const sign = doubled < 0n ? -1n : 1n;
      const exact = (doubled + sign * BigInt(divisor)) / (2n * BigInt(divisor));
      fc.pre(exact >= BigInt(Number.MIN_SAFE_INTEGER) && exact <= BigInt(Number.MAX_SAFE_INTEGER));
      expect(BigInt(mulDiv(a, b, divisor))).toBe(exact);
    }),
    runs,
  );
});

test('PRC-3 refuses what cannot be held exactly', () => {
  expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 3, 2)).toThrow('Invariant broken');
  expect(() => mulDiv(1.5, 1, 2)).toThrow('Invariant broken');
  expect(() => mulDiv(1, 1, 0)).toThrow('Invariant broken');
});
