import { assertNever } from '#shared/lib/assert.ts';
import type { ReceiptBlock, ReceiptDocument } from './receipt-document.ts';
import { displayWidth, paperText, wrapText } from './text-width.ts';

/** How a line is set; `title` may be larger, see `PaperSize`. */
export type PaperStyle = 'normal' | 'strong' | 'quiet' | 'title' | 'total';

/** What goes on paper, top to bottom. A line's text is no wider than the paper. */
export type PaperItem =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align: 'left' | 'center' | 'right';
      readonly style: PaperStyle;
    }
  | { readonly kind: 'qr'; readonly data: string }
  | { readonly kind: 'barcode'; readonly data: string };

export interface PaperSize {
  /** Character cells of a line. */
  readonly columns: number;
  /** Character cells of a title line; fewer than `columns` where titles are set larger. */
  readonly titleColumns: number;
}

/** A label narrower than this beside its amount is hard to read: the amount then gets its own line. */
const minLabelColumns = 8;

/** Sets a receipt in lines for paper of `size`: labels and texts wrap, amounts never do. */
export function layOutReceipt(document: ReceiptDocument, size: PaperSize): readonly PaperItem[] {
  return document.blocks.flatMap((block) => layOutBlock(block, size));
}

function layOutBlock(block: ReceiptBlock, size: PaperSize): readonly PaperItem[] {
  switch (block.kind) {
    case 'title':
      return wrapText(block.text, size.titleColumns).map((text) => ({
        kind: 'line',
        text,
        align: 'center',
        style: 'title',
      }));
    case 'text':
      return wrapText(block.text, size.columns).map((text) => ({
        kind: 'line',
        text,
        align: block.align,
        style: block.bold === true ? 'strong' : 'normal',
      }));
    case 'row':
      return rowLines(block, size.columns).map((text) => ({
        kind: 'line',
        text,
        align: 'left',
        style: block.emphasis,
      }));
    case 'rule':
      return [{ kind: 'line', text: '-'.repeat(size.columns), align: 'left', style: 'quiet' }];
    case 'space':
      return [{ kind: 'line', text: '', align: 'left', style: 'normal' }];
    case 'qr':
      return [
        { kind: 'qr', data: block.data },
        ...wrapText(block.caption, size.columns).map(
          (text): PaperItem => ({ kind: 'line', text, align: 'center', style: 'quiet' }),
        ),
      ];
    case 'barcode':
      return [{ kind: 'barcode', data: block.data }];
    default:
      return assertNever(block);
  }
}

function rowLines(
  block: Extract<ReceiptBlock, { kind: 'row' }>,
  columns: number,
): readonly string[] {
  const indent = ' '.repeat(block.indent ?? 0);
  const amount = paperText(block.amount);
  const beside = columns - indent.length - displayWidth(amount) - 1;
  const ownLine = beside < minLabelColumns;
  const labelColumns = amount === '' || ownLine ? columns - indent.length : beside;
  const label = wrapText(block.label, labelColumns).map((line) => indent + line);
  if (amount === '') return label;
  if (ownLine) return [...label, amount.padStart(columns - displayWidth(amount) + amount.length)];
  const [first = '', ...rest] = label;
  const gap = ' '.repeat(columns - displayWidth(first) - displayWidth(amount));
  return [first + gap + amount, ...rest];
}
