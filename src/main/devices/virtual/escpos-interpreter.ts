import type { PaperElement } from '#shared/contract/ipc/bench.ts';
import { type CodePage, characters, codePageOf } from '../protocols/code-pages.ts';
import { parameterLength } from './escpos-commands.ts';

type Align = 'left' | 'center' | 'right';
type PaperLine = Extract<PaperElement, { kind: 'line' }>;
type PaperRun = PaperLine['runs'][number];
type RunStyle = Omit<PaperRun, 'text'>;

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;
const LF = 0x0a;

const plainStyle: RunStyle = {
  bold: false,
  underline: false,
  inverted: false,
  width: 1,
  height: 1,
};
const aligns: readonly Align[] = ['left', 'center', 'right'];
const unknownCharacter = '\uFFFD';

export interface EscposInterpreter {
  /** Takes bytes as they come; a command may be cut anywhere. */
  push(bytes: Uint8Array): void;
}

/**
 * Reads ESC/POS as a printer with `columns` cells a line does, and emits what lands on paper.
 * Images are skipped, and so are commands that only concern looks that we do not draw.
 */
export function createEscposInterpreter(
  columns: number,
  emit: (element: PaperElement) => void,
): EscposInterpreter {
  let pending = new Uint8Array(0);
  let style: RunStyle = plainStyle;
  let align: Align = 'left';
  let page: CodePage | null = 'cp437';
  let runs: PaperRun[] = [];
  let usedColumns = 0;
  let qrData = '';

  function reset() {
    style = plainStyle;
    align = 'left';
    page = 'cp437';
    runs = [];
    usedColumns = 0;
    qrData = '';
  }

  function endLine() {
    if (runs.length === 0) emit({ kind: 'feed', lines: 1 });
    else emit({ kind: 'line', align, runs });
    runs = [];
    usedColumns = 0;
  }

  /** What does not fit goes to the next line, as on paper. */
  function printByte(byte: number) {
    if (usedColumns + style.width > columns) endLine();
    usedColumns += style.width;
    const text = page === null ? unknownCharacter : (characters(page)[byte] ?? unknownCharacter);
    const last = runs.at(-1);
    if (last !== undefined && sameStyle(last, style)) last.text += text;
    else runs.push({ text, ...style });
  }

  /** Commands that act between lines print what is in the line first. */
  function finishLine() {
    if (runs.length > 0) endLine();
  }

  function feed(lines: number) {
    finishLine();
    if (lines > 0) emit({ kind: 'feed', lines });
  }

  function escapeCommand(code: number, [first = 0]: Uint8Array) {
    switch (code) {
      case 0x40:
        reset();
        return;
      case 0x61:
        align = aligns[first % 0x30] ?? align;
        return;
      case 0x45:
      case 0x47:
        style = { ...style, bold: (first & 1) === 1 };
        return;
      case 0x2d:
        style = { ...style, underline: first % 0x30 > 0 };
        return;
      case 0x21:
        style = {
          ...style,
          bold: (first & 0x08) !== 0,
          height: (first & 0x10) === 0 ? 1 : 2,
          width: (first & 0x20) === 0 ? 1 : 2,
          underline: (first & 0x80) !== 0,
        };
        return;
      case 0x74:
        page = codePageOf(first);
        return;
      case 0x64:
        feed(first);
        return;
      case 0x70:
        emit({ kind: 'drawerPulse' });
    }
  }

  function groupCommand(code: number, parameters: Uint8Array) {
    const [first = 0] = parameters;
    switch (code) {
      case 0x21:
        style = { ...style, width: ((first >> 4) & 7) + 1, height: (first & 7) + 1 };
        return;
      case 0x42:
        style = { ...style, inverted: (first & 1) === 1 };
        return;
      case 0x56:
        finishLine();
        emit({ kind: 'cut' });
        return;
      case 0x6b:
        finishLine();
        emit({ kind: 'barcode', align, data: barcodeData(parameters) });
        return;
      case 0x28:
        if (first === 0x6b) symbol(parameters.subarray(3));
    }
  }

  /** `GS ( k`: two-dimensional symbols; 49 is QR, 80 stores its data, 81 prints it. */
  function symbol(parameters: Uint8Array) {
    const [family, action] = parameters;
    if (family !== 49) return;
    if (action === 80) qrData = latin1(parameters.subarray(3));
    if (action === 81 && qrData !== '') {
      finishLine();
      emit({ kind: 'qr', align, data: qrData });
    }
  }

  /** Carries out what begins at `offset`; returns where the next begins, or null when bytes are missing. */
  function step(bytes: Uint8Array, offset: number): number | null {
    const lead = bytes[offset] ?? 0;
    if (lead !== ESC && lead !== FS && lead !== GS && lead !== DLE) {
      if (lead === LF) endLine();
      else if (lead >= 0x20) printByte(lead);
      return offset + 1;
    }
    const code = bytes[offset + 1];
    if (code === undefined) return null;
    const begin = offset + 2;
    const length = parameterLength(lead, code, bytes.subarray(begin));
    if (length === null || bytes.length < begin + length) return null;
    const parameters = bytes.subarray(begin, begin + length);
    if (lead === ESC) escapeCommand(code, parameters);
    if (lead === GS) groupCommand(code, parameters);
    return begin + length;
  }

  return {
    push(bytes) {
      const all = new Uint8Array(pending.length + bytes.length);
      all.set(pending);
      all.set(bytes, pending.length);
      let offset = 0;
      while (offset < all.length) {
        const next = step(all, offset);
        if (next === null) break;
        offset = next;
      }
      pending = all.slice(offset);
    },
  };
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

/** `GS k`: the older form ends with NUL, the newer one begins with its length. */
function barcodeData(parameters: Uint8Array): string {
  const [symbology = 0] = parameters;
  if (symbology <= 6) return latin1(parameters.subarray(1, -1));
  // Code 128 begins with its code set, `{B`.
  return latin1(parameters.subarray(2)).replace(/^\{[A-C]/, '');
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
