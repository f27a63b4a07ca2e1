import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { encode } from 'uqr';
import { code128, modulesOf } from '#shared/domain/paper/code128.ts';
import { centered } from './centered.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { drawRaster, rasterCommands, repeatRows } from './raster-image.ts';

const LF = 0x0a;

/** Modules of a QR code, quiet zone included, that up to so many bytes fit in at level M (version 9). */
const usualQrBytes = 180;
const usualQrModules = 53 + 8;
const quietModules = 4;
/** Of a code that the printer draws, and of one that is sent dot by dot: 0.6 mm suit any telephone. */
const nativeQrModuleDots = 6;
const rasterQrModuleDots = 5;

const barcodeHeightDots = 60;
const barcodeModuleDots = [3, 2] as const;
const barcodeQuietModules = 20;

/** A QR code of level M in the middle of the paper, its quiet zone around it. */
export function qrCode(data: string, profile: PrinterProfile): Uint8Array {
  return profile.nativeSymbols ? nativeQrCode(data, profile) : rasterQrCode(data, profile);
}

function nativeQrCode(data: string, { columns, dotsPerLine }: PrinterProfile): Uint8Array {
  const bytes = new TextEncoder().encode(data);
  const modules = bytes.length <= usualQrBytes ? usualQrModules : qrModules(data).length;
  // The encoder takes each character for a byte: text in UTF-8 must look like one.
  const symbol = symbolEncoder(columns)
    .align('center')
    .qrcode(String.fromCharCode(...bytes), {
      model: 2,
      size: Math.min(nativeQrModuleDots, Math.floor(dotsPerLine / modules)),
      errorlevel: 'm',
    })
    .encode();
  // A line of 30 dots on either side is a quiet zone of four modules and more.
  return Uint8Array.from([LF, ...symbol, LF]);
}

function rasterQrCode(data: string, { dotsPerLine }: PrinterProfile): Uint8Array {
  const modules = qrModules(data);
  const dots = Math.min(rasterQrModuleDots, Math.floor(dotsPerLine / modules.length));
  const rows = drawRaster(
    modules.length * dots,
    modules.length,
    (x, y) => modules[y]?.[Math.floor(x / dots)] === true,
  );
  return centered(rasterCommands(repeatRows(rows, dots)));
}

function qrModules(data: string): readonly (readonly boolean[])[] {
  return encode(data, { ecc: 'M', border: quietModules }).data;
}

/**
 * A Code 128 barcode in the middle of the paper; `null` where it would be wider than that or cannot
 * hold `data`. Where the printer draws it, the data stands below in letters.
 */
export function barcode(data: string, profile: PrinterProfile): Uint8Array | null {
  // Control characters have bars, and nothing to stand below them.
  if (!/^[\x20-\x7E]+$/.test(data)) return null;
  // Printers are told to stay in code set B.
  const bars = code128(data, { packsDigits: !profile.nativeSymbols }) ?? [];
  const modules = modulesOf(bars);
  const width = barcodeModuleDots.find(
    (dots) => (modules + barcodeQuietModules) * dots <= profile.dotsPerLine,
  );
  if (width === undefined) return null;
  if (!profile.nativeSymbols) return rasterBarcode(bars, width);
  return (
    symbolEncoder(profile.columns)
      .align('center')
      // What begins with a brace would be taken for a code set of its own.
      .barcode(`{B${data.replaceAll('{', '{{')}`, 'code128', {
        height: barcodeHeightDots,
        width: width - 1,
        text: 'below',
      })
      .encode()
  );
}

/** `bars`: widths of bar, space, bar … in modules. */
function rasterBarcode(bars: readonly number[], moduleDots: number): Uint8Array {
  const dots = bars.flatMap((width, at) => Array<boolean>(width * moduleDots).fill(at % 2 === 0));
  const row = drawRaster(dots.length, 1, (x) => dots[x] === true);
  return centered(rasterCommands(repeatRows(row, barcodeHeightDots)));
}

function symbolEncoder(columns: number): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({ language: 'esc-pos', columns, feedAfterBlock: false });
}
