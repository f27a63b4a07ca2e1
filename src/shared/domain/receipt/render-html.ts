import { encode } from 'uqr';
import { assertNever } from '#shared/lib/assert.ts';
import { type Bitmap, bitmapPath } from '../catalog/bitmap.ts';
import { isRightToLeft } from './direction.ts';
import type { ReceiptBlock, ReceiptDocument } from './receipt-document.ts';

type Row = Extract<ReceiptBlock, { kind: 'row' }>;

/**
 * The receipt as one HTML element: semantic, every text escaped, no script and no inline style.
 * It is styled through its classes alone, which all begin with `receipt`.
 */
export function renderHtml(document: ReceiptDocument): string {
  const title = escapeHtml(document.title);
  const body = groupRows(document.blocks)
    .map((part) => (Array.isArray(part) ? rowsHtml(part) : blockHtml(part)))
    .join('');
  const direction = isRightToLeft(document.locale) ? ' dir="rtl"' : '';
  return `<article class="receipt" lang="${escapeHtml(document.locale)}"${direction} aria-label="${title}">${body}</article>`;
}

type Block = Exclude<ReceiptBlock, Row>;

/** Neighboring rows belong to one list. */
function groupRows(blocks: readonly ReceiptBlock[]): readonly (Block | Row[])[] {
  const parts: (Block | Row[])[] = [];
  for (const block of blocks) {
    if (block.kind !== 'row') {
      parts.push(block);
      continue;
    }
    const last = parts.at(-1);
    if (Array.isArray(last)) last.push(block);
    else parts.push([block]);
  }
  return parts;
}

function rowsHtml(rows: readonly Row[]): string {
  return `<dl class="receipt-rows">${rows.map(rowHtml).join('')}</dl>`;
}

function rowHtml(row: Row): string {
  const indent = row.indent === undefined ? '' : ` receipt-indent-${row.indent}`;
  const classes = `receipt-row receipt-row-${row.emphasis}${indent}`;
  return `<div class="${classes}"><dt>${escapeHtml(row.label)}</dt><dd>${escapeHtml(row.amount)}</dd></div>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<p class="receipt-title">${escapeHtml(block.text)}</p>`;
    case 'text': {
      const text = escapeHtml(block.text);
      const content = block.bold === true ? `<strong>${text}</strong>` : text;
      return `<p class="receipt-text receipt-${block.align}">${content}</p>`;
    }
    case 'rule':
      return '<hr class="receipt-rule">';
    case 'space':
      return '<div class="receipt-space"></div>';
    case 'qr':
      return `<figure class="receipt-qr">${qrSvg(block.data)}<figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
    case 'barcode':
      return `<p class="receipt-barcode">${escapeHtml(block.data)}</p>`;
    case 'logo':
      return logoSvg(block, block.alt);
    default:
      return assertNever(block);
  }
}

/** Dark modules as one path on a light square, with the quiet zone of four modules around them. */
function qrSvg(data: string): string {
  const { size, data: modules } = encode(data, { ecc: 'M', border: 4 });
  const path = modules
    .flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    `<svg class="receipt-qr-code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${escapeHtml(data)}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  );
}

function logoSvg(bitmap: Bitmap, alt: string): string {
  return (
    `<svg class="receipt-logo" viewBox="0 0 ${bitmap.widthDots} ${bitmap.heightDots}" role="img" aria-label="${escapeHtml(alt)}" shape-rendering="crispEdges">` +
    `<path d="${bitmapPath(bitmap)}" fill="#000"/></svg>`
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
