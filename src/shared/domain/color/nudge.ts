import { type Static, Type } from 'typebox';
import { chromaOf, hueDegOf, type Lab, labOfLch } from './lab.ts';

/**
 * One step lighter or deeper, in L*: what counts as one step of skin tone for makeup (the distance between
 * the dark, normal and bright of 543 measured faces, Biomedical Dermatology 1 (2017),
 * doi:10.1186/s41702-017-0002-7).
 */
const lightnessStep = 3;
/** One step warmer or cooler, in degrees of hue: for skin about as visible as a step of lightness. */
const hueStepDeg = 5;

const Steps = Type.Integer({ minimum: -10, maximum: 10 });

/** Whole steps from a tone: negative ones go deeper, and cooler. */
export const Nudges = Type.Object(
  { lighter: Type.Optional(Steps), warmer: Type.Optional(Steps) },
  { additionalProperties: false },
);
export type Nudges = Readonly<Static<typeof Nudges>>;

/**
 * The tone so many steps away. Lighter and deeper keep a* and b*; warmer and cooler keep lightness and
 * chroma and turn the hue. Steps add up, and as many back lead to the tone again; only black and white
 * are ends.
 */
export function nudgeTone(tone: Lab, { lighter = 0, warmer = 0 }: Nudges): Lab {
  const l = Math.min(100, Math.max(0, tone.l + lighter * lightnessStep));
  if (warmer === 0) return { ...tone, l };
  return labOfLch(l, chromaOf(tone), hueDegOf(tone) + warmer * hueStepDeg);
}
