import type { SKRSContext2D } from '@napi-rs/canvas';
import { hasRightToLeft } from '#shared/domain/receipt/direction.ts';
import { displayWidth } from '#shared/domain/receipt/text-width.ts';
import { canvas, rasterFont } from './raster-fonts.ts';
import { drawRaster, type RasterImage } from './raster-image.ts';
import type { TextStyle } from './text-lines.ts';

/** A text and the part of the line that it may take, in dots from the left edge. */
export interface RasterText {
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly fromDots: number;
  readonly toDots: number;
}

/** A cell of font A (Epson, ESC/POS Command Reference, ESC M) and the usual distance of two lines. */
export const cellWidthDots = 12;
const cellHeightDots = 24;
const lineHeightDots = 30;
/** From the top of the cell. */
const baselineDots = 21;
/** Of 255. Below half, so that thin strokes survive on paper. */
const blackFrom = 100;
/** Set narrower than this, upright strokes would be thinner than a dot: the bold typeface takes over. */
const thinnedFrom = 0.75;

/**
 * One line of texts as an image. A text takes no more than its part of the line, nor than its cells in
 * the printer's own font would, so that letters are equally wide on all lines: one that is wider is
 * set narrower. Arabic has letters of every width, and its cells are but an average. DEV-27.
 */
export function rasterLine(texts: readonly RasterText[], style: TextStyle): RasterImage {
  const context = freshContext();
  const placed = texts
    .filter(({ text }) => text.trim() !== '')
    .map((text) => place(context, text, style));
  const ascent = Math.max(baselineDots, ...placed.map((one) => Math.ceil(one.ascent)));
  const descents = placed.map((one) => Math.ceil(one.descent));
  const height = Math.max(lineHeightDots - baselineDots, ...descents) + ascent;
  for (const one of placed) {
    const scaleX = one.scale * style.width;
    context.setTransform(scaleX, 0, 0, style.height, one.left, ascent * style.height);
    setText(context, one.text, style.bold || one.scale < thinnedFrom);
    context.fillText(one.text, 0, 0);
  }
  const width = Math.max(8, ...placed.map((one) => Math.ceil(one.right)));
  return inkOf(context, width, height * style.height);
}

interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Horizontal, at most 1. */
  readonly scale: number;
  /** Above and below the baseline, before magnification. */
  readonly ascent: number;
  readonly descent: number;
}

function place(context: SKRSContext2D, part: RasterText, style: TextStyle): PlacedText {
  setText(context, part.text, style.bold);
  const metrics = context.measureText(part.text);
  const room = part.toDots - part.fromDots;
  const cells = displayWidth(part.text) * cellWidthDots * style.width;
  const natural = metrics.width * style.width;
  const width = Math.min(natural, hasRightToLeft(part.text) ? room : Math.min(cells, room));
  const free = room - width;
  const shift = part.align === 'left' ? 0 : part.align === 'right' ? free : free / 2;
  const left = Math.floor(part.fromDots + shift);
  return {
    text: part.text,
    left,
    // Ink may reach a little beyond the advance.
    right: Math.min(left + width + cellWidthDots, part.toDots),
    scale: width / natural,
    ascent: metrics.actualBoundingBoxAscent,
    descent: metrics.actualBoundingBoxDescent,
  };
}

function setText(context: SKRSContext2D, text: string, bold: boolean): void {
  context.font = rasterFont(text, bold, cellHeightDots);
  context.direction = hasRightToLeft(text) ? 'rtl' : 'ltr';
  context.textAlign = 'left';
}

/** As wide as 80 mm paper, as high as a magnified line with marks above and below. */
const canvasDots = { width: 576, height: 192 };
let shared: SKRSContext2D | undefined;

/** Always the same canvas, wiped: making one takes longer than drawing a line. */
function freshContext(): SKRSContext2D {
  shared ??= canvas().createCanvas(canvasDots.width, canvasDots.height).getContext('2d');
  shared.reset();
  // Else the language of this machine would have a say in the choice of glyphs.
  shared.lang = 'en';
  return shared;
}

function inkOf(context: SKRSContext2D, width: number, height: number): RasterImage {
  const heightDots = Math.min(height, canvasDots.height);
  const widthDots = Math.min(width, canvasDots.width);
  const { data } = context.getImageData(0, 0, widthDots, heightDots);
  return drawRaster(
    widthDots,
    heightDots,
    (x, y) => (data[4 * (y * widthDots + x) + 3] ?? 0) >= blackFrom,
  );
}
