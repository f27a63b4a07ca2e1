import { differenceCiede2000, modeLab65, useMode as registerMode } from 'culori/fn';
import type { Lab } from './lab.ts';

registerMode(modeLab65);
const difference = differenceCiede2000();

/**
 * The color difference CIEDE2000 with kL = kC = kH = 1 (ISO/CIE 11664-6), as Sharma, Wu & Dalal describe
 * it: "The CIEDE2000 color-difference formula: implementation notes, supplementary test data, and
 * mathematical observations", Color Research & Application 30 (2005) 21-30.
 */
export function deltaE00(one: Lab, other: Lab): number {
  return difference({ mode: 'lab65', ...one }, { mode: 'lab65', ...other });
}

/** SL of CIEDE2000: how many units of L* make one unit of difference at a mean lightness. */
function lightnessWeight(meanL: number): number {
  const squared = (meanL - 50) ** 2;
  return 1 + (0.015 * squared) / Math.sqrt(20 + squared);
}

/**
 * The part of CIEDE2000 that lightness alone makes, |ΔL*| ÷ SL: the whole is never less. For a fixed `oneL`
 * it grows as `otherL` moves away: SL grows by less than 0.0164 a unit of the mean lightness, so over
 * 100 units of L* by less than the share of ΔL* that would outweigh it.
 */
export function lightnessPart(oneL: number, otherL: number): number {
  return Math.abs(oneL - otherL) / lightnessWeight((oneL + otherL) / 2);
}

/** 1 - |RT| ÷ 2 at its least: RT is at most 2 sin 60° = √3, for blues. */
const leastUnrotated = 1 - Math.sqrt(3) / 2;
/** The same where neither color is on the blue side (b* ≥ 0): the mean hue is 0° to 180°, RT under 2e-6. */
const nearlyUnrotated = 1 - 1e-6;

/**
 * Never more than `deltaE00`, and cheap. With x = ΔC' ÷ SC and y = ΔH' ÷ SH the formula is
 * (ΔL* ÷ SL)² + x² + y² + RT·x·y, and
 * - x² + y² + RT·x·y ≥ (1 - |RT| ÷ 2)(x² + y²);
 * - SH ≤ SC, and SC = 1 + 0.045·C̄' ≤ 1 + 0.0675·C̄, because a' is at most 1.5·a*;
 * - ΔC'² + ΔH'² is the squared distance in (a', b*), at least Δa*² + Δb*².
 * `oneChroma` and `otherChroma` are C*ab of the two.
 */
export function deltaE00AtLeast(
  one: Lab,
  oneChroma: number,
  other: Lab,
  otherChroma: number,
): number {
  const lightness = lightnessPart(one.l, other.l);
  const chromaWeight = 1 + 0.0675 * 0.5 * (oneChroma + otherChroma);
  const unrotated = one.b >= 0 && other.b >= 0 ? nearlyUnrotated : leastUnrotated;
  const plane = ((one.a - other.a) ** 2 + (one.b - other.b) ** 2) / chromaWeight ** 2;
  return Math.sqrt(lightness ** 2 + unrotated * plane);
}
