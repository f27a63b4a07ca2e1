import { formatHex, modeLab65, modeRgb, useMode as registerMode } from 'culori/fn';
import { type Static, Type } from 'typebox';
import { required } from '../../lib/assert.ts';

const toRgb = registerMode(modeRgb);
const toLab65 = registerMode(modeLab65);

/**
 * A color in CIELAB (ISO/CIE 11664-4): lightness L* from 0 (black) to 100 (white), a* from green to red,
 * b* from blue to yellow. The white is D65 for the 2° observer, x = 0.3127, y = 0.3290, the white of sRGB
 * (IEC 61966-2-1), so that nothing is adapted between a screen and a reading. An instrument that measures
 * for another white or observer has to be set to this one.
 */
export const Lab = Type.Object(
  {
    l: Type.Number({ minimum: 0, maximum: 100 }),
    a: Type.Number({ minimum: -200, maximum: 200 }),
    b: Type.Number({ minimum: -200, maximum: 200 }),
  },
  { additionalProperties: false },
);
export type Lab = Readonly<Static<typeof Lab>>;

/** The color of `#RRGGBB`, read as sRGB. Throws when `hex` is no `HexColor`. */
export function labOfHex(hex: string): Lab {
  const { l, a, b } = required(toLab65(hex), `the color of ${hex}`);
  return { l, a, b };
}

/** As `#rrggbb`. What sRGB cannot show is clipped channel by channel: to look at, not to match with. */
export function hexOfLab({ l, a, b }: Lab): string {
  return formatHex({ mode: 'lab65', l, a, b });
}

/** Whether a screen that shows sRGB can show the color. */
export function isInSrgb({ l, a, b }: Lab): boolean {
  const rgb = toRgb({ mode: 'lab65', l, a, b });
  return [rgb.r, rgb.g, rgb.b].every((channel) => channel >= 0 && channel <= 1);
}

/** Chroma C*ab: the distance from gray. */
export function chromaOf({ a, b }: Lab): number {
  return Math.hypot(a, b);
}

/** Hue angle hab in degrees from 0 (red) over 90 (yellow) up to 360; 0 for gray. */
export function hueDegOf({ a, b }: Lab): number {
  const deg = (Math.atan2(b, a) * 180) / Math.PI;
  return deg < 0 ? deg + 360 : deg;
}

/** The color of a lightness, a chroma and a hue angle in degrees. */
export function labOfLch(l: number, chroma: number, hueDeg: number): Lab {
  const angle = (hueDeg * Math.PI) / 180;
  return { l, a: chroma * Math.cos(angle), b: chroma * Math.sin(angle) };
}
