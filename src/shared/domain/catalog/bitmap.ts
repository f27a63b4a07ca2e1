import { type Static, Type } from 'typebox';
import { fromBase64 } from '../paper/base64.ts';

/**
 * A picture of black and white dots. `bits`: base64, rows top to bottom, each of whole bytes, the
 * leftmost dot the highest bit, 1 is black.
 */
export const Bitmap = Type.Object(
  {
    /** 384 is what 58 mm paper has. */
    widthDots: Type.Integer({ minimum: 1, maximum: 384 }),
    heightDots: Type.Integer({ minimum: 1, maximum: 200 }),
    bits: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: 12_800 }),
  },
  { additionalProperties: false },
);
export type Bitmap = Static<typeof Bitmap>;

/** What is wrong with the dots of a picture, for a person; `null` when they are as many as it says. */
export function bitmapProblem({ widthDots, heightDots, bits }: Bitmap): string | null {
  const expected = rowLength(widthDots) * heightDots;
  const actual = fromBase64(bits).length;
  if (actual === expected) return null;
  return `has ${actual} bytes, but ${widthDots} × ${heightDots} dots take ${expected}`;
}

/** The bytes of a picture; whatever its last bytes hold beyond its width is white. */
export function bitmapBytes({ widthDots, heightDots, bits }: Bitmap): Uint8Array {
  const length = rowLength(widthDots);
  const bytes = new Uint8Array(length * heightDots);
  bytes.set(fromBase64(bits).subarray(0, bytes.length));
  const beyond = length * 8 - widthDots;
  for (let end = length - 1; end < bytes.length; end += length) {
    bytes[end] = ((bytes[end] ?? 0) >> beyond) << beyond;
  }
  return bytes;
}

/** The black dots as the path of an SVG whose unit is a dot: one rectangle a run of a row. */
export function bitmapPath(bitmap: Bitmap): string {
  const bytes = bitmapBytes(bitmap);
  const length = rowLength(bitmap.widthDots);
  const isBlack = (x: number, y: number) =>
    (((bytes[y * length + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
  let path = '';
  for (let y = 0; y < bitmap.heightDots; y++) {
    for (let x = 0; x < bitmap.widthDots; x++) {
      if (!isBlack(x, y)) continue;
      const begin = x;
      while (x + 1 < bitmap.widthDots && isBlack(x + 1, y)) x++;
      path += `M${begin} ${y}h${x + 1 - begin}v1h-${x + 1 - begin}z`;
    }
  }
  return path;
}

/** Bytes of a row. */
function rowLength(widthDots: number): number {
  return Math.ceil(widthDots / 8);
}
