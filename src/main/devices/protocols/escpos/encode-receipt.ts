import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { type Bitmap, bitmapBytes } from '#shared/domain/catalog/bitmap.ts';
import { isRightToLeft } from '#shared/domain/receipt/direction.ts';
import { layOutReceipt, type PaperItem } from '#shared/domain/receipt/paper-layout.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { paperText, wrapText } from '#shared/domain/receipt/text-width.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';
import { centered } from './centered.ts';
import { createPaperLines, type PaperLines } from './paper-lines.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { rasterCommands } from './raster-image.ts';
import { repertoireOf } from './repertoire.ts';
import { printStoredLogo, storedLogoKey, storeLogo } from './stored-logo.ts';
import { barcode, qrCode } from './symbols.ts';
import { type Repertoire, toPrintable } from './transliterate.ts';

export interface EncodeOptions {
  readonly openDrawer: boolean;
  /** Says COPY at the top and the bottom, in the receipt's language. */
  readonly copy: boolean;
  /** Keys of the logos that are in the printer's memory; `storedLogoKey` makes them. */
  readonly storedLogos: ReadonlySet<string>;
}

const ESC = 0x1b;
const GS = 0x1d;

/** Where there is no knife, the last line must come as far as the tear bar. */
const linesToTearBar = 4;

/** The receipt as ESC/POS bytes for a make of printer; equal input gives equal bytes. DEV-20 to DEV-36. */
export function encodeReceipt(
  document: ReceiptDocument,
  profile: PrinterProfile,
  { openDrawer, copy, storedLogos }: EncodeOptions,
): Uint8Array {
  const { columns } = profile;
  const lines = createPaperLines(profile, isRightToLeft(document.locale));
  const printable = printableDocument(copy ? markedAsCopy(document) : document, profile);
  const size = { columns, titleColumns: Math.floor(columns / 2) };
  const items = layOutReceipt(printable, size);
  const parts = [
    // First, so that the associate need not wait for the paper.
    ...(openDrawer ? [drawerPulse(profile)] : []),
    initialize(columns),
    ...items.flatMap((item) => printItem(item, profile, lines, storedLogos)),
    ending(profile),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function drawerPulse({ drawer: { pin, onMs, offMs } }: PrinterProfile): Uint8Array {
  return Uint8Array.of(ESC, 0x70, pin === 2 ? 0 : 1, onMs / 2, offMs / 2);
}

/** All settings as they are when it is switched on, single bytes a character, and ASCII all of ASCII. */
function initialize(columns: PrinterProfile['columns']): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', columns });
  return Uint8Array.of(...encoder.initialize().encode(), ESC, 0x52, 0);
}

function ending({ feedBeforeCut }: PrinterProfile): Uint8Array {
  if (feedBeforeCut === null) return Uint8Array.of(ESC, 0x64, linesToTearBar);
  const partialCut = [GS, 0x56, 1];
  return Uint8Array.of(ESC, 0x64, feedBeforeCut, ...partialCut);
}

function markedAsCopy(document: ReceiptDocument): ReceiptDocument {
  const mark: ReceiptBlock = { kind: 'title', text: receiptTextsIn(document.locale).copy };
  return { ...document, blocks: [mark, ...document.blocks, mark] };
}

function printItem(
  item: PaperItem,
  profile: PrinterProfile,
  lines: PaperLines,
  storedLogos: ReadonlySet<string>,
): readonly Uint8Array[] {
  switch (item.kind) {
    case 'line':
      return [lines.line(item.text, item.align, item.style)];
    case 'row':
      return [lines.row(item)];
    case 'qr':
      return [qrCode(item.data, profile)];
    case 'barcode':
      return barcodeWithText(item.data, profile, lines);
    case 'logo':
      return logo(item.bitmap, profile, storedLogos);
  }
}

/** Where no barcode is possible, or one without letters, the letters stand in lines of their own. */
function barcodeWithText(
  data: string,
  profile: PrinterProfile,
  lines: PaperLines,
): readonly Uint8Array[] {
  const symbol = barcode(data, profile);
  if (symbol !== null && profile.nativeSymbols) return [symbol];
  const text = onPaper(data, repertoireOf(profile));
  return [
    ...(symbol === null ? [] : [symbol]),
    ...wrapText(text, profile.columns).map((line) => lines.line(line, 'center', 'quiet')),
  ];
}

function logo(
  bitmap: Bitmap,
  { storesLogo }: PrinterProfile,
  storedLogos: ReadonlySet<string>,
): readonly Uint8Array[] {
  if (storesLogo) {
    const isStored = storedLogos.has(storedLogoKey(bitmap));
    return [...(isStored ? [] : [storeLogo(bitmap)]), centered(printStoredLogo(bitmap))];
  }
  const bytes = bitmapBytes(bitmap);
  const { heightDots } = bitmap;
  return [centered(rasterCommands({ rowBytes: bytes.length / heightDots, heightDots, bytes }))];
}

/** Before it is set in lines, because what stands for a character may be longer. */
function printableDocument(document: ReceiptDocument, profile: PrinterProfile): ReceiptDocument {
  const repertoire = repertoireOf(profile);
  return {
    ...document,
    blocks: document.blocks.map((block) => printableBlock(block, repertoire)),
  };
}

function printableBlock(block: ReceiptBlock, repertoire: Repertoire): ReceiptBlock {
  switch (block.kind) {
    case 'title':
    case 'text':
      return { ...block, text: onPaper(block.text, repertoire) };
    case 'row':
      return {
        ...block,
        label: onPaper(block.label, repertoire),
        amount: onPaper(block.amount, repertoire),
      };
    case 'qr':
      return { ...block, caption: onPaper(block.caption, repertoire) };
    default:
      return block;
  }
}

function onPaper(text: string, repertoire: Repertoire): string {
  return toPrintable(paperText(text), repertoire);
}
