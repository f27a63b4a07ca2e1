import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { renderHtml } from '#shared/domain/receipt/render-html.ts';
import { renderText } from '#shared/domain/receipt/render-text.ts';
import { displayWidth, wrapText } from '#shared/domain/receipt/text-width.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';

function receipt(...blocks: ReceiptBlock[]): ReceiptDocument {
  return { title: 'Receipt 1', locale: 'en-DE', blocks };
}

test('SAL-55 text is set in columns: titles centered, amounts at the right edge', () => {
  const document = receipt(
    { kind: 'title', text: 'Atelier Nord' },
    { kind: 'row', label: 'Lipstick in a shade of your own', amount: '€19.92', emphasis: 'normal' },
    { kind: 'row', label: 'Finish: matte', amount: '', emphasis: 'quiet', indent: 2 },
    { kind: 'rule' },
    { kind: 'text', text: 'until Monday', align: 'right' },
    { kind: 'space' },
    { kind: 'qr', data: 'urn:x', caption: 'Order 1' },
  );
  expect(renderText(document, 32)).toBe(
    [
      '          Atelier Nord',
      'Lipstick in a shade of    €19.92',
      'your own',
      '  Finish: matte',
      '--------------------------------',
      '                    until Monday',
      '',
      '            Order 1',
      '',
    ].join('\n'),
  );
});

test('SAL-55 wide characters count two cells, combining marks none', () => {
  expect(displayWidth('口紅')).toBe(4);
  expect(displayWidth('e\u0301')).toBe(1);
  expect(displayWidth('💄')).toBe(2);
  const row = receipt({ kind: 'row', label: '口紅', amount: '¥900', emphasis: 'normal' });
  expect(renderText(row, 32)).toBe(`口紅${' '.repeat(24)}¥900\n`);
});

test('SAL-55 an amount that leaves no room for a label gets its own line', () => {
  const amount = 'CHF 1’000’000’000.00 ca';
  const row = receipt({ kind: 'row', label: 'Everything', amount, emphasis: 'total' });
  expect(renderText(row, 30)).toBe(`Everything\n       ${amount}\n`);
});

test('SAL-55 whatever the texts, no line is wider than the paper and no amount is broken', () => {
  const label = fc.string({ unit: 'grapheme', maxLength: 80 });
  const amount = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((minor) => `€${minor}`);
  const columns = fc.constantFrom(32, 42, 48);
  fc.assert(
    fc.property(
      label,
      amount,
      columns,
      fc.integer({ min: 0, max: 8 }),
      (words, sum, width, indent) => {
        const text = renderText(
          receipt(
            { kind: 'row', label: words, amount: sum, emphasis: 'normal', indent },
            { kind: 'text', text: words, align: 'center' },
          ),
          width,
        );
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(text).toContain(sum);
      },
    ),
    { seed: 20_260_301, numRuns: 500 },
  );
});

test('SAL-55 wrapping loses no word', () => {
  const words = fc.array(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }));
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 48 }), (parts, columns) => {
      const text = parts.join(' ');
      const joined = wrapText(text, columns).join('').replaceAll(' ', '');
      expect(joined).toBe(text.replaceAll(' ', ''));
    }),
    { seed: 20_260_302, numRuns: 300 },
  );
});

test('SAL-59 every text is escaped and nothing is styled or run inline', () => {
  const evil = `<script>alert("x")</script> & 'quoted' onload=1`;
  const html = renderHtml({
    title: evil,
    locale: 'en"><img>',
    blocks: [
      { kind: 'title', text: evil },
      { kind: 'text', text: evil, align: 'left', bold: true },
      { kind: 'row', label: evil, amount: evil, emphasis: 'normal', indent: 2 },
      { kind: 'qr', data: evil, caption: evil },
      { kind: 'barcode', data: evil },
    ],
  });
  expect(html).not.toMatch(/<script|<img|style=/);
  expect(html.match(/&lt;script&gt;alert\(&quot;x&quot;\)/g)).toHaveLength(8);
});

test('SAL-59 neighboring rows are one list, and the QR code is a picture with a name', () => {
  const html = renderHtml(
    receipt(
      { kind: 'row', label: 'A', amount: '1', emphasis: 'normal' },
      { kind: 'row', label: 'B', amount: '2', emphasis: 'total' },
      { kind: 'rule' },
      { kind: 'space' },
      { kind: 'row', label: 'C', amount: '3', emphasis: 'quiet', indent: 2 },
      { kind: 'qr', data: 'urn:uuid:1', caption: 'Order 1' },
    ),
  );
  expect(html).toContain(
    '<dl class="receipt-rows"><div class="receipt-row receipt-row-normal"><dt>A</dt><dd>1</dd></div>' +
      '<div class="receipt-row receipt-row-total"><dt>B</dt><dd>2</dd></div></dl><hr class="receipt-rule">',
  );
  expect(html).toContain('receipt-row-quiet receipt-indent-2');
  expect(html).toMatch(
    /^<article class="receipt" lang="en-DE" aria-label="Receipt 1">.*<\/article>$/,
  );
  expect(html).toMatch(/<svg [^>]*role="img" aria-label="urn:uuid:1"[^>]*>.*<path d="M4 4h1v1h-1z/);
});

test('SAL-50 a language without words of its own gets the English ones', () => {
  expect(receiptTextsIn('en-DE').total).toBe('Total');
  expect(receiptTextsIn('tlh-DE')).toEqual(receiptTextsIn('en'));
});
