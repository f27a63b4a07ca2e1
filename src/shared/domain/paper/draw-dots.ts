import { fromBase64 } from './base64.ts';

/** Whether the dot in column `x` of row `y` is black. */
export type IsBlack = (x: number, y: number) => boolean;

/**
 * The outline of a picture's black dots as SVG path data: one rectangle for each run of them in a row,
 * `scale` units a dot, its top left corner at `left`, `top`.
 */
export function dotsPath(
  {
    width,
    height,
    isBlack,
  }: { readonly width: number; readonly height: number; readonly isBlack: IsBlack },
  { left, top, scale }: { readonly left: number; readonly top: number; readonly scale: number },
): string {
  let path = '';
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isBlack(x, y)) continue;
      const begin = x;
      while (x < width && isBlack(x, y)) x += 1;
      const length = (x - begin) * scale;
      path += `M${left + begin * scale} ${top + y * scale}h${length}v${scale}h${-length}z`;
    }
  }
  return path;
}

/** The dots of a `PaperElement` image. */
export function imageDots(bits: string, widthDots: number): IsBlack {
  const bytes = fromBase64(bits);
  const bytesPerRow = Math.ceil(widthDots / 8);
  return (x, y) => ((bytes[y * bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** Bars of the height `height` from widths of bar, space, bar … as SVG path data. */
export function barsPath(
  widths: readonly number[],
  {
    left,
    top,
    scale,
    height,
  }: {
    readonly left: number;
    readonly top: number;
    readonly scale: number;
    readonly height: number;
  },
): string {
  let path = '';
  let x = left;
  for (const [at, width] of widths.entries()) {
    if (at % 2 === 0) path += `M${x} ${top}h${width * scale}v${height}h${-width * scale}z`;
    x += width * scale;
  }
  return path;
}
