import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { expect, test } from 'vitest';
import { bytesOf, codePages } from '#main/devices/protocols/escpos/code-pages.ts';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import {
  printerProfile,
  printerProfiles,
} from '#main/devices/protocols/escpos/printer-profiles.ts';
import { createEscposInterpreter } from '#main/devices/virtual/escpos-interpreter.ts';
import { type PrinterProfileId, printerProfileIds } from '#shared/contract/ipc/devices.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';

const t88 = printerProfile('epson-tm-t88');
const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };

function receipt(...blocks: ReceiptBlock[]): ReceiptDocument {
  return { title: 'Receipt', locale: 'en', blocks };
}

function read(
  bytes: Uint8Array,
  id: PrinterProfileId = 'epson-tm-t88',
  pieceLength = bytes.length,
): readonly PaperElement[] {
  const paper: PaperElement[] = [];
  const interpreter = createEscposInterpreter(printerProfile(id), (element) => paper.push(element));
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
  const paper = read(encodeReceipt(everything, t88, options));
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
  expect(paper).toContainEqual(
    expect.objectContaining({ kind: 'qr', align: 'center', data: 'urn:uuid:0199' }),
  );
  expect(paper).toContainEqual(
    expect.objectContaining({ kind: 'barcode', align: 'center', data: 'D1-000001' }),
  );
  const total = paper.find(
    (element) => element.kind === 'line' && element.runs[0]?.text.startsWith('Total') === true,
  );
  expect(total).toMatchObject({ runs: [{ bold: true, height: 2, width: 1 }] });
});

test.each(printerProfileIds)('SAL-56 %s: equal receipts give equal bytes', (id) => {
  const profile = printerProfile(id);
  const mixed = {
    ...everything,
    blocks: [...everything.blocks, foreign('口紅'), foreign('مرحبا')],
  };
  const bytes = encodeReceipt(mixed, profile, options);
  expect(encodeReceipt(structuredClone(mixed), profile, options)).toEqual(bytes);
});

function foreign(label: string): ReceiptBlock {
  return { kind: 'row', label, amount: '€19.90', emphasis: 'normal' };
}

test('DEV-80 bytes may be cut anywhere', () => {
  const bytes = encodeReceipt(everything, t88, { ...options, openDrawer: true });
  const whole = read(bytes);
  for (const length of [1, 2, 3, 7, 64]) expect(read(bytes, t88.id, length)).toEqual(whole);
});

const languages: readonly (readonly [string, string])[] = [
  ['Western', 'Zoë Müller, naïve crème brûlée à 12,50 € – “ñandú” ½ £ ¥ ©'],
  ['Central European', 'Łódź, Plzeň, Győr, Škoda, žluťoučký kůň'],
  ['Cyrillic', 'Губная помада, Київ'],
  ['Greek', 'Κραγιόν Αθήνα'],
  ['Turkish', 'İstanbul ışık ğ ş'],
  ['Baltic', 'Rīga, Šiauliai, ąčęėįšųū'],
];

test.each(
  (['epson-tm-t88', 'epson-tm-t20', 'bixolon-srp'] as const).flatMap((id) =>
    languages.map(([language, text]) => ({ id, language, text })),
  ),
)('SAL-56 DEV-23 $id: $language text comes back as it was', ({ id, text }) => {
  const document = receipt({ kind: 'text', text, align: 'left' });
  const paper = read(encodeReceipt(document, printerProfile(id), options), id);
  expect(lines(paper).join(' ')).toBe(text);
});

test('SAL-56 DEV-23 scripts that share no code page are printed in one line all the same', () => {
  const text = 'Κραγιόν помада';
  const document = receipt({ kind: 'text', text, align: 'left' });
  expect(lines(read(encodeReceipt(document, t88, options)))).toEqual([text]);
});

test('SAL-57 control characters never reach the printer', () => {
  const attack = 'A\u001bp\u0000\u0019\u0019B\u001dV\u0000\u0007\u202EC';
  const document = receipt(
    { kind: 'title', text: attack },
    { kind: 'text', text: attack, align: 'left' },
    { kind: 'row', label: attack, amount: attack, emphasis: 'normal' },
    { kind: 'row', label: `口${attack}`, amount: attack, emphasis: 'normal' },
    { kind: 'qr', data: 'x', caption: attack },
    { kind: 'barcode', data: attack },
  );
  for (const { id } of printerProfiles.values()) {
    const paper = read(encodeReceipt(document, printerProfile(id), options), id);
    expect(paper.filter(({ kind }) => kind === 'drawerPulse')).toEqual([]);
    const cuts = paper.filter(({ kind }) => kind === 'cut');
    expect(cuts).toHaveLength(id === 'generic-58mm' ? 0 : 1);
    expect(lines(paper).at(1)).toBe('ApBVC');
  }
});

test.each(printerProfileIds)('DEV-22 %s: the drawer opens first, and only when asked', (id) => {
  const profile = printerProfile(id);
  const bytes = encodeReceipt(everything, profile, { ...options, openDrawer: true });
  // ESC p: pin 2, 100 ms on, 500 ms off.
  expect([...bytes.subarray(0, 5)]).toEqual([0x1b, 0x70, 0, 50, 250]);
  const without = read(encodeReceipt(everything, profile, options), id);
  expect(without.some(({ kind }) => kind === 'drawerPulse')).toBe(false);
});

test('SAL-56 DEV-21 every character of our code page tables is the one that the encoder means', () => {
  for (const page of codePages) {
    const encoder = new ReceiptPrinterEncoder({
      language: 'esc-pos',
      columns: 48,
      newline: '\n',
      codepageMapping: { [page]: 1 },
    });
    for (const [character, byte] of bytesOf(page)) {
      // The encoder sends these two as the control bytes that IBM drew them on.
      if (page.startsWith('cp') && '¶§'.includes(character)) continue;
      const bytes = encoder.initialize().codepage(page).text(character).encode();
      expect([page, character, bytes.at(-2)]).toEqual([page, character, byte]);
    }
  }
});

test.each(printerProfileIds)('SAL-55 DEV-25 %s: no amount is broken, no line is too wide', (id) => {
  const { columns } = printerProfile(id);
  const label = 'A serum with a very long name that does not fit on any line of paper';
  const document = receipt(
    { kind: 'row', label, amount: '€1,234.00', emphasis: 'normal' },
    { kind: 'row', label, amount: '€1,234.00', emphasis: 'quiet', indent: 2 },
  );
  const printed = lines(read(encodeReceipt(document, printerProfile(id), options), id));
  expect(printed.filter((line) => line.endsWith('€1,234.00'))).toHaveLength(2);
  for (const line of printed) expect(line.length).toBeLessThanOrEqual(columns);
  expect(printed.join(' ').replaceAll(/\s+/g, ' ')).toContain('any line of paper');
});

test('DEV-29 a copy says so, large, at its top and its bottom', () => {
  const plain = lines(read(encodeReceipt(everything, t88, options)));
  const paper = read(encodeReceipt(everything, t88, { ...options, copy: true }));
  const mark = `${' '.repeat(17)}COPY`;
  expect(lines(paper)).toEqual([mark, ...plain, mark]);
  expect(paper[0]).toMatchObject({
    kind: 'line',
    runs: [expect.anything(), { text: 'COPY', bold: true, width: 2, height: 2 }],
  });
});

test('DEV-24 what ASCII has costs no command, and a style is said once', () => {
  const rows = Array.from({ length: 3 }, () => foreign('Lipstick'));
  const bytes = encodeReceipt(receipt(...rows), t88, options);
  const pages = bytes.filter((byte, at) => byte === 0x74 && bytes[at - 1] === 0x1b);
  expect(pages).toHaveLength(1);
});
