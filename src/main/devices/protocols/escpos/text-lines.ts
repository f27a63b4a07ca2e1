import { bytesOf, type CodePage, fits } from './code-pages.ts';
import type { PrinterProfile } from './printer-profile.ts';

const ESC = 0x1b;
const GS = 0x1d;
const LF = 0x0a;

/** How characters look; magnifications are 1 or 2. */
export interface TextStyle {
  readonly bold: boolean;
  readonly width: number;
  readonly height: number;
}

/** Lines in the printer's own letters, one after the other. */
export interface TextLines {
  /** One line after `indentCells` cells of normal width; every character must be in a code page. */
  line(text: string, indentCells: number, style: TextStyle): readonly number[];
}

const plain: TextStyle = { bold: false, width: 1, height: 1 };

/**
 * Writes text for a printer that was just initialized. What it was told before (code page, bold, size)
 * is not said again. The encoder library is not asked: it copies a whole code page for each line,
 * which alone takes longer than a receipt may.
 */
export function createTextLines({ codePages }: PrinterProfile): TextLines {
  const pages = [...codePages.keys()];
  let current = plain;
  let currentPage: CodePage | null = null;

  function* style(next: TextStyle): Generator<number> {
    if (next.bold !== current.bold) yield* [ESC, 0x45, next.bold ? 1 : 0];
    if (next.width !== current.width || next.height !== current.height) {
      yield* [GS, 0x21, ((next.width - 1) << 4) | (next.height - 1)];
    }
    current = next;
  }

  /** The first page that has all of the line, else one after the other. */
  function* characters(text: string): Generator<number> {
    const whole = isAscii(text) ? currentPage : pages.find((page) => fits(page, text));
    for (const character of text) {
      const page = whole ?? pageFor(character);
      if (page !== null && page !== currentPage) {
        yield* [ESC, 0x74, codePages.get(page) ?? 0];
        currentPage = page;
      }
      yield byteOf(page, character);
    }
  }

  /** What ASCII has is the same everywhere. */
  function pageFor(character: string): CodePage | null {
    if (isAscii(character)) return currentPage;
    if (currentPage !== null && fits(currentPage, character)) return currentPage;
    return pages.find((page) => fits(page, character)) ?? null;
  }

  return {
    line: (text, indentCells, next) => [
      ...(indentCells > 0 ? [...style({ ...next, width: 1 }), ...cells(indentCells)] : []),
      ...(text === '' ? [] : [...style(next), ...characters(text)]),
      LF,
    ],
  };
}

function cells(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0x20);
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7E]*$/.test(text);
}

function byteOf(page: CodePage | null, character: string): number {
  const byte = page === null ? undefined : bytesOf(page).get(character);
  const code = character.charCodeAt(0);
  if (byte === undefined && code > 0x7e) {
    throw new Error(`No code page of this printer has ${JSON.stringify(character)}.`);
  }
  return byte ?? code;
}
