import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { expect, test } from 'vitest';
import { characters, codePageNumbers, codePages } from '#main/devices/protocols/code-pages.ts';
import { encodeReceipt } from '#main/devices/protocols/escpos-receipt.ts';
import { createEscposInterpreter } from '#main/devices/virtual/escpos-interpreter.ts';
import type { PaperElement } from '#shared/contract/ipc/bench.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';

const profile = { columns: 42, feedBeforeCut: 4 } as const;
const noDrawer = { openDrawer: false };

function receipt(...blocks: ReceiptBlock[]): ReceiptDocument {
  return { title: 'Receipt', locale: 'en', blocks };
}

function read(bytes: Uint8Array, pieceLength = bytes.length): readonly PaperElement[] {
  const paper: PaperElement[] = [];
  const interpreter = createEscposInterpreter(42, (element) => paper.push(element));
  for (let at = 0; at < bytes.length; at += pieceLength) {
    interpreter.push(bytes.subarray(at, at + pieceLength));
  }
  return paper;
}

function lines(paper: readonly PaperElement[]): readonly string[] {
  return paper.flatMap((element) =>
    element.kind === 'line' ? [element.runs.map(({ text }) => text).join('')] : [],
  );
}

const everything = receipt(
  { kind: 'title', text: 'Atelier Nord' },
  { kind: 'text', text: 'Für Zoé: 5 €', align: 'center' },
  { kind: 'row', label: 'Lipstick Crème', amount: '€19.90', emphasis: 'normal' },
  { kind: 'row', label: 'Total', amount: '€19.90', emphasis: 'total' },
  { kind: 'rule' },
  { kind: 'space' },
  { kind: 'qr', data: 'urn:uuid:0199', caption: 'Order D1-000001' },
  { kind: 'barcode', data: 'D1-000001' },
);

test('SAL-56 what the printer reads from the bytes is what the receipt says', () => {
  const paper = read(encodeReceipt(everything, profile, noDrawer));
  expect(lines(paper)).toEqual([
    // Twelve characters of double width between nine cells on either side.
    '         Atelier Nord',
    '               Für Zoé: 5 €',
    'Lipstick Crème                      €19.90',
    'Total                               €19.90',
    '-'.repeat(42),
    '             Order D1-000001',
  ]);
  expect(paper.at(-1)).toEqual({ kind: 'cut' });
  expect(paper).toContainEqual({ kind: 'qr', align: 'center', data: 'urn:uuid:0199' });
  expect(paper).toContainEqual({ kind: 'barcode', align: 'center', data: 'D1-000001' });
  const total = paper.find(
    (element) => element.kind === 'line' && element.runs[0]?.text.startsWith('Total') === true,
  );
  expect(total).toMatchObject({ runs: [{ bold: true, height: 2, width: 1 }] });
});

test('SAL-56 equal receipts give equal bytes', () => {
  expect(encodeReceipt(everything, profile, noDrawer)).toEqual(
    encodeReceipt(structuredClone(everything), profile, noDrawer),
  );
});

test('SAL-70 bytes may be cut anywhere', () => {
  const bytes = encodeReceipt(everything, profile, { openDrawer: true });
  const whole = read(bytes);
  for (const length of [1, 2, 3, 7, 64]) expect(read(bytes, length)).toEqual(whole);
});

test.each([
  ['Western', 'Zoë Müller, naïve crème brûlée à 12,50 € – “ñandú” ½ £ ¥ ©'],
  ['Central European', 'Łódź, Plzeň, Győr, Škoda, žluťoučký kůň'],
  ['Cyrillic', 'Губная помада, Київ'],
  ['Greek', 'Κραγιόν Αθήνα'],
  ['Turkish', 'İstanbul ışık ğ ş'],
  ['Baltic', 'Rīga, Šiauliai, ąčęėįšųūž'],
])('SAL-56 %s text comes back as it was', (_, text) => {
  const paper = read(
    encodeReceipt(receipt({ kind: 'text', text, align: 'left' }), profile, noDrawer),
  );
  expect(lines(paper).join(' ')).toBe(text.normalize('NFC'));
});

test('SAL-56 scripts that share no code page are printed in one line all the same', () => {
  const text = 'Κραγιόν помада';
  const paper = read(
    encodeReceipt(receipt({ kind: 'text', text, align: 'left' }), profile, noDrawer),
  );
  expect(lines(paper)).toEqual([text]);
});

test('SAL-56 what no code page has loses its accents or becomes a question mark', () => {
  const text = 'Việt Nam 口紅 💄 −5';
  const paper = read(
    encodeReceipt(receipt({ kind: 'text', text, align: 'left' }), profile, noDrawer),
  );
  expect(lines(paper)).toEqual(['Viet Nam ?? ? -5']);
});

test('SAL-57 control characters never reach the printer', () => {
  const attack = 'A\u001bp\u0000\u0019\u0019B\u001dV\u0000\u0007\u202EC';
  const document = receipt(
    { kind: 'title', text: attack },
    { kind: 'text', text: attack, align: 'left' },
    { kind: 'row', label: attack, amount: attack, emphasis: 'normal' },
    { kind: 'qr', data: 'x', caption: attack },
  );
  const paper = read(encodeReceipt(document, { columns: 42, feedBeforeCut: null }, noDrawer));
  expect(paper.filter(({ kind }) => kind === 'drawerPulse' || kind === 'cut')).toEqual([]);
  expect(lines(paper).at(1)).toBe('ApBVC');
});

test('SAL-58 the drawer opens before anything is printed, and only when it is asked for', () => {
  const [first] = read(encodeReceipt(everything, profile, { openDrawer: true }));
  expect(first).toEqual({ kind: 'drawerPulse' });
  const without = read(encodeReceipt(everything, profile, noDrawer));
  expect(without.some(({ kind }) => kind === 'drawerPulse')).toBe(false);
});

test('SAL-56 every character of our code page tables is the one that the encoder means', () => {
  for (const page of codePages) {
    for (const [byte, character] of characters(page).entries()) {
      // The encoder sends these two as the control bytes that IBM drew them on; Windows-1252 has
      // them too and is tried first.
      if (page === 'cp858' && '¶§'.includes(character)) continue;
      if (byte < 0x20 || byte === 0x7f || /[\p{Cc}\uFFFD]/u.test(character)) continue;
      const encoder = new ReceiptPrinterEncoder({
        language: 'esc-pos',
        columns: 42,
        newline: '\n',
        codepageMapping: { ...codePageNumbers },
      });
      const bytes = encoder.codepage(page).text(character).encode();
      expect([page, character, bytes.at(-2)]).toEqual([page, character, byte]);
    }
  }
});

test.each([32, 42, 48] as const)('SAL-55 on %d columns no amount is broken', (columns) => {
  const label = 'A serum with a very long name that does not fit on any line of paper';
  const document = receipt(
    { kind: 'row', label, amount: '€1,234.00', emphasis: 'normal' },
    { kind: 'row', label, amount: '€1,234.00', emphasis: 'quiet', indent: 2 },
  );
  const paper: PaperElement[] = [];
  createEscposInterpreter(columns, (element) => paper.push(element)).push(
    encodeReceipt(document, { columns, feedBeforeCut: null }, noDrawer),
  );
  const printed = lines(paper);
  expect(printed.filter((line) => line.endsWith('€1,234.00'))).toHaveLength(2);
  for (const line of printed) expect(line.length).toBeLessThanOrEqual(columns);
  expect(printed.join(' ').replaceAll(/\s+/g, ' ')).toContain('any line of paper');
});
