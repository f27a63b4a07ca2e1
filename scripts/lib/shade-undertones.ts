import { hueDegOf } from '#shared/domain/color/lab.ts';
import { isPlausibleSkin } from '#shared/domain/color/skin-range.ts';
import { neutralHalfWidthDeg, type Undertone } from '#shared/domain/color/undertone.ts';
import type { FoundationShade } from './foundation-shades.ts';
import { bands } from './shade-distances.ts';

const undertones = ['cool', 'neutral', 'warm', 'olive'] as const;

/** How the shades that a brand calls one undertone, and no other, are told by their color. */
export interface NamedUndertone {
  readonly named: Undertone;
  readonly shades: number;
  /** Parts of 1. */
  readonly told: Readonly<Record<Exclude<Undertone, 'olive'>, number>>;
}

/** Compares the words in the descriptions with the undertone that the color has. */
export function compareNames(shades: readonly FoundationShade[]): readonly NamedUndertone[] {
  return undertones.map((named) => {
    const called = shades.filter(({ description }) => {
      const words = description.toLowerCase();
      return undertones.every((undertone) => words.includes(undertone) === (undertone === named));
    });
    const told = (wanted: Undertone) => partOf(called, ({ undertone }) => undertone === wanted);
    return {
      named,
      shades: called.length,
      told: { cool: told('cool'), neutral: told('neutral'), warm: told('warm') },
    };
  });
}

/** Parts of a band of L* that are cool and warm: by one angle for all, and as `undertoneOf` tells. */
export interface BandUndertones {
  readonly from: number;
  readonly to: number;
  readonly fixed: { readonly cool: number; readonly warm: number };
  readonly told: { readonly cool: number; readonly warm: number };
}

/** What one hue angle for all lightnesses, the median of all shades, would make of each band. */
export function compareAngles(shades: readonly FoundationShade[]): readonly BandUndertones[] {
  const skin = shades.filter(({ lab }) => isPlausibleSkin(lab));
  const middleDeg = medianHueDeg(skin);
  return bands().map(({ from, to }) => {
    const inside = skin.filter(({ lab }) => lab.l >= from && lab.l < to);
    const lean = ({ lab }: FoundationShade) => hueDegOf(lab) - middleDeg;
    return {
      from,
      to,
      fixed: {
        cool: partOf(inside, (shade) => lean(shade) < -neutralHalfWidthDeg),
        warm: partOf(inside, (shade) => lean(shade) > neutralHalfWidthDeg),
      },
      told: {
        cool: partOf(inside, ({ undertone }) => undertone === 'cool'),
        warm: partOf(inside, ({ undertone }) => undertone === 'warm'),
      },
    };
  });
}

/** The straight line through the hues of the shades that can be skin, by least squares. */
export interface HueLine {
  /** Degrees at L* 0, and degrees for each L*. */
  readonly atBlackDeg: number;
  readonly slopeDeg: number;
  readonly medianDeg: number;
  readonly shades: number;
}

/** Fits the hue angle to L*. */
export function fitHue(shades: readonly FoundationShade[]): HueLine {
  const skin = shades.filter(({ lab }) => isPlausibleSkin(lab));
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanL = mean(skin.map(({ lab }) => lab.l));
  const meanHue = mean(skin.map(({ lab }) => hueDegOf(lab)));
  const together = mean(skin.map(({ lab }) => (lab.l - meanL) * (hueDegOf(lab) - meanHue)));
  const slopeDeg = together / mean(skin.map(({ lab }) => (lab.l - meanL) ** 2));
  return {
    atBlackDeg: meanHue - slopeDeg * meanL,
    slopeDeg,
    medianDeg: medianHueDeg(skin),
    shades: skin.length,
  };
}

function medianHueDeg(shades: readonly FoundationShade[]): number {
  const sorted = shades.map(({ lab }) => hueDegOf(lab)).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function partOf<T>(list: readonly T[], holds: (value: T) => boolean): number {
  return list.filter(holds).length / list.length;
}
