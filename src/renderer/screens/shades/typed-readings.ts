import { latinDigits } from '#shared/lib/latin-digits.ts';
import type { Lab } from '../../stores/shades.ts';

/** CIELAB's coordinates, as instruments name them. */
export const parts = ['L*', 'a*', 'b*'] as const;

/** L*, a* and b* of one reading, as they were typed. */
export type TypedReading = readonly [string, string, string];

const rows = 3;
const longest = 6;

export const emptyReadings: readonly TypedReading[] = Array.from({ length: rows }, () => [
  '',
  '',
  '',
]);

/** What keyboards write for a decimal point and for a minus. */
const points = /[,\u060c\u066b\u066c\u3001\u3002]/;
const minuses = /[\u2010-\u2015\u2212\u30fc]/;
/** Blanks, and signs that nobody sees. */
const unseen = /[\s\p{Cf}]/gu;

/** The same readings with one field typed anew; what is no number is not taken. */
export function typeInto(
  readings: readonly TypedReading[],
  { row, part }: { readonly row: number; readonly part: number },
  typed: string,
): readonly TypedReading[] {
  const text = latinDigits(typed)
    .replace(unseen, '')
    .replace(points, '.')
    .replace(minuses, '-')
    .slice(0, longest);
  if (!/^-?\d*\.?\d*$/.test(text)) return readings;
  return readings.map((reading, index) =>
    index === row ? (reading.toSpliced(part, 1, text) as [string, string, string]) : reading,
  );
}

/** The reading as numbers; `null` until all three are. */
export function labOf([l, a, b]: TypedReading): Lab | null {
  const numbers = [l, a, b].map((text) => (/\d/.test(text) ? Number(text) : Number.NaN));
  const [lightness = Number.NaN, red = Number.NaN, yellow = Number.NaN] = numbers;
  return numbers.every(Number.isFinite) ? { l: lightness, a: red, b: yellow } : null;
}
