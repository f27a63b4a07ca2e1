import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import { printerProfile } from '#main/devices/protocols/escpos/printer-profiles.ts';
import { repertoireOf } from '#main/devices/protocols/escpos/repertoire.ts';
import { toPrintable } from '#main/devices/protocols/escpos/transliterate.ts';
import { printerProfileIds } from '#shared/contract/ipc/devices.ts';
import type { ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { displayWidth, paperText } from '#shared/domain/receipt/text-width.ts';
import { textLinesOf } from '../../helpers/escpos-bytes.ts';

const nothing = () => false;
/** A printer that has ASCII, and none of whose other letters can be drawn. */
const ascii = { inPage: (character: string) => /[ -~]/.test(character), inFont: nothing };

test.each([
  ['≥ 5 ≤ 6 ≠ 7', '>= 5 <= 6 != 7'],
  ['– — “ ” ‘ ’ …', '- - " " \' \' ...'],
  ['→ ← ×', '-> <- *'],
  ['₺12 ₽5 ₩9', 'TL12 RUB5 KRW9'],
  ['Việt Nam', 'Viet Nam'],
  ['e\u0301 n\u0303 o\u0302\u0323', 'e n o'],
  ['ŵŷ Ħ', 'wy H'],
  ['㈱ ﬁn ①²', '(Zhu) fin 12'],
  ['💄 ❤️', ':lipstick: :heart:'],
  ['Αθήνα', 'Athina'],
  ['Щука', 'Shchuka'],
  ['口紅', 'KouHong'],
  ['가', 'Ga'],
  ['？ ؟ ¿', '? ? ?'],
  ['\uE000 \u{10FFFD}', '[U+E000] [U+10FFFD]'],
  ['\uD800', '[U+D800]'],
  ['a\uFE0F\u200D\u00AD\u0301b', 'ab'],
])('DEV-28 %j is spelled %j where nothing better is there', (text, expected) => {
  expect(toPrintable(text, ascii)).toBe(expected);
});

test('DEV-28 what a code page or a typeface has is left as it is', () => {
  const latin = { ...ascii, inPage: (character: string) => /[ -~é€]/.test(character) };
  expect(toPrintable('é €', latin)).toBe('é €');
  const drawing = { ...latin, inFont: (character: string) => /[ -~口紅、]/.test(character) };
  expect(toPrintable('口紅、é5', drawing)).toBe('口紅、é5');
  // A sign alone makes no image of a line; beside letters that do, it is drawn.
  expect(toPrintable('、5', drawing)).toBe(',5');
  expect(toPrintable('㈱口', drawing)).toBe('(Zhu)口');
});

test('DEV-28 direction marks stay with what is read from right to left alone', () => {
  const { inPage, inFont } = repertoireOf(printerProfile('epson-tm-t88'));
  const amount = '\u200E-12.50';
  expect(toPrintable(paperText(amount), { inPage, inFont })).toBe('-12.50');
  expect(toPrintable(paperText(`${amount} د.إ.`), { inPage, inFont })).toBe(`${amount} د.إ.`);
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);

test('DEV-28 whatever the text, it becomes printable, and a question mark was one before', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...printerProfileIds), (text, id) => {
      const repertoire = repertoireOf(printerProfile(id));
      const printable = toPrintable(paperText(text), repertoire);
      for (const character of printable) {
        expect(repertoire.inPage(character) || repertoire.inFont(character)).toBe(true);
      }
      const spelled = toPrintable(paperText(text), ascii);
      expect(spelled).toMatch(/^[ -~]*$/);
      if (!/\p{Po}/u.test(text)) expect(printable + spelled).not.toContain('?');
    }),
    { seed: 20_260_401, numRuns: 1_000 },
  );
});

test('DEV-28 whatever the text, its bytes are text in known pages or whole commands', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...printerProfileIds), (text, id) => {
      const profile = printerProfile(id);
      const document: ReceiptDocument = {
        title: '',
        locale: 'en-DE',
        blocks: [
          { kind: 'title', text },
          { kind: 'row', label: text, amount: '€1,234.00', emphasis: 'normal', indent: 2 },
        ],
      };
      const bytes = encodeReceipt(document, profile, {
        openDrawer: false,
        copy: false,
        storedLogos: new Set(),
      });
      for (const line of textLinesOf(bytes, profile)) {
        expect(displayWidth(line.text)).toBeLessThanOrEqual(profile.columns);
        expect(line.text).not.toMatch(/[\p{Cc}\uFFFD]/u);
      }
    }),
    { seed: 20_260_402, numRuns: 300 },
  );
});
