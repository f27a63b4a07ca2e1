import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaE00 } from '#shared/domain/color/delta-e.ts';
import type { Lab } from '#shared/domain/color/lab.ts';
import { judgeReadings, mostSpread } from '#shared/domain/color/readings.ts';
import { required } from '#shared/lib/assert.ts';
import { skinLab } from './arbitraries.ts';

const first: Lab = { l: 61, a: 11, b: 19 };
const second: Lab = { l: 61.6, a: 11.4, b: 19.6 };
const third: Lab = { l: 60.6, a: 10.8, b: 19.2 };
/** The same skin under a sleeve's shadow. */
const shaded: Lab = { l: 52, a: 10, b: 17 };

test('SHD-30 readings that agree become their median, with the spread', () => {
  const judged = judgeReadings([first, second, third]);
  const tone = { l: 61, a: 11, b: 19.2 };
  expect(judged).toMatchObject({ ok: true, value: { tone } });
  const spread = Math.max(...[first, second, third].map((reading) => deltaE00(tone, reading)));
  expect(judged.ok && judged.value.spread).toBe(spread);
});

test('SHD-30 of two the median is halfway', () => {
  const judged = judgeReadings([first, third]);
  expect(judged.ok && judged.value.tone).toEqual({ l: 60.8, a: 10.9, b: 19.1 });
});

test('SHD-30 the order of readings changes nothing', () => {
  fc.assert(
    fc.property(
      fc
        .array(skinLab, { minLength: 2, maxLength: 9 })
        .chain((readings) =>
          fc.tuple(
            fc.constant(readings),
            fc.shuffledSubarray(readings, { minLength: readings.length }),
          ),
        ),
      ([readings, shuffled]) => {
        const [one, other] = [judgeReadings(readings), judgeReadings(shuffled)];
        expect(one.ok).toBe(other.ok);
        if (one.ok) expect(one).toEqual(other);
      },
    ),
    { seed: 20_261_125, numRuns: 500 },
  );
});

test('SHD-30 whatever is accepted is within the spread of every reading', () => {
  const jitter = fc.double({ min: -1, max: 1, noNaN: true });
  let accepted = 0;
  fc.assert(
    fc.property(
      skinLab,
      fc.array(fc.tuple(jitter, jitter, jitter), { minLength: 2, maxLength: 9 }),
      (skin, jitters) => {
        const readings = jitters.map(([l, a, b]) => ({
          l: skin.l + l,
          a: skin.a + a,
          b: skin.b + b,
        }));
        const judged = judgeReadings(readings);
        if (!judged.ok) return;
        accepted += 1;
        const { tone, spread } = judged.value;
        expect(spread).toBeLessThanOrEqual(mostSpread);
        for (const reading of readings) expect(deltaE00(tone, reading)).toBeLessThanOrEqual(spread);
      },
    ),
    { seed: 20_261_125, numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(250);
});

test('SHD-31 a reading that cannot be skin is named, also when the others agree', () => {
  const whiteTile: Lab = { l: 98, a: 0, b: 2 };
  const denim: Lab = { l: 35, a: 2, b: -22 };
  expect(judgeReadings([first, whiteTile, second])).toEqual({
    ok: false,
    error: { reason: 'implausible', readings: [1] },
  });
  expect(judgeReadings([whiteTile, first, denim])).toEqual({
    ok: false,
    error: { reason: 'implausible', readings: [0, 2] },
  });
});

test('SHD-32 the one that differs is named', () => {
  expect(judgeReadings([first, shaded, second])).toEqual({
    ok: false,
    error: { reason: 'disagree', readings: [1] },
  });
});

test('SHD-32 when nobody can tell which is right, all are named', () => {
  expect(judgeReadings([first, shaded])).toEqual({
    ok: false,
    error: { reason: 'disagree', readings: [0, 1] },
  });
  expect(judgeReadings([first, shaded, second, shaded])).toEqual({
    ok: false,
    error: { reason: 'disagree', readings: [0, 1, 2, 3] },
  });
});

test('SHD-32 half of them is not a minority: all are named', () => {
  const sunlit: Lab = { l: 69, a: 12, b: 21 };
  expect(judgeReadings([first, first, shaded, sunlit])).toEqual({
    ok: false,
    error: { reason: 'disagree', readings: [0, 1, 2, 3] },
  });
  expect(judgeReadings([first, second, first, shaded, sunlit])).toEqual({
    ok: false,
    error: { reason: 'disagree', readings: [3, 4] },
  });
});

test('SHD-32 the limit itself is still agreement', () => {
  // Of two, each is as far from the middle as the other.
  const apart = (distance: number): readonly Lab[] => [
    { l: 50 - distance, a: 11, b: 19 },
    { l: 50 + distance, a: 11, b: 19 },
  ];
  const far = (distance: number) =>
    deltaE00({ l: 50, a: 11, b: 19 }, required(apart(distance)[0], 'one'));
  expect([far(2) < mostSpread, far(2.2) > mostSpread]).toEqual([true, true]);
  expect(judgeReadings(apart(2)).ok).toBe(true);
  expect(judgeReadings(apart(2.2)).ok).toBe(false);
});
