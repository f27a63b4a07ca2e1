import { expect, test } from 'vitest';
import { foundationShades } from '#db/seed/templates/foundation-shades.ts';
import { deltaE00 } from '#shared/domain/color/delta-e.ts';
import {
  chromaOf,
  hueDegOf,
  isInSrgb,
  type Lab,
  labOfHex,
  labOfLch,
} from '#shared/domain/color/lab.ts';
import { isPlausibleSkin, skinRange } from '#shared/domain/color/skin-range.ts';
import { gridStep, skinToneGrid } from '#shared/domain/color/skin-tone-grid.ts';
import { neutralHueDeg, undertoneOf } from '#shared/domain/color/undertone.ts';
import { at } from '#shared/lib/at.ts';
import { readFoundationShades } from '../../../scripts/lib/foundation-shades.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';

const grid = skinToneGrid();

test.each([25, 45, 65, 85])('SHD-10 at L* %d the hue tells cool, neutral and warm', (l) => {
  const leaning = (deg: number) => undertoneOf(labOfLch(l, 20, neutralHueDeg(l) + deg));
  expect([-9, -3.01, -2.99, 0, 2.99, 3.01, 9].map(leaning)).toEqual([
    'cool',
    'cool',
    'neutral',
    'neutral',
    'neutral',
    'warm',
    'warm',
  ]);
});

test('SHD-10 gray leans nowhere, and redder than red is cool', () => {
  expect(undertoneOf({ l: 60, a: 3.9, b: 0 })).toBe('neutral');
  expect(undertoneOf(labOfLch(60, 20, 350))).toBe('cool');
  expect(undertoneOf(labOfLch(60, 20, 0))).toBe('cool');
});

test('SHD-10 the shades of the demo store have the undertones that they were made for', () => {
  const made = foundationShades(30_000);
  expect(made).toHaveLength(40);
  for (const { id, color = '', undertone } of made) {
    expect(undertoneOf(labOfHex(color)), id).toBe(undertone === 'olive' ? 'warm' : undertone);
  }
});

test('SHD-11 skin has limits, and they are part of it', () => {
  const [darkest, lightest] = skinRange.l;
  expect(isPlausibleSkin(labOfLch(darkest, 10, 50))).toBe(true);
  expect(isPlausibleSkin(labOfLch(lightest, 10, 50))).toBe(true);
  const beyond: readonly Lab[] = [
    labOfLch(darkest - 0.1, 10, 50),
    labOfLch(lightest + 0.1, 10, 50),
    labOfLch(60, 3.9, 50),
    labOfLch(60, 52.1, 50),
    labOfLch(60, 20, 24.9),
    labOfLch(60, 20, 90.1),
    labOfLch(60, 20, 250),
  ];
  expect(beyond.filter(isPlausibleSkin)).toEqual([]);
});

test('SHD-11 nearly all real foundation shades are plausible, the deepest ones too', (context) => {
  needRealData(context);
  const shades = readFoundationShades(realDataFile('foundation-shades.csv'));
  const parts = [
    [0, 40],
    [40, 70],
    [70, 90],
  ].map(([from = 0, to = 0]) => {
    const inside = shades.filter(({ lab }) => lab.l >= from && lab.l < to);
    return inside.filter(({ lab }) => isPlausibleSkin(lab)).length / inside.length;
  });
  for (const part of parts) expect(part).toBeGreaterThan(0.98);
  const plausible = shades.filter(({ lab }) => isPlausibleSkin(lab));
  expect(plausible.length / shades.length).toBeGreaterThan(0.95);
});

test('SHD-12 the grid goes from light to deep and from cool to warm', () => {
  expect(grid.map((row) => row.length)).toEqual(Array(20).fill(5));
  const lightness = grid.map((row) => at(row, 2).l);
  expect(lightness).toEqual(lightness.toSorted((one, other) => other - one));
  expect(lightness[0]).toBe(91);
  expect(lightness.at(-1)).toBeLessThan(30);
  for (const row of grid) {
    expect(new Set(row.map(({ l }) => l)).size).toBe(1);
    const hues = row.map(hueDegOf);
    expect(hues).toEqual(hues.toSorted((one, other) => one - other));
    expect(row.map(undertoneOf)).toEqual(['cool', 'cool', 'neutral', 'warm', 'warm']);
  }
});

test('SHD-12 neighbors are about equally far apart', () => {
  for (const [row, tones] of grid.entries()) {
    for (const [column, tone] of tones.entries()) {
      const right = tones[column + 1];
      if (right !== undefined) expect(deltaE00(tone, right)).toBeCloseTo(gridStep, 9);
      const below = grid[row + 1]?.[column];
      if (below === undefined) continue;
      expect(deltaE00(tone, below)).toBeGreaterThan(gridStep - 0.1);
      expect(deltaE00(tone, below)).toBeLessThan(gridStep + 0.2);
    }
  }
});

test('SHD-13 a screen can show every tone, and skin can have it', () => {
  for (const tone of grid.flat()) {
    expect(isInSrgb(tone)).toBe(true);
    expect(isPlausibleSkin(tone)).toBe(true);
    expect(chromaOf(tone)).toBeGreaterThan(10);
  }
});

test('SHD-13 somebody makes a foundation near every tone', (context) => {
  needRealData(context);
  const shades = readFoundationShades(realDataFile('foundation-shades.csv'));
  for (const tone of grid.flat()) {
    const distances = shades.map(({ lab }) => deltaE00(tone, lab));
    expect(Math.min(...distances), JSON.stringify(tone)).toBeLessThan(3);
  }
});
