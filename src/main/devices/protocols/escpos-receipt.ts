import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import {
  layOutReceipt,
  type PaperItem,
  type PaperStyle,
} from '#shared/domain/receipt/paper-layout.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { paperText } from '#shared/domain/receipt/text-width.ts';
import { codePageNumbers, codePages, fits, toPrintable } from './code-pages.ts';

/** What we must know of a printer to write for it. */
export interface PrinterProfile {
  /** Character cells of a line in font A: 32 on 58 mm paper, 42 or 48 on 80 mm. */
  readonly columns: 32 | 42 | 48;
  /** Lines between print head and knife; `null`: there is no knife. */
  readonly feedBeforeCut: number | null;
}

interface Setting {
  readonly bold: boolean;
  readonly width: number;
  readonly height: number;
}

// The encoder would send a line feed after each of these. ESC p: pin 2, 100 ms on, 500 ms off.
const drawerPulse = [0x1b, 0x70, 0, 50, 250];
const partialCut = [0x1d, 0x56, 1];

const settings: Readonly<Record<PaperStyle, Setting>> = {
  normal: { bold: false, width: 1, height: 1 },
  quiet: { bold: false, width: 1, height: 1 },
  strong: { bold: true, width: 1, height: 1 },
  total: { bold: true, width: 1, height: 2 },
  title: { bold: true, width: 2, height: 2 },
};

/** The receipt as ESC/POS bytes; equal input gives equal bytes. SAL-56 to SAL-58. */
export function encodeReceipt(
  document: ReceiptDocument,
  profile: PrinterProfile,
  options: { readonly openDrawer: boolean },
): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: profile.columns,
    newline: '\n',
    codepageMapping: { ...codePageNumbers },
    codepageCandidates: [...codePages],
  });
  encoder.initialize();
  const size = { columns: profile.columns, titleColumns: Math.floor(profile.columns / 2) };
  for (const item of layOutReceipt(printableDocument(document), size)) print(encoder, item);
  if (profile.feedBeforeCut !== null) encoder.newline(profile.feedBeforeCut);
  return Uint8Array.from([
    // First, so that the associate need not wait for the paper.
    ...(options.openDrawer ? drawerPulse : []),
    ...encoder.encode(),
    ...(profile.feedBeforeCut === null ? [] : partialCut),
  ]);
}

function print(encoder: ReceiptPrinterEncoder, item: PaperItem): void {
  switch (item.kind) {
    case 'qr':
      encoder.align('center').qrcode(item.data, { model: 2, size: 6, errorlevel: 'm' });
      return;
    case 'barcode':
      encoder.align('center').barcode(item.data, 'code128', { height: 60, text: true });
      return;
    case 'line': {
      const { bold, width, height } = settings[item.style];
      encoder.align(item.align).bold(bold).size(width, height);
      encoder.codepage(codePages.find((page) => fits(page, item.text)) ?? 'auto');
      encoder.line(item.text);
      encoder.bold(false).size(1, 1);
    }
  }
}

/** Before it is set in lines: only what the printer has, one cell each. */
function printableDocument(document: ReceiptDocument): ReceiptDocument {
  return { ...document, blocks: document.blocks.map(printableBlock) };
}

function printableBlock(block: ReceiptBlock): ReceiptBlock {
  switch (block.kind) {
    case 'title':
    case 'text':
      return { ...block, text: onPaper(block.text) };
    case 'row':
      return { ...block, label: onPaper(block.label), amount: onPaper(block.amount) };
    case 'qr':
      return { ...block, caption: onPaper(block.caption) };
    default:
      return block;
  }
}

function onPaper(text: string): string {
  return toPrintable(paperText(text));
}
