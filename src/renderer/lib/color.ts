/** Tones for drawings, mixed in OKLab so that a lighter red stays red (Björn Ottosson, 2020). */

interface Oklab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

function channelToLinear(value: number): number {
  const c = value / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

function linearToChannel(value: number): number {
  const c = Math.min(1, Math.max(0, value));
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
}

function toOklab(hex: string): Oklab {
  const red = channelToLinear(Number.parseInt(hex.slice(1, 3), 16));
  const green = channelToLinear(Number.parseInt(hex.slice(3, 5), 16));
  const blue = channelToLinear(Number.parseInt(hex.slice(5, 7), 16));
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function toHex({ lightness, a, b }: Oklab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${channels.map((c) => linearToChannel(c).toString(16).padStart(2, '0')).join('')}`;
}

/** Drawings ask for the same few tones over and over; a new catalog may bring others. UIX-104 */
const mixed = new Map<string, string>();
const mostMixed = 20_000;

function mixedOnce(key: string, mixIt: () => string): string {
  const known = mixed.get(key);
  if (known !== undefined) return known;
  if (mixed.size >= mostMixed) mixed.clear();
  const result = mixIt();
  mixed.set(key, result);
  return result;
}

/** `amount` 0 gives `from`, 1 gives `to`. */
export function mix(from: string, to: string, amount: number): string {
  return mixedOnce(`${from}${to}${amount}`, () => mixOklab(from, to, amount));
}

function mixOklab(from: string, to: string, amount: number): string {
  const x = toOklab(from);
  const y = toOklab(to);
  return toHex({
    lightness: x.lightness + (y.lightness - x.lightness) * amount,
    a: x.a + (y.a - x.a) * amount,
    b: x.b + (y.b - x.b) * amount,
  });
}

/**
 * The same hue, lighter (positive) or darker (negative); `amount` 1 would be white or nearly black.
 * A shadow keeps more of its color than of its light: else skin and gold would turn to mud.
 */
export function tone(hex: string, amount: number): string {
  if (amount >= 0) return mix(hex, '#ffffff', amount);
  return mixedOnce(`${hex}${amount}`, () => darken(hex, amount));
}

function darken(hex: string, amount: number): string {
  const { lightness, a, b } = toOklab(hex);
  const light = 1 + amount * 0.82;
  const color = 1 + amount * 0.42;
  return toHex({ lightness: lightness * light, a: a * color, b: b * color });
}

/** Relative luminance of the ink token, `#1f1814`. */
const inkLuminance = luminanceOf('#1f1814');

/** Contrast ratio of text in ink on a color that is lighter, from 1 to 21 (WCAG 2.2). */
export function contrastWithInk(hex: string): number {
  return (luminanceOf(hex) + 0.05) / (inkLuminance + 0.05);
}

function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channelToLinear(Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Perceived lightness, 0 to 1. */
export function lightnessOf(hex: string): number {
  return toOklab(hex).lightness;
}
