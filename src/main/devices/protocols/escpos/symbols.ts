import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { encode } from 'uqr';
import { code128Modules, fitsCode128 } from '#shared/domain/receipt/code128.ts';
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
  if (!fitsCode128(data)) return null;
  // In code set B alone, as the printer is told to: start, data, checksum, stop.
  const modules = profile.nativeSymbols ? 11 * (data.length + 2) + 13 : code128Modules(data).length;
  const width = barcodeModuleDots.find(
    (dots) => (modules + barcodeQuietModules) * dots <= profile.dotsPerLine,
  );
  if (width === undefined) return null;
  if (!profile.nativeSymbols) return rasterBarcode(data, width);
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

function rasterBarcode(data: string, moduleDots: number): Uint8Array {
  const modules = code128Modules(data);
  const row = drawRaster(
    modules.length * moduleDots,
    1,
    (x) => modules[Math.floor(x / moduleDots)] === true,
  );
  return centered(rasterCommands(repeatRows(row, barcodeHeightDots)));
}

function symbolEncoder(columns: number): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({ language: 'esc-pos', columns, feedAfterBlock: false });
}
