import { assertNever } from '#shared/lib/assert.ts';
import type { Bitmap } from '../catalog/bitmap.ts';
import type { ReceiptBlock, ReceiptDocument } from './receipt-document.ts';
import { displayWidth, paperText, wrapText } from './text-width.ts';

/** How a line is set; `title` may be larger, see `PaperSize`. */
export type PaperStyle = 'normal' | 'strong' | 'quiet' | 'title' | 'total';

/** A label at one edge of the line and an amount at the other; together no wider than the paper. */
export interface PaperRow {
  readonly kind: 'row';
  /** Cells between the edge and the label. */
  readonly indent: number;
  readonly label: string;
  readonly amount: string;
  readonly style: PaperStyle;
}

/** What goes on paper, top to bottom. A line's text is no wider than the paper. */
export type PaperItem =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly align: 'left' | 'center' | 'right';
      readonly style: PaperStyle;
    }
  | PaperRow
  | { readonly kind: 'qr'; readonly data: string }
  | { readonly kind: 'barcode'; readonly data: string }
  | { readonly kind: 'logo'; readonly bitmap: Bitmap };

/** How much fits on a line. */
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

/** A row as text of `columns` cells, the label at the left. */
export function rowText({ indent, label, amount }: PaperRow, columns: number): string {
  const start = ' '.repeat(indent) + label;
  if (amount === '') return start;
  return start + ' '.repeat(columns - displayWidth(start) - displayWidth(amount)) + amount;
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
      return rows(block, size.columns);
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
    case 'logo': {
      const { widthDots, heightDots, bits } = block;
      return [{ kind: 'logo', bitmap: { widthDots, heightDots, bits } }];
    }
    default:
      return assertNever(block);
  }
}

function rows(block: Extract<ReceiptBlock, { kind: 'row' }>, columns: number): readonly PaperRow[] {
  const indent = block.indent ?? 0;
  const amount = paperText(block.amount);
  const row = (label: string, beside: string): PaperRow => ({
    kind: 'row',
    indent,
    label,
    amount: beside,
    style: block.emphasis,
  });
  const free = columns - indent;
  const beside = free - displayWidth(amount) - 1;
  const ownLine = beside < minLabelColumns;
  const labels = wrapText(block.label, amount === '' || ownLine ? free : beside);
  if (amount === '') return labels.map((label) => row(label, ''));
  if (ownLine) return [...labels.map((label) => row(label, '')), { ...row('', amount), indent: 0 }];
  return labels.map((label, index) => row(label, index === 0 ? amount : ''));
}
