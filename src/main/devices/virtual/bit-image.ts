import { toBase64 } from '#shared/domain/paper/base64.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';

/** Dots in rows of whole bytes, the leftmost dot the highest bit, 1 is black. */
export interface BitImage {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly bits: Uint8Array;
}

type PaperImage = Extract<PaperElement, { kind: 'image' }>;

/** Each dot becomes `across` × `down` dots. */
export function enlarge(image: BitImage, across: number, down: number): BitImage {
  if (across === 1 && down === 1) return image;
  const widthDots = image.widthDots * across;
  const heightDots = image.heightDots * down;
  const bytesPerRow = Math.ceil(widthDots / 8);
  const bits = new Uint8Array(bytesPerRow * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (!isBlack(image, Math.floor(x / across), Math.floor(y / down))) continue;
      bits[y * bytesPerRow + (x >> 3)] =
        (bits[y * bytesPerRow + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, bits };
}

/** Each number is a column of 24 dots, the highest bit the topmost dot. */
export function fromColumns(columns: readonly number[]): BitImage {
  const bytesPerRow = Math.ceil(columns.length / 8);
  const bits = new Uint8Array(bytesPerRow * 24);
  for (const [x, column] of columns.entries()) {
    for (let y = 0; y < 24; y += 1) {
      if ((column & (0x80_0000 >> y)) === 0) continue;
      bits[y * bytesPerRow + (x >> 3)] =
        (bits[y * bytesPerRow + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots: columns.length, heightDots: 24, bits };
}

/** The image as it lands on paper of `dotsPerLine` dots: what is wider is cut off; `null` without a dot's room. */
export function onPaper(
  { widthDots, heightDots, bits }: BitImage,
  align: PaperImage['align'],
  dotsPerLine: number,
): PaperImage | null {
  if (widthDots === 0 || heightDots === 0) return null;
  if (widthDots <= dotsPerLine) {
    return { kind: 'image', align, widthDots, heightDots, bits: toBase64(bits) };
  }
  const [from, to] = [Math.ceil(widthDots / 8), Math.ceil(dotsPerLine / 8)];
  const cut = new Uint8Array(to * heightDots);
  for (let y = 0; y < heightDots; y += 1) cut.set(bits.subarray(y * from, y * from + to), y * to);
  return { kind: 'image', align, widthDots: dotsPerLine, heightDots, bits: toBase64(cut) };
}

function isBlack({ widthDots, bits }: BitImage, x: number, y: number): boolean {
  const byte = bits[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}
