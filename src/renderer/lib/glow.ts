import type { CSSProperties } from 'react';
import { contrastWithInk, mix } from './color.ts';

interface Glow {
  /** Where it begins, as in `radial-gradient(…)`. */
  readonly at: string;
  readonly light: readonly [paper: string, amount: number];
  readonly deep: readonly [paper: string, amount: number];
}

/** A little more than the 7:1 that text keeps: what the browser mixes between is rounded. */
const leastContrast = 7.1;
const step = 0.02;

/** The product's color on paper, with as much paper as ink needs on it. UIX-15 */
export function paperTinted(color: string, [paper, amount]: Glow['deep']): string {
  let share = amount;
  while (share < 1 && contrastWithInk(mix(color, paper, share)) < leastContrast) share += step;
  return mix(color, paper, Math.min(1, share));
}

/** For `tinted`: what words stand on beside a product, in its color. High contrast leaves it out. */
export function glowOf(color: string, { at, light, deep }: Glow): CSSProperties {
  const gradient = `radial-gradient(circle at ${at}, ${paperTinted(color, light)}, ${paperTinted(color, deep)})`;
  return { '--bb-tint': gradient } as CSSProperties;
}

/** On the welcome and on the tiles of the home screen. */
export const tileGlow: Glow = {
  at: '30% 18%',
  light: ['#fdf8f0', 0.9],
  deep: ['#eee2d2', 0.64],
};

/** Behind what is designed. */
export const stageGlow: Glow = {
  at: '34% 22%',
  light: ['#fffaf2', 0.92],
  deep: ['#eadccb', 0.7],
};
