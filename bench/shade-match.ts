import { strict as assert } from 'node:assert';
import { type Lab, labOfHex } from '#shared/domain/color/lab.ts';
import { indexShades, nearestShades, type WantedTone } from '#shared/domain/color/match-shade.ts';
import { nudgeTone } from '#shared/domain/color/nudge.ts';
import { skinToneGrid } from '#shared/domain/color/skin-tone-grid.ts';
import { undertoneOf } from '#shared/domain/color/undertone.ts';
import { readFoundationShades } from '../scripts/lib/foundation-shades.ts';
import { bruteForceMatch } from '../tests/helpers/brute-force-match.ts';
import { realDataFile } from '../tests/helpers/real-data.ts';

const count = 6;
const rounds = 5;
/** Colors that no shade is anywhere near to: all are about equally far, and no bound rules out any. */
const farAway = ['#0000FF', '#00FF00', '#FF0000', '#FF00FF', '#00FFFF'];

function wantedTone(lab: Lab): WantedTone {
  return { lab, undertone: undertoneOf(lab) };
}

/** Tones that a shopper may pick, as they are and nudged. */
function skinTones(): readonly WantedTone[] {
  const tones = skinToneGrid().flat();
  const nudged = tones.map((tone) => nudgeTone(tone, { lighter: 1, warmer: -1 }));
  return [...tones, ...nudged].map(wantedTone);
}

/** Each search's fastest of several rounds, in ms, so that pauses of the machine do not count. */
function measure(wanted: readonly WantedTone[], search: (wanted: WantedTone) => unknown) {
  const best = wanted.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round += 1) {
    for (const [position, one] of wanted.entries()) {
      const startedMs = performance.now();
      search(one);
      best[position] = Math.min(best[position] ?? 0, performance.now() - startedMs);
    }
  }
  return best;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The slowest search for the six nearest of 6,816 real foundation shades, for tones of skin and for colors
 * that are none, and how many times faster all tones of skin are together than comparing every shade.
 * Both ways must find the same.
 */
export function benchShadeMatch(): {
  shade_match_ms: number;
  shade_match_far_ms: number;
  shade_match_vs_brute_force: number;
} {
  const shades = readFoundationShades(realDataFile('foundation-shades.csv'));
  const index = indexShades(shades);
  const skin = skinTones();
  const far = farAway.map((hex) => wantedTone(labOfHex(hex)));
  const ours = (one: WantedTone) => nearestShades(index, one, { count });
  const plain = (one: WantedTone) => bruteForceMatch(shades, one, count);
  for (const one of [...skin, ...far]) assert.deepEqual(ours(one), plain(one));
  const oursMs = measure(skin, ours);
  return {
    shade_match_ms: Math.max(...oursMs),
    shade_match_far_ms: Math.max(...measure(far, ours)),
    shade_match_vs_brute_force: sum(measure(skin, plain)) / sum(oursMs),
  };
}
