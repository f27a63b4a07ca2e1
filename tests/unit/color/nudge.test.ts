import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chromaOf, hueDegOf, type Lab } from '#shared/domain/color/lab.ts';
import { type Nudges, nudgeTone } from '#shared/domain/color/nudge.ts';
import { skinLab } from './arbitraries.ts';

const runs = { seed: 20_261_125, numRuns: 1000 };
const tone: Lab = { l: 60, a: 12, b: 20 };
/** Few enough that no tone reaches black or white. */
const steps = fc.integer({ min: -2, max: 2 });

function expectSame(one: Lab, other: Lab) {
  expect(one.l).toBeCloseTo(other.l, 9);
  expect(one.a).toBeCloseTo(other.a, 9);
  expect(one.b).toBeCloseTo(other.b, 9);
}

test('SHD-20 lighter and deeper move lightness by 3 and nothing else', () => {
  expect(nudgeTone(tone, { lighter: 1 })).toEqual({ l: 63, a: 12, b: 20 });
  expect(nudgeTone(tone, { lighter: -2 })).toEqual({ l: 54, a: 12, b: 20 });
  expect(nudgeTone(tone, {})).toEqual(tone);
});

test('SHD-21 warmer and cooler turn the hue by 5° and nothing else', () => {
  for (const warmer of [-3, -1, 1, 2]) {
    const nudged = nudgeTone(tone, { warmer });
    expect(nudged.l).toBe(60);
    expect(chromaOf(nudged)).toBeCloseTo(chromaOf(tone), 9);
    expect(hueDegOf(nudged)).toBeCloseTo(hueDegOf(tone) + warmer * 5, 9);
  }
});

test('SHD-22 as many steps back lead to the tone again', () => {
  fc.assert(
    fc.property(skinLab, steps, steps, (from, lighter, warmer) => {
      const there = nudgeTone(from, { lighter, warmer });
      fc.pre(there.l > 0 && there.l < 100);
      expectSame(nudgeTone(there, { lighter: -lighter, warmer: -warmer }), from);
    }),
    runs,
  );
});

test('SHD-22 steps add up, in any order', () => {
  const oneByOne = (from: Lab, nudges: readonly Nudges[]) => nudges.reduce(nudgeTone, from);
  fc.assert(
    fc.property(skinLab, (from) => {
      const together = nudgeTone(from, { lighter: -2, warmer: 1 });
      expectSame(oneByOne(from, [{ lighter: -1 }, { warmer: 1 }, { lighter: -1 }]), together);
      expectSame(oneByOne(from, [{ warmer: 1 }, { lighter: -2 }]), together);
    }),
    runs,
  );
});

test('SHD-22 nothing is lighter than white or deeper than black', () => {
  expect(nudgeTone({ l: 98, a: 1, b: 2 }, { lighter: 1 }).l).toBe(100);
  expect(nudgeTone({ l: 2, a: 1, b: 2 }, { lighter: -1 }).l).toBe(0);
});
