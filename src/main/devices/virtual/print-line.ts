import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { type CodePage, characters, codePageOf } from '../protocols/escpos/code-pages.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import { fromColumns, onPaper } from './bit-image.ts';

type PaperLine = Extract<PaperElement, { kind: 'line' }>;
type PaperRun = PaperLine['runs'][number];
export type Align = PaperLine['align'];
type RunStyle = Omit<PaperRun, 'text'>;

const plainStyle: RunStyle = {
  bold: false,
  underline: false,
  inverted: false,
  width: 1,
  height: 1,
};
const unknownCharacter = '\uFFFD';
const tabColumns = 8;
/** Between the tops of two lines, in dots; a character takes 24 of them. */
const lineDots = 30;
const characterDots = 24;

/** The print buffer: what stands in the line that is not on paper yet, and how it will look. */
export interface PrintLine {
  align(): Align;
  setAlign(align: Align): void;
  changeStyle(change: Partial<RunStyle>): void;
  /** `ESC t number`. */
  setPage(number: number): void;
  print(byte: number): void;
  tab(): void;
  /** `ESC * m`: one column of dots for each byte, or for each three from `m` 32 on. */
  printColumns(mode: number, data: Uint8Array): void;
  /** Ends the line; an empty one feeds. */
  end(): void;
  /** Ends the line if anything stands in it. */
  finish(): void;
  /** Ends the line and feeds `lines` in all. */
  feedLines(lines: number): void;
  /** Ends the line and feeds `dots` in all. */
  feedDots(dots: number): void;
  /** Forgets what stands in the line. */
  clear(): void;
  /** Forgets it, and how it should look. */
  reset(): void;
}

export function createPrintLine(
  { columns, dotsPerLine, codePages }: PrinterProfile,
  emit: (element: PaperElement) => void,
): PrintLine {
  const pageNumbers = new Map([...codePages].map(([page, number]) => [number, page]));
  let style = plainStyle;
  let align: Align = 'left';
  let page: CodePage | null = pageOf(0);
  let runs: PaperRun[] = [];
  let usedColumns = 0;
  let dots: number[] = [];

  function pageOf(number: number): CodePage | null {
    return pageNumbers.get(number) ?? codePageOf(number);
  }

  function clear() {
    runs = [];
    usedColumns = 0;
    dots = [];
  }

  const isEmpty = () => runs.length === 0 && dots.length === 0;

  function end() {
    if (isEmpty()) emit({ kind: 'feed', lines: 1 });
    // Text beside columns of dots is drawn below them: one of both is enough for any receipt.
    const image = onPaper(fromColumns(dots), align, dotsPerLine);
    if (image !== null) emit(image);
    if (runs.length > 0) emit({ kind: 'line', align, runs });
    clear();
  }

  function finish() {
    if (!isEmpty()) end();
  }

  /** What does not fit goes to the next line, as on paper. */
  function print(text: string) {
    if (usedColumns + style.width > columns) end();
    usedColumns += style.width;
    const last = runs.at(-1);
    if (last !== undefined && sameStyle(last, style)) last.text += text;
    else runs.push({ text, ...style });
  }

  function feedLines(lines: number) {
    const rest = isEmpty() ? lines : lines - 1;
    finish();
    if (rest > 0) emit({ kind: 'feed', lines: rest });
  }

  return {
    align: () => align,
    setAlign(next) {
      align = next;
    },
    changeStyle(change) {
      style = { ...style, ...change };
    },
    setPage(number) {
      page = pageOf(number);
    },
    print: (byte) =>
      print(page === null ? unknownCharacter : (characters(page)[byte] ?? unknownCharacter)),
    tab() {
      const cells = tabColumns - (usedColumns % tabColumns);
      for (let cell = 0; cell < cells && usedColumns < columns; cell += style.width) print(' ');
    },
    printColumns(mode, data) {
      dots.push(...columnsOf(mode, data));
      dots.length = Math.min(dots.length, dotsPerLine);
    },
    end,
    finish,
    feedLines,
    feedDots(feed) {
      const used = isEmpty() ? 0 : characterDots;
      finish();
      const lines = Math.round((feed - used) / lineDots);
      if (lines > 0) emit({ kind: 'feed', lines });
    },
    clear,
    reset() {
      clear();
      style = plainStyle;
      align = 'left';
      page = pageOf(0);
    },
  };
}

/**
 * Columns of 24 dots. Eight-dot modes print each dot three high, single-density modes (0 and 32) two
 * wide (Epson, ESC/POS Command Reference, ESC *).
 */
function columnsOf(mode: number, data: Uint8Array): readonly number[] {
  const bytes = mode >= 32 ? 3 : 1;
  const columns: number[] = [];
  for (let at = 0; at + bytes <= data.length; at += bytes) {
    const [first = 0, second = 0, third = 0] = data.subarray(at, at + bytes);
    const column = bytes === 3 ? (first << 16) | (second << 8) | third : tripled(first);
    columns.push(column);
    if (mode === 0 || mode === 32) columns.push(column);
  }
  return columns;
}

function tripled(byte: number): number {
  let column = 0;
  for (let bit = 7; bit >= 0; bit -= 1) column = (column << 3) | ((byte >> bit) & 1 ? 7 : 0);
  return column;
}

function sameStyle(a: RunStyle, b: RunStyle): boolean {
  return (
    a.bold === b.bold &&
    a.underline === b.underline &&
    a.inverted === b.inverted &&
    a.width === b.width &&
    a.height === b.height
  );
}
