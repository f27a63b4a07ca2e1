import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chromaOf,
  hexOfLab,
  hueDegOf,
  isInSrgb,
  labOfHex,
  labOfLch,
} from '#shared/domain/color/lab.ts';
import { anyHex, anyLab } from './arbitraries.ts';

const runs = { seed: 20_261_125, numRuns: 2000 };

test('SHD-1 the corners of sRGB are where its white and primaries put them', () => {
  // Red, green and blue as Bruce Lindbloom's calculator has them for D65, to two decimals.
  const known: readonly (readonly [string, number, number, number])[] = [
    ['#000000', 0, 0, 0],
    ['#FFFFFF', 100, 0, 0],
    ['#808080', 53.59, 0, 0],
    ['#FF0000', 53.24, 80.09, 67.2],
    ['#00FF00', 87.73, -86.18, 83.18],
    ['#0000FF', 32.3, 79.19, -107.86],
  ];
  for (const [hex, l, a, b] of known) {
    const lab = labOfHex(hex);
    expect(lab.l, hex).toBeCloseTo(l, 1);
    expect(lab.a, hex).toBeCloseTo(a, 1);
    expect(lab.b, hex).toBeCloseTo(b, 1);
  }
});

test('SHD-1 every color of a screen survives the way to CIELAB and back', () => {
  fc.assert(
    fc.property(anyHex, (hex) => {
      const lab = labOfHex(hex);
      expect(hexOfLab(lab)).toBe(hex);
      expect(labOfHex(hex.toUpperCase())).toEqual(lab);
    }),
    runs,
  );
});

test('SHD-1 what sRGB cannot show is told, and shown as near as it can be', () => {
  expect(isInSrgb(labOfHex('#A06F4A'))).toBe(true);
  const tooRed = labOfLch(50, 150, 40);
  expect(isInSrgb(tooRed)).toBe(false);
  expect(hexOfLab(tooRed)).toMatch(/^#ff00/);
});

test('lightness, chroma and hue are another way to say the same color', () => {
  fc.assert(
    fc.property(anyLab, (lab) => {
      const again = labOfLch(lab.l, chromaOf(lab), hueDegOf(lab));
      expect(again.a).toBeCloseTo(lab.a, 9);
      expect(again.b).toBeCloseTo(lab.b, 9);
      expect(hueDegOf(lab)).toBeGreaterThanOrEqual(0);
      expect(hueDegOf(lab)).toBeLessThanOrEqual(360);
    }),
    runs,
  );
});

test('what is no color throws: it was checked at the edge', () => {
  expect(() => labOfHex('#12345')).toThrow('Invariant broken');
});
