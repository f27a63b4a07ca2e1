import { assertNever } from '../../lib/assert.ts';
import { code128, modulesOf } from './code128.ts';
import { barsPath, dotsPath, imageDots } from './draw-dots.ts';
import {
  cell,
  drawRun,
  escapeText,
  inkColor,
  paperColor,
  rectangle,
  runDots,
  textAttributes,
} from './draw-text.ts';
import type { PaperElement } from './paper-element.ts';
import { qrModules } from './qr-modules.ts';

type Drawn<Kind extends PaperElement['kind']> = Extract<PaperElement, { kind: Kind }>;

/** What must be known of a printer to draw its paper. */
export interface PaperSize {
  /** Character cells of a line. */
  readonly columns: number;
  /** Printable width. */
  readonly dotsPerLine: number;
}

/** Between the tops of two lines, in dots: a sixth of an inch at 180 dots an inch. */
const lineDots = 30;
const code128Symbology = 73;
/** Paper beside and above what is printed. */
const marginDots = 24;
/** Between two sheets. */
const gapDots = 18;
const toothDots = 8;
/** Room outside the paper for what is no print. */
const noteDots = 132;
const noteHeight = 22;

/** A piece of drawing and the paper that it takes. */
interface Piece {
  readonly svg: string;
  readonly height: number;
}

/** Paper from cut to cut. */
interface Sheet {
  readonly top: number;
  readonly bottom: number;
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
}

/**
 * The paper of a printer as it looks, as one SVG picture: a unit is a dot, symbols and images have their
 * true size. Its colors are attributes and its texts are escaped, so that a strict Content-Security-Policy
 * may show it as an image or in the page. DEV-92.
 */
export function drawPaper(elements: readonly PaperElement[], size: PaperSize): string {
  const width = Math.max(size.dotsPerLine, size.columns * cell.width);
  const sheets: Sheet[] = [];
  let drawing = '';
  let notes = '';
  let noteBottom = 0;
  let top = 0;
  let y = marginDots;

  function endSheet(cutBelow: boolean) {
    const cutAbove = sheets.length > 0;
    sheets.push({ top, bottom: y + (cutBelow ? toothDots : marginDots), cutAbove, cutBelow });
    top = y + toothDots + gapDots;
    y = top + marginDots;
  }

  for (const element of elements) {
    if (element.kind === 'cut') {
      endSheet(true);
    } else if (element.kind === 'drawerPulse') {
      const noteTop = Math.max(y, noteBottom);
      notes += drawNote(width + 2 * marginDots, noteTop);
      noteBottom = noteTop + noteHeight + 2;
    } else {
      const { svg, height } = drawElement(element, y, width);
      drawing += svg;
      y += height;
    }
  }
  if (y > top + marginDots || sheets.length === 0) endSheet(false);

  const paper = sheets.map((sheet) => drawSheet(sheet, width + 2 * marginDots)).join('');
  const pictureWidth = width + 2 * marginDots + noteDots;
  const pictureHeight = Math.max(sheets.at(-1)?.bottom ?? 0, noteBottom);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pictureWidth}" height="${pictureHeight}" viewBox="0 0 ${pictureWidth} ${pictureHeight}">${paper}<g ${textAttributes}><g transform="translate(${marginDots} 0)">${drawing}</g>${notes}</g></svg>`;
}

function drawElement(
  element: Exclude<PaperElement, { kind: 'cut' | 'drawerPulse' }>,
  top: number,
  width: number,
): Piece {
  switch (element.kind) {
    case 'line':
      return drawLine(element, top, width);
    case 'qr':
      return drawQr(element, top, width);
    case 'barcode':
      return drawBarcode(element, top, width);
    case 'image':
      return drawImage(element, top, width);
    case 'feed':
      return { svg: '', height: element.lines * lineDots };
    default:
      return assertNever(element);
  }
}

/** Runs of different sizes stand on the same line; a line is at least as high as its letters. */
function drawLine({ runs, align }: Drawn<'line'>, top: number, width: number): Piece {
  const lineWidth = runs.reduce((sum, run) => sum + runDots(run), 0);
  const letterDots = Math.max(1, ...runs.map(({ height }) => height)) * cell.height;
  let x = leftOf(align, lineWidth, width);
  let svg = '';
  for (const run of runs) {
    svg += drawRun(run, x, top + letterDots);
    x += runDots(run);
  }
  return { svg, height: Math.max(lineDots, letterDots) };
}

function drawQr(element: Drawn<'qr'>, top: number, width: number): Piece {
  const modules = qrModules(element) ?? [];
  const side = modules.length * element.moduleDots;
  const isBlack = (x: number, y: number) => modules[y]?.[x] === true;
  const left = leftOf(element.align, side, width);
  const path = dotsPath(
    { width: modules.length, height: modules.length, isBlack },
    { left, top, scale: element.moduleDots },
  );
  return { svg: crisp(path), height: side };
}

/** Code 128 in bars; what we have no bars for is a frame with its data, as wide as such codes are. */
function drawBarcode(element: Drawn<'barcode'>, top: number, width: number): Piece {
  const { symbology, data, moduleDots, heightDots, align, text } = element;
  const widths = symbology === code128Symbology ? code128(data, { packsDigits: false }) : null;
  const modules = widths === null ? 11 * (data.length + 2) : modulesOf(widths);
  const barsWidth = Math.min(modules * moduleDots, width);
  const left = leftOf(align, barsWidth, width);
  const bars =
    widths === null
      ? `<rect x="${left + 1}" y="${top + 1}" width="${barsWidth - 2}" height="${heightDots - 2}" fill="none" stroke="${inkColor}" stroke-width="2" stroke-dasharray="6 4"/>`
      : crisp(barsPath(widths, { left, top, scale: moduleDots, height: heightDots }));
  if (!text && widths !== null) return { svg: bars, height: heightDots };
  const letters = {
    text: data,
    bold: false,
    underline: false,
    inverted: false,
    width: 1,
    height: 1,
  };
  const textLeft = Math.max(0, left + Math.round((barsWidth - runDots(letters)) / 2));
  const bottom = top + heightDots + cell.height;
  return { svg: bars + drawRun(letters, textLeft, bottom), height: heightDots + lineDots };
}

function drawImage(element: Drawn<'image'>, top: number, width: number): Piece {
  const { widthDots, heightDots, bits, align } = element;
  const path = dotsPath(
    { width: widthDots, height: heightDots, isBlack: imageDots(bits, widthDots) },
    { left: leftOf(align, widthDots, width), top, scale: 1 },
  );
  return { svg: crisp(path), height: heightDots };
}

function crisp(path: string): string {
  return `<path shape-rendering="crispEdges" d="${path}"/>`;
}

function leftOf(align: 'left' | 'center' | 'right', length: number, width: number): number {
  if (align === 'left') return 0;
  return Math.max(0, align === 'center' ? Math.floor((width - length) / 2) : width - length);
}

/** Straight edges where the roll begins and hangs out, teeth where the knife went. */
function drawSheet({ top, bottom, cutAbove, cutBelow }: Sheet, width: number): string {
  const above = cutAbove ? teeth(top, width) : [`0 ${top}`, `${width} ${top}`];
  const below = cutBelow ? teeth(bottom, width) : [`0 ${bottom}`, `${width} ${bottom}`];
  const points = [...above, ...below.toReversed()].join(' ');
  return `<polygon points="${points}" fill="${paperColor}" stroke="#c9c4b8" stroke-width="1"/>`;
}

function teeth(y: number, width: number): readonly string[] {
  const count = Math.round(width / toothDots);
  return Array.from({ length: count + 1 }, (_, at) => {
    const x = Math.round((at * width) / count);
    return `${x} ${at % 2 === 0 ? y : y - toothDots}`;
  });
}

function drawNote(left: number, top: number): string {
  const label = escapeText('drawer pulse');
  const ground = rectangle(left + 6, top, noteDots - 12, noteHeight, '#e7e2d6');
  return `${ground}<text x="${left + 14}" y="${top + 15}" font-size="13" fill="#5a5346">${label}</text>`;
}
