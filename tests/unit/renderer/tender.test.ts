import { expect, test } from 'vitest';
import { quickTenders } from '../../../src/renderer/lib/tender.ts';

test.each([
  [3290, [3290, 3500, 4000, 5000]],
  [11_061, [11_061, 11_500, 12_000, 15_000]],
  [5000, [5000, 6000, 10_000, 20_000]],
  [5, [5, 500, 1000, 2000]],
])('UIX-13 quick amounts for %i', (total, expected) => {
  expect(quickTenders(total)).toEqual(expected);
});
