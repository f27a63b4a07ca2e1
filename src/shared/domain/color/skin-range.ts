import { chromaOf, hueDegOf, type Lab } from './lab.ts';

/**
 * What can be a reading of skin: limits of L*, of C*ab and of the hue angle in degrees, inclusive. They are
 * Blendbar's choice and wide on purpose, so that nobody's skin is refused: 97 % of the 6,816 real foundation
 * shades are within, from the deepest to the lightest; the rest is white, clear or gray. A sleeve, a shadow
 * or an instrument without its white tile are not.
 */
export const skinRange = { l: [15, 92], chroma: [4, 52], hueDeg: [25, 90] } as const;

/** Whether a color can be a reading of skin. */
export function isPlausibleSkin(lab: Lab): boolean {
  return (
    isWithin(lab.l, skinRange.l) &&
    isWithin(chromaOf(lab), skinRange.chroma) &&
    isWithin(hueDegOf(lab), skinRange.hueDeg)
  );
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most;
}
