import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { qrModules } from '#shared/domain/paper/qr-modules.ts';
import type { PrinterProfile } from '../protocols/escpos/printer-profile.ts';
import type { Align } from './print-line.ts';

type PaperQr = Extract<PaperElement, { kind: 'qr' }>;

/** QR codes and barcodes that the printer draws itself. */
export interface Symbols {
  /** `GS ( k`: returns what is printed now, or null when it only sets something. */
  twoDimensional(parameters: Uint8Array, align: Align): PaperElement | null;
  /** `GS k`. */
  barcode(parameters: Uint8Array, align: Align): PaperElement | null;
  /** `GS h`, `GS w` and `GS H`: height and module width in dots, where the text stands. */
  setBarcode(command: number, value: number): void;
  reset(): void;
}

// After power on and ESC @ (Epson, ESC/POS Command Reference, GS ( k, GS h, GS w, GS H).
const defaultQr = { moduleDots: 3, errorCorrection: 'L', data: '' } as const;
const defaultBarcode = { heightDots: 162, moduleDots: 3, text: false } as const;

const errorCorrections = new Map<number, PaperQr['errorCorrection']>([
  [48, 'L'],
  [49, 'M'],
  [50, 'Q'],
  [51, 'H'],
]);
const qrFamily = 49;
const code128Symbology = 73;

/** What is wider than the line is not printed, only fed: as a real printer does it. */
export function createSymbols({ nativeSymbols, dotsPerLine }: PrinterProfile): Symbols {
  let qr: Pick<PaperQr, 'moduleDots' | 'errorCorrection' | 'data'> = defaultQr;
  let bars: { heightDots: number; moduleDots: number; text: boolean } = { ...defaultBarcode };

  return {
    twoDimensional(parameters, align) {
      const [family, action, value = 0] = parameters;
      if (!nativeSymbols || family !== qrFamily) return null;
      if (action === 67 && value >= 1 && value <= 16) qr = { ...qr, moduleDots: value };
      if (action === 69) {
        qr = { ...qr, errorCorrection: errorCorrections.get(value) ?? qr.errorCorrection };
      }
      if (action === 80) qr = { ...qr, data: textOf(parameters.subarray(3)) };
      if (action !== 81 || qr.data === '') return null;
      const modules = qrModules(qr);
      if (modules === null) return null;
      const sideDots = modules.length * qr.moduleDots;
      return sideDots <= dotsPerLine ? { kind: 'qr', align, ...qr } : feedOf(sideDots);
    },
    barcode(parameters, align) {
      if (!nativeSymbols) return null;
      const [first = 0] = parameters;
      // The older form ends with NUL and counts symbologies from 0, the newer one tells its length.
      const older = first <= 6;
      const symbology = older ? first + 65 : first;
      const bytes = older ? parameters.subarray(1, -1) : parameters.subarray(2);
      if (symbology !== code128Symbology) {
        return { kind: 'barcode', align, data: latin1(bytes), symbology, ...bars };
      }
      const { data, modules } = readCode128(bytes);
      const tooWide = modules * bars.moduleDots > dotsPerLine;
      if (tooWide) return feedOf(bars.heightDots);
      return { kind: 'barcode', align, data, symbology, ...bars };
    },
    setBarcode(command, value) {
      if (command === 0x68 && value > 0) bars.heightDots = value;
      if (command === 0x77 && value >= 1 && value <= 8) bars.moduleDots = value;
      if (command === 0x48) bars.text = value % 48 > 0;
    },
    reset() {
      qr = defaultQr;
      bars = { ...defaultBarcode };
    },
  };
}

/**
 * The text of `GS k 73` and the width of its bars in modules: `{A`, `{B` and `{C` choose a code set,
 * in C a byte is two digits, `{{` is a brace; other pairs are functions, which have no text.
 */
function readCode128(bytes: Uint8Array): { readonly data: string; readonly modules: number } {
  let data = '';
  let inC = false;
  let symbols = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    symbols += 1;
    if (byte !== 0x7b) {
      data += inC ? String(byte).padStart(2, '0') : String.fromCharCode(byte);
      continue;
    }
    at += 1;
    const code = String.fromCharCode(bytes[at] ?? 0);
    if (code === '{') data += code;
    if ('ABC'.includes(code)) inC = code === 'C';
  }
  // Eleven modules each, the check character too, and thirteen of the stop pattern.
  return { data, modules: 11 * (symbols + 1) + 13 };
}

function feedOf(dots: number): PaperElement {
  return { kind: 'feed', lines: Math.max(1, Math.round(dots / 30)) };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A QR code holds bytes; readers take them for UTF-8 when they can be. */
function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
