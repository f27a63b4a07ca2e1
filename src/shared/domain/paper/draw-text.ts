import type { PaperElement } from './paper-element.ts';

type PaperRun = Extract<PaperElement, { kind: 'line' }>['runs'][number];

/** A character cell of font A, in dots (Epson TM-T88 series specification, character size). */
export const cell = { width: 12, height: 24 } as const;
/** Where letters stand in their cell, from its top. */
const baseline = 19;
/** Letters of any monospaced font are about 0.6 of their size wide: twelve dots of twenty. */
const fontSize = 20;
const underlineDots = 2;

/** Thermal paper, as an SVG color. */
export const paperColor = '#fdfdfa';
/** What is printed on it, as an SVG color. */
export const inkColor = '#1c1b19';

/** What all texts of a picture have in common, as attributes of their group. */
export const textAttributes = `font-family="'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace" font-size="${fontSize}" fill="${inkColor}"`;

/** How wide a run is, in dots. */
export function runDots({ text, width }: PaperRun): number {
  return [...text].length * width * cell.width;
}

/** A run whose cells stand on `bottom`, from `left` on. */
export function drawRun(run: PaperRun, left: number, bottom: number): string {
  const width = runDots(run);
  const height = cell.height * run.height;
  const top = bottom - height;
  const ground = run.inverted ? rectangle(left, top, width, height, inkColor) : '';
  const line =
    run.underline && !run.inverted
      ? rectangle(left, bottom - underlineDots, width, underlineDots, inkColor)
      : '';
  return ground + drawCells(run, left, top) + line;
}

/**
 * Each letter has its own place, so that columns stand below each other in any font. Blanks are left
 * out: a row of them would become one.
 */
function drawCells(run: PaperRun, left: number, top: number): string {
  const letters = [...run.text].flatMap((letter, at) =>
    /\s/u.test(letter) ? [] : [{ letter, x: at * cell.width }],
  );
  if (letters.length === 0) return '';
  const places = letters.map(({ x }) => x).join(' ');
  const text = letters.map(({ letter }) => escapeText(letter)).join('');
  const weight = run.bold ? ' font-weight="700"' : '';
  const fill = run.inverted ? ` fill="${paperColor}"` : '';
  const base = top + baseline * run.height;
  const place = `translate(${left} ${base})`;
  const size = run.width === 1 && run.height === 1 ? '' : ` scale(${run.width} ${run.height})`;
  return `<text x="${places}" y="0" transform="${place}${size}"${weight}${fill}>${text}</text>`;
}

/** A filled rectangle as SVG; all in dots. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text for an SVG element; control characters and halves of pairs, which XML forbids, are replaced. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
}
