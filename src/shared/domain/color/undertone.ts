import { type Static, Type } from 'typebox';
import { chromaOf, hueDegOf, type Lab } from './lab.ts';

/** What a shade leans to. `olive` is only ever told by a catalog or a person, never by a color. */
export const Undertone = Type.Enum(['cool', 'neutral', 'warm', 'olive']);
export type Undertone = Static<typeof Undertone>;

/** Half of the width of neutral, in degrees of hue; cool, neutral and warm are then about a third each. */
export const neutralHalfWidthDeg = 3;
/** C*ab under which a hue is mostly rounding; such a color leans nowhere. */
const leastChroma = 4;

/**
 * The hue angle in degrees in the middle between cool and warm, at a lightness: 42° + 0.3° · L*, about the
 * line through thousands of real foundation shades. One angle for all lightnesses would call nearly every
 * deep shade cool; docs/shade-matching.md has the figures.
 */
export function neutralHueDeg(l: number): number {
  return 42 + 0.3 * l;
}

/**
 * What the color of a skin or a shade leans to, by its hue angle: more than 3° redder than the middle of
 * its lightness is cool, more than 3° yellower is warm. Olive is not told: the shades that brands call
 * olive have the hues of those that they call warm (docs/shade-matching.md).
 */
export function undertoneOf(lab: Lab): Exclude<Undertone, 'olive'> {
  if (chromaOf(lab) < leastChroma) return 'neutral';
  const leanDeg = signedDeg(hueDegOf(lab) - neutralHueDeg(lab.l));
  if (leanDeg < -neutralHalfWidthDeg) return 'cool';
  return leanDeg > neutralHalfWidthDeg ? 'warm' : 'neutral';
}

/** The same angle from -180° to 180°. */
function signedDeg(deg: number): number {
  return deg - 360 * Math.round(deg / 360);
}
