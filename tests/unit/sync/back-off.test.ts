import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs } from '#main/sync/back-off.ts';

test('SYN-11 the longest wait doubles with each failure, up to 15 seconds', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => backOffMs(failures, 1));
  expect(longest).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test('SYN-11 full jitter: any wait from nothing to the longest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        const waitMs = backOffMs(failures, random);
        expect(waitMs).toBeCloseTo(random * backOffMs(failures, 1), 6);
      },
    ),
  );
});
