import { deltaE00 } from './delta-e.ts';
import { type Lab, labOfLch } from './lab.ts';
import { neutralHueDeg } from './undertone.ts';

/** CIEDE2000 between neighbors of the grid, along a row and down its middle. */
export const gridStep = 3;
const rowCount = 20;
/** On either side of the middle one. */
const columnsAside = 2;
/** L* of the lightest row. */
const lightest = 91;
const bisections = 50;

/** C*ab of foundation shades at a lightness: a parabola through their medians, the most at L* 55. */
function usualChroma(l: number): number {
  return 33 - 0.015 * (l - 55) ** 2;
}

function toneAt(l: number, leanDeg: number): Lab {
  return labOfLch(l, usualChroma(l), neutralHueDeg(l) + leanDeg);
}

/** How far to go from 0 until `tone` is one step away from where it was at 0; `most` is farther. */
function distanceOfStep(tone: (distance: number) => Lab, most: number): number {
  const origin = tone(0);
  let [near, far] = [0, most];
  for (let round = 0; round < bisections; round += 1) {
    const middle = (near + far) / 2;
    if (deltaE00(origin, tone(middle)) < gridStep) near = middle;
    else far = middle;
  }
  return near;
}

/** Degrees from the middle of a row, coolest first. */
function leansDeg(l: number): readonly number[] {
  const side = (sign: 1 | -1): readonly number[] => {
    const leans: number[] = [];
    for (let lean = 0; leans.length < columnsAside; ) {
      const from = lean;
      lean += sign * distanceOfStep((deg) => toneAt(l, from + sign * deg), 60);
      leans.push(lean);
    }
    return leans;
  };
  return [...side(-1).toReversed(), 0, ...side(1)];
}

/**
 * Tones of skin to choose from: twenty rows from light to deep, each from cool to warm, with the hues and
 * the chroma that foundation shades have at that lightness. Neighbors are 3 CIEDE2000 apart; between rows
 * off the middle 2.9 to 3.2.
 */
export function skinToneGrid(): readonly (readonly Lab[])[] {
  const rows: (readonly Lab[])[] = [];
  for (let l = lightest; rows.length < rowCount; ) {
    const rowL = l;
    rows.push(leansDeg(rowL).map((lean) => toneAt(rowL, lean)));
    l -= distanceOfStep((deeper) => toneAt(rowL - deeper, 0), 20);
  }
  return rows;
}
