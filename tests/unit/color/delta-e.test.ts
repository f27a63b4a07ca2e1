import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { closenessOf } from '#shared/domain/color/closeness.ts';
import { deltaE00, deltaE00AtLeast, lightnessPart } from '#shared/domain/color/delta-e.ts';
import { chromaOf, labOfLch } from '#shared/domain/color/lab.ts';
import { anyLab, skinLab } from './arbitraries.ts';
import { publishedPairs } from './ciede2000-pairs.ts';

const runs = { seed: 20_261_125, numRuns: 5000 };

test('SHD-2 there are 34 published pairs', () => {
  expect(publishedPairs).toHaveLength(34);
});

test.each(publishedPairs)(
  'SHD-2 the published pair %j and %j differs by %d',
  (one, other, deltaE) => {
    expect(Math.abs(deltaE00(one, other) - deltaE)).toBeLessThanOrEqual(1e-4);
    expect(Math.abs(deltaE00(other, one) - deltaE)).toBeLessThanOrEqual(1e-4);
  },
);

test('SHD-3 neither bound ever exceeds the difference', () => {
  fc.assert(
    fc.property(fc.oneof(anyLab, skinLab), fc.oneof(anyLab, skinLab), (one, other) => {
      const exact = deltaE00(one, other) + 1e-9;
      expect(lightnessPart(one.l, other.l)).toBeLessThanOrEqual(exact);
      expect(deltaE00AtLeast(one, chromaOf(one), other, chromaOf(other))).toBeLessThanOrEqual(
        exact,
      );
    }),
    runs,
  );
});

test('SHD-3 the bound holds for blues, whose hue and chroma are told together', () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const blue = fc.record({ hue: between(255, 295), chroma: between(20, 120) });
  const step = fc.record({ hue: between(-15, 15), chroma: between(-30, 30) });
  fc.assert(
    fc.property(blue, step, (from, by) => {
      const one = labOfLch(40, from.chroma, from.hue);
      const other = labOfLch(40, Math.max(0, from.chroma + by.chroma), from.hue + by.hue);
      const exact = deltaE00(one, other) + 1e-9;
      expect(deltaE00AtLeast(one, chromaOf(one), other, chromaOf(other))).toBeLessThanOrEqual(
        exact,
      );
    }),
    runs,
  );
});

test('SHD-3 the bound holds for the published pairs, whose blues turn the most', () => {
  for (const [one, other, deltaE] of publishedPairs) {
    const atLeast = deltaE00AtLeast(one, chromaOf(one), other, chromaOf(other));
    expect(atLeast).toBeLessThanOrEqual(deltaE + 1e-4);
  }
});

test('SHD-3 the bound is worth computing: for skin it is most of the difference', () => {
  const parts = fc
    .sample(fc.tuple(skinLab, skinLab), { seed: 7, numRuns: 500 })
    .map(([one, other]) => {
      const atLeast = deltaE00AtLeast(one, chromaOf(one), other, chromaOf(other));
      return atLeast / deltaE00(one, other);
    });
  expect(parts.reduce((sum, part) => sum + part, 0) / parts.length).toBeGreaterThan(0.8);
});

test('SHD-3 the part of lightness grows as lightness moves away', () => {
  for (let l = 0; l <= 100; l += 2.5) {
    for (let away = 0.5; away <= 100; away += 0.5) {
      for (const sign of [-1, 1]) {
        const [near, far] = [l + sign * (away - 0.5), l + sign * away];
        if (far < 0 || far > 100) continue;
        expect(lightnessPart(l, far)).toBeGreaterThan(lightnessPart(l, near));
      }
    }
  }
});

test.each([
  [0, 'indistinguishable'],
  [1, 'indistinguishable'],
  [1.001, 'veryClose'],
  [2, 'veryClose'],
  [2.001, 'close'],
  [4, 'close'],
  [4.001, 'similar'],
  [7, 'similar'],
  [7.001, 'noneClose'],
])('SHD-4 a difference of %d is %s', (deltaE, word) => {
  expect(closenessOf(deltaE)).toBe(word);
});
