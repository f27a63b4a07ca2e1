import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundCash } from '#shared/domain/money/cash-rounding.ts';

const nearest5 = { incrementMinor: 5, mode: 'nearest' } as const;

test('PRC-90 to five: 1, 2, 6, 7 down and 3, 4, 8, 9 up', () => {
  const rounded = Array.from({ length: 11 }, (_, above) => roundCash(100 + above, nearest5));
  expect(rounded).toEqual([100, 100, 100, 105, 105, 105, 105, 105, 110, 110, 110]);
});

test('PRC-90 a tie goes up, `down` and `up` never the other way', () => {
  expect(roundCash(1250, { incrementMinor: 100, mode: 'nearest' })).toBe(1300);
  expect(roundCash(1299, { incrementMinor: 100, mode: 'down' })).toBe(1200);
  expect(roundCash(1201, { incrementMinor: 100, mode: 'up' })).toBe(1300);
  expect(roundCash(1201, undefined)).toBe(1201);
});

test('PRC-90 gives the nearest multiple, and leaves multiples alone', () => {
  const total = fc.nat(1_000_000);
  fc.assert(
    fc.property(total, fc.integer({ min: 1, max: 1000 }), (totalMinor, incrementMinor) => {
      const rounded = roundCash(totalMinor, { incrementMinor, mode: 'nearest' });
      expect(rounded % incrementMinor).toBe(0);
      expect(Math.abs(rounded - totalMinor) * 2).toBeLessThanOrEqual(incrementMinor);
      expect(roundCash(rounded, { incrementMinor, mode: 'up' })).toBe(rounded);
    }),
    { seed: 20_250_322, numRuns: 1000 },
  );
});
