import { layOutReceipt, type PaperItem, rowText } from './paper-layout.ts';
import type { ReceiptDocument } from './receipt-document.ts';
import { displayWidth } from './text-width.ts';

/** The receipt as plain text, `columns` cells wide (32, 42 and 48 are common); ends with a line feed. */
export function renderText(document: ReceiptDocument, columns: number): string {
  const items = layOutReceipt(document, { columns, titleColumns: columns });
  return items.map((item) => textOf(item, columns)).join('');
}

function textOf(item: PaperItem, columns: number): string {
  switch (item.kind) {
    case 'line':
      return `${align(item.text, item.align, columns).trimEnd()}\n`;
    case 'row':
      return `${rowText(item, columns).trimEnd()}\n`;
    case 'barcode':
      return `${align(item.data, 'center', columns)}\n`;
    case 'qr':
      // Nobody can scan it here, and its caption says the same.
      return '';
    case 'logo':
      // The store's name follows.
      return '';
  }
}

function align(text: string, where: 'left' | 'center' | 'right', columns: number): string {
  const free = Math.max(0, columns - displayWidth(text));
  const left = where === 'left' ? 0 : where === 'right' ? free : Math.floor(free / 2);
  return ' '.repeat(left) + text;
}
