import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeReceipt } from '#main/devices/protocols/escpos/encode-receipt.ts';
import {
  printerProfile,
  printerProfiles,
} from '#main/devices/protocols/escpos/printer-profiles.ts';
import { rasterCommands, withoutRealTime } from '#main/devices/protocols/escpos/raster-image.ts';
import { canDraw } from '#main/devices/protocols/escpos/repertoire.ts';
import { woffCharacters } from '#main/devices/protocols/escpos/woff-characters.ts';
import { printerProfileIds } from '#shared/contract/ipc/devices.ts';
import type { ReceiptBlock, ReceiptDocument } from '#shared/domain/receipt/receipt-document.ts';
import { required } from '#shared/lib/assert.ts';
import {
  commandsOf,
  imageOf,
  inkColumns,
  inkOf,
  isCommand,
  type SentImage,
  textLinesOf,
} from '../../helpers/escpos-bytes.ts';

const options = { openDrawer: false, copy: false, storedLogos: new Set<string>() };
const cell = 12;
const t88 = printerProfile('epson-tm-t88');

function receipt(locale: string, ...blocks: ReceiptBlock[]): ReceiptDocument {
  return { title: '', locale, blocks };
}

function drawn(document: ReceiptDocument, profile = t88): SentImage {
  return required(imageOf(encodeReceipt(document, profile, options)), 'an image');
}

function row(label: string, amount: string, indent = 0): ReceiptBlock {
  return { kind: 'row', label, amount, emphasis: 'normal', indent };
}

test.each(printerProfileIds)('DEV-27 %s: label at the left, amount at the right edge', (id) => {
  const profile = printerProfile(id);
  const width = profile.columns * cell;
  const [label, amount, ...more] = inkColumns(
    drawn(receipt('ja', row('口紅', '¥900', 2)), profile),
    60,
  );
  expect(more).toEqual([]);
  // Two cells of indent and two characters of two cells.
  expect(label?.[0]).toBeGreaterThanOrEqual(2 * cell);
  expect(label?.[1]).toBeLessThan(6 * cell);
  expect(amount?.[0]).toBeGreaterThanOrEqual(width - 4 * cell);
  expect(width - (amount?.[1] ?? 0)).toBeLessThanOrEqual(3);
});

test.each(printerProfileIds)('DEV-31 %s: right to left, everything is set from the right', (id) => {
  const profile = printerProfile(id);
  const width = profile.columns * cell;
  const document = receipt('ar-AE', row('أحمر شفاه', '12.50 د.إ.', 2));
  const ranges = inkColumns(drawn(document, profile), 30);
  const [amount] = ranges;
  const label = ranges.at(-1);
  expect(amount?.[0]).toBeLessThanOrEqual(3);
  expect(amount?.[1]).toBeLessThan(10 * cell);
  expect(label?.[0]).toBeGreaterThan(width - 12 * cell);
  expect(label?.[1]).toBeLessThan(width - 2 * cell);
  // Letters that the printer has itself are mirrored just so.
  const latin = receipt('ar-AE', row('Eau de Parfum', '250.00'), {
    kind: 'text',
    text: 'D1-000123',
    align: 'left',
  });
  const [first, second] = textLinesOf(encodeReceipt(latin, profile, options), profile);
  expect(first?.text).toBe(`250.00${'Eau de Parfum'.padStart(profile.columns - 6)}`);
  expect(second?.text).toBe('D1-000123'.padStart(profile.columns));
});

test('DEV-31 a minus sign stays before its number, and numbers read from left to right', () => {
  const format = new Intl.NumberFormat('ar-AE', { style: 'currency', currency: 'AED' });
  const amountOf = (amount: number) => drawn(receipt('ar-AE', row('', format.format(amount))));
  const negative = amountOf(-12.5);
  const ranges = inkColumns(negative, 1);
  expect(ranges).toHaveLength(inkColumns(amountOf(12.5), 1).length + 1);
  // From the right: 0, 5, the point, 2, 1, and the dash, which alone is flat.
  const heights = ranges.slice(-6).map(([from]) => {
    const rows = Array.from({ length: negative.heightDots }, (_, y) => negative.isBlack(from, y));
    return rows.lastIndexOf(true) - rows.indexOf(true) + 1;
  });
  expect(heights[0]).toBeLessThanOrEqual(3);
  const [, ...digits] = ranges.slice(-6).map(([from, to]) => to - from);
  expect(Math.min(...digits)).toBe(digits[2]); // The point is the narrowest of the five.
});

test('DEV-27 titles are twice as wide and high, and in the middle', () => {
  const text = drawn(receipt('ja', { kind: 'text', text: '北欧', align: 'center' }));
  const title = drawn(receipt('ja', { kind: 'title', text: '北欧' }));
  for (const [image, size] of [
    [text, 1],
    [title, 2],
  ] as const) {
    const [only] = inkColumns(image, 60);
    const [from, to] = required(only, 'ink');
    expect(to - from).toBeGreaterThan(3.5 * cell * size);
    expect(to - from).toBeLessThan(4 * cell * size);
    expect(Math.abs((from + to) / 2 - (42 * cell) / 2)).toBeLessThanOrEqual(2 * size);
  }
  expect(title.heightDots).toBe(2 * text.heightDots);
});

test('DEV-27 letters take their cells, also those that the typeface has in double width', () => {
  const star = printerProfile('star-esc-pos');
  const text = 'Ґудзик'.repeat(8);
  const document = receipt('uk', { kind: 'text', text, align: 'left' });
  const [from, to] = required(inkColumns(drawn(document, star), 60)[0], 'ink');
  expect(from).toBeLessThanOrEqual(6);
  expect(to).toBeGreaterThan(46 * cell);
  expect(to).toBeLessThan(48 * cell);
});

test('DEV-27 different texts look different, bold has more ink, and marks are not cut off', () => {
  const line = (text: string, bold = false) =>
    drawn(receipt('ar', { kind: 'text', text, align: 'left', bold }));
  expect(inkOf(line('口'))).not.toBe(inkOf(line('回')));
  expect(inkOf(line('口紅', true))).toBeGreaterThan(inkOf(line('口紅')));
  const marked = line('مُرَطِّبٌ');
  const edges = [0, marked.heightDots - 1].flatMap((y) =>
    Array.from({ length: marked.widthDots }, (_, x) => marked.isBlack(x, y)),
  );
  expect(edges).not.toContain(true);
});

test('DEV-26 DEV-28 letters that no typeface has are spelled, and never drawn as boxes', () => {
  // Cuneiform, and a script that Unicode took up in 2024.
  for (const text of ['\u{12000}\u{12001}', '\u{105C0}']) {
    if (Array.from(text).every(canDraw)) continue; // Some machine has a typeface for it.
    const bytes = encodeReceipt(receipt('en', { kind: 'text', text, align: 'left' }), t88, options);
    expect(imageOf(bytes)).toBeNull();
    expect(textLinesOf(bytes, t88)[0]?.text).toMatch(/^[ -~]+$/);
  }
  const mixed = receipt('ja', { kind: 'text', text: '口\uE000', align: 'left' });
  const spelled = receipt('ja', { kind: 'text', text: '口[U+E000]', align: 'left' });
  expect(encodeReceipt(mixed, t88, options)).toEqual(encodeReceipt(spelled, t88, options));
});

test('DEV-32 images come in bands of at most a kilobyte, without a real-time command in them', () => {
  const rowBytes = 63;
  const bytes = Uint8Array.from(
    { length: rowBytes * 100 },
    (_, at) => [0x10, 0x14, 0x01][at % 3] ?? 0,
  );
  const commands = commandsOf(rasterCommands({ rowBytes, heightDots: 100, bytes }));
  for (const command of commands) {
    expect(isCommand(command, 'GS', 'v')).toBe(true);
    expect(command.length).toBeLessThanOrEqual(1_024 + 8);
  }
  const sent = Buffer.concat(commands.map((command) => command.subarray(8)));
  expect(sent).toHaveLength(bytes.length);
  for (const code of [0x04, 0x05, 0x14]) expect(sent.includes(Buffer.of(0x10, code))).toBe(false);
  expect(withoutRealTime(Uint8Array.of(0x10, 0x04, 0x10, 0x06))).toEqual(
    Uint8Array.of(0x18, 0x04, 0x10, 0x06),
  );
});

test('DEV-30 a receipt of text loads neither the canvas nor a typeface', () => {
  const program = `
    import { createRequire } from 'node:module';
    const { encodeReceipt } = await import('#main/devices/protocols/escpos/encode-receipt.ts');
    const { printerProfile } = await import('#main/devices/protocols/escpos/printer-profiles.ts');
    const options = { openDrawer: false, copy: false, storedLogos: new Set() };
    const print = (text) =>
      encodeReceipt(
        { title: '', locale: 'de', blocks: [{ kind: 'text', text, align: 'left' }] },
        printerProfile('epson-tm-t88'),
        options,
      );
    const loaded = createRequire(import.meta.url).cache;
    const canvas = () => Object.keys(loaded).some((path) => path.includes('@napi-rs'));
    print('Größe ≥ 5 € 💄');
    console.log(canvas());
    print('口紅');
    console.log(canvas());
  `;
  const arguments_ = ['--input-type=module', '--eval', program];
  const cwd = join(import.meta.dirname, '../../..');
  const { stdout, stderr } = spawnSync(process.execPath, arguments_, { cwd, encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'false\ntrue\n', stderr: '' });
});

test('DEV-26 the typefaces that we bring have what they are brought for', () => {
  const has = (file: string, text: string) => {
    const path = createRequire(import.meta.url).resolve(file);
    const characters = woffCharacters(readFileSync(path));
    return Array.from(text).every((character) => characters.has(character.codePointAt(0) ?? 0));
  };
  const gothic = '@fontsource/biz-udgothic/files/biz-udgothic';
  const arabic = '@fontsource/noto-sans-arabic/files/noto-sans-arabic';
  expect(has(`${gothic}-japanese-700-normal.woff`, '口紅アあ、。¥')).toBe(true);
  expect(has(`${gothic}-latin-ext-400-normal.woff`, 'őğŁ')).toBe(true);
  expect(has(`${gothic}-cyrillic-400-normal.woff`, 'Жіґ')).toBe(true);
  expect(has(`${gothic}-cyrillic-400-normal.woff`, '口')).toBe(false);
  expect(has(`${arabic}-arabic-400-normal.woff`, 'مرحبا٣،')).toBe(true);
  expect(() => woffCharacters(Buffer.alloc(64))).toThrow('no font in WOFF');
});

test.each([...printerProfiles.values()])('DEV-25 $id: a line fits the paper', (profile) => {
  expect(profile.columns * cell).toBeLessThanOrEqual(profile.dotsPerLine);
  const text = '口'.repeat(200);
  const image = drawn(receipt('ja', { kind: 'text', text, align: 'left' }), profile);
  expect(image.widthDots).toBeLessThanOrEqual(profile.dotsPerLine);
});
