import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deltaE00 } from '#shared/domain/color/delta-e.ts';
import type { Lab } from '#shared/domain/color/lab.ts';
import {
  indexShades,
  type MatchableShade,
  nearestShades,
  type WantedTone,
} from '#shared/domain/color/match-shade.ts';
import { skinToneGrid } from '#shared/domain/color/skin-tone-grid.ts';
import { type Undertone, undertoneOf } from '#shared/domain/color/undertone.ts';
import { readFoundationShades } from '../../../scripts/lib/foundation-shades.ts';
import { bruteForceMatch } from '../../helpers/brute-force-match.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';
import { anyLab, skinLab } from './arbitraries.ts';

const undertone: fc.Arbitrary<Undertone> = fc.constantFrom('cool', 'neutral', 'warm', 'olive');
const color = fc.oneof({ weight: 3, arbitrary: skinLab }, { weight: 1, arbitrary: anyLab });
/** Few different lightnesses and colors, so that equals and near equals are common. */
const coarse: fc.Arbitrary<Lab> = fc.record({
  l: fc.constantFrom(40, 60, 60.5, 80),
  a: fc.constantFrom(8, 12),
  b: fc.constantFrom(-20, 16, 20),
});

function shadesOf(lab: fc.Arbitrary<Lab>): fc.Arbitrary<readonly MatchableShade[]> {
  return fc
    .array(fc.record({ lab, undertone }), { maxLength: 120 })
    .map((shades) => shades.map((shade, place) => ({ ...shade, id: `S${(place * 7) % 120}` })));
}

const wantedTone: fc.Arbitrary<WantedTone> = fc.record({
  lab: fc.oneof(color, coarse),
  undertone: fc.option(undertone),
});

test('SHD-41 the answer is exactly that of comparing every shade', () => {
  fc.assert(
    fc.property(
      fc.oneof(shadesOf(color), shadesOf(coarse)),
      wantedTone,
      fc.integer({ min: 1, max: 12 }),
      (shades, wanted, count) => {
        const found = nearestShades(indexShades(shades), wanted, { count });
        expect(found).toEqual(bruteForceMatch(shades, wanted, count));
      },
    ),
    { seed: 20_261_125, numRuns: 3000 },
  );
});

test('SHD-41 what is not accepted is as if it were not there', () => {
  fc.assert(
    fc.property(shadesOf(color), wantedTone, (shades, wanted) => {
      const accepts = (shade: MatchableShade) => shade.undertone !== 'warm';
      const found = nearestShades(indexShades(shades), wanted, { count: 5, accepts });
      expect(found).toEqual(bruteForceMatch(shades.filter(accepts), wanted, 5));
    }),
    { seed: 20_261_125, numRuns: 500 },
  );
});

test('SHD-41 of equals the smaller id comes first, in whatever order they were given', () => {
  const lab = { l: 60, a: 12, b: 20 };
  const shades: MatchableShade[] = ['B', 'A-10', 'A-2'].map((id) => ({
    id,
    lab,
    undertone: 'warm',
  }));
  for (const given of [shades, shades.toReversed()]) {
    const found = nearestShades(indexShades(given), { lab, undertone: 'warm' }, { count: 3 });
    expect(found.map(({ shade }) => shade.id)).toEqual(['A-10', 'A-2', 'B']);
  }
});

test('SHD-40 of two that are about as close, the same undertone comes first', () => {
  const wanted: WantedTone = { lab: { l: 60, a: 12, b: 20 }, undertone: 'warm' };
  const shade = (id: string, l: number, leans: Undertone): MatchableShade => ({
    id,
    lab: { ...wanted.lab, l },
    undertone: leans,
  });
  const order = (...shades: readonly MatchableShade[]) =>
    nearestShades(indexShades(shades), wanted, { count: 2 }).map(({ shade: { id } }) => id);
  expect(order(shade('cool', 60.5, 'cool'), shade('warm', 60.9, 'warm'))).toEqual(['warm', 'cool']);
  expect(order(shade('cool', 60.5, 'cool'), shade('warm', 61.5, 'warm'))).toEqual(['cool', 'warm']);
  const [first] = nearestShades(indexShades([shade('cool', 60.5, 'cool')]), wanted, { count: 1 });
  expect(first?.deltaE).toBe(deltaE00(wanted.lab, { ...wanted.lab, l: 60.5 }));
  expect(first?.closeness).toBe('indistinguishable');
});

test('SHD-40 a tone without an undertone is matched by the difference alone', () => {
  const lab = { l: 60, a: 12, b: 20 };
  const shades: MatchableShade[] = [
    { id: 'far', lab: { ...lab, l: 60.2 }, undertone: 'warm' },
    { id: 'near', lab: { ...lab, l: 60.1 }, undertone: 'cool' },
  ];
  const found = nearestShades(indexShades(shades), { lab, undertone: null }, { count: 2 });
  expect(found.map(({ shade }) => shade.id)).toEqual(['near', 'far']);
});

test('SHD-41 of nothing, nothing is found; of few, all', () => {
  const wanted: WantedTone = { lab: { l: 60, a: 12, b: 20 }, undertone: null };
  expect(nearestShades(indexShades([]), wanted, { count: 3 })).toEqual([]);
  const one: MatchableShade = { id: 'A', lab: { l: 5, a: 0, b: 0 }, undertone: 'neutral' };
  const [found, ...more] = nearestShades(indexShades([one]), wanted, { count: 3 });
  expect(found).toMatchObject({ shade: one, closeness: 'noneClose' });
  expect(more).toEqual([]);
});

test('SHD-41 SHD-48 among the 6,816 real shades as well, for every tone of the grid', (context) => {
  needRealData(context);
  const shades = readFoundationShades(realDataFile('foundation-shades.csv'));
  expect(shades).toHaveLength(6_816);
  const index = indexShades(shades);
  for (const lab of skinToneGrid().flat()) {
    const wanted = { lab, undertone: undertoneOf(lab) };
    expect(nearestShades(index, wanted, { count: 6 })).toEqual(bruteForceMatch(shades, wanted, 6));
  }
  // A shade that is in the list is its own nearest; its twins have the same color.
  for (const shade of shades.filter((_, place) => place % 97 === 0)) {
    const [nearest] = nearestShades(index, shade, { count: 1 });
    expect(nearest).toMatchObject({ deltaE: 0, closeness: 'indistinguishable' });
    expect(nearest?.shade.lab).toEqual(shade.lab);
  }
});
