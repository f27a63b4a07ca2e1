import { expect, test } from 'vitest';
import { createEscposInterpreter } from '#main/devices/virtual/escpos-interpreter.ts';
import { joinPaper } from '#shared/domain/paper/join-paper.ts';
import type { PaperElement } from '#shared/domain/paper/paper-element.ts';
import { ascii, capableProfile } from '../../helpers/printer-under-test.ts';

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const LF = 0x0a;

/** Paper of eight columns, as no printer has it, so that lines are short. */
const narrow = { ...capableProfile, columns: 8 as 32, dotsPerLine: 384 };

function readWith(profile: typeof capableProfile, ...bytes: number[]): readonly PaperElement[] {
  const paper: PaperElement[] = [];
  createEscposInterpreter(profile, (element) => joinPaper(paper, element)).push(
    Uint8Array.from(bytes),
  );
  return paper;
}

const read = (...bytes: number[]) => readWith(narrow, ...bytes);
const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');

const plain = { bold: false, underline: false, inverted: false, width: 1, height: 1 };
const barcode = {
  kind: 'barcode',
  align: 'left',
  moduleDots: 3,
  heightDots: 162,
  text: false,
} as const;

test('DEV-80 styles make runs of their own, and initialize ends them', () => {
  const paper = read(
    ...[ESC, 0x45, 1, ...ascii('b'), ESC, 0x2d, 1, ...ascii('u'), GS, 0x42, 1, ...ascii('i')],
    ...[LF, ESC, 0x40, ...ascii('p'), LF],
  );
  expect(paper).toEqual([
    {
      kind: 'line',
      align: 'left',
      runs: [
        { ...plain, text: 'b', bold: true },
        { ...plain, text: 'u', bold: true, underline: true },
        { ...plain, text: 'i', bold: true, underline: true, inverted: true },
      ],
    },
    { kind: 'line', align: 'left', runs: [{ ...plain, text: 'p' }] },
  ]);
});

test('DEV-80 a line that is too long goes on below, larger characters take more room', () => {
  const paper = read(GS, 0x21, 0x10, ...ascii('abcdef'), LF);
  expect(paper.map((element) => (element.kind === 'line' ? element.runs[0]?.text : ''))).toEqual([
    'abcd',
    'ef',
  ]);
});

test('DEV-80 a tab goes to the next of every eighth column', () => {
  const [line] = readWith(capableProfile, ...ascii('ab'), 0x09, ...ascii('c'), LF);
  expect(line).toMatchObject({ runs: [{ text: 'ab      c' }] });
});

test('DEV-80 feeds, cuts, pulses and barcodes are elements of their own', () => {
  const paper = read(
    ...[ESC, 0x61, 1, ...ascii('x'), ESC, 0x64, 3, ESC, 0x4a, 60],
    ...[GS, 0x68, 80, GS, 0x77, 2, GS, 0x48, 2],
    ...[GS, 0x6b, 4, ...ascii('ABC'), 0],
    ...[GS, 0x6b, 73, 5, ...ascii('{BABC')],
    ...[ESC, 0x70, 0, 50, 250, GS, 0x56, 66, 0],
  );
  const set = { ...barcode, align: 'center', moduleDots: 2, heightDots: 80, text: true };
  expect(paper).toEqual([
    { kind: 'line', align: 'center', runs: [{ ...plain, text: 'x' }] },
    // The line itself was the first of the three.
    { kind: 'feed', lines: 4 },
    { ...set, symbology: 69, data: 'ABC' },
    { ...set, symbology: 73, data: 'ABC' },
    { kind: 'drawerPulse' },
    { kind: 'cut' },
  ]);
});

test('DEV-80 the text of a Code 128 is its data in every code set, without the switches', () => {
  const data = [...ascii('{BNo{{'), ...ascii('{C'), 12, 7, ...ascii('{A!')];
  const [element] = readWith(capableProfile, GS, 0x6b, 73, data.length, ...data);
  expect(element).toEqual({ ...barcode, symbology: 73, data: 'No{1207!' });
});

test('DEV-80 a symbol that is wider than the line is fed and not printed', () => {
  const data = ascii(`{B${'W'.repeat(40)}`);
  expect(readWith(capableProfile, GS, 0x6b, 73, data.length, ...data)).toEqual([
    { kind: 'feed', lines: 5 },
  ]);
  const set = [GS, 0x28, 0x6b, 3, 0, 49, 67, 16];
  const text = ascii('x'.repeat(100));
  const store = [GS, 0x28, 0x6b, text.length + 3, 0, 49, 80, 48, ...text];
  const print = [GS, 0x28, 0x6b, 3, 0, 49, 81, 48];
  expect(readWith(capableProfile, ...set, ...store, ...print)).toMatchObject([{ kind: 'feed' }]);
});

test('DEV-80 a QR code has the size and correction that were set, and UTF-8 is read as such', () => {
  const text = [...new TextEncoder().encode('Zoé')];
  const store = [GS, 0x28, 0x6b, text.length + 3, 0, 49, 80, 48, ...text];
  const print = [GS, 0x28, 0x6b, 3, 0, 49, 81, 48];
  const qr = { kind: 'qr', align: 'left', data: 'Zoé' };
  expect(read(...store, ...print)).toEqual([{ ...qr, moduleDots: 3, errorCorrection: 'L' }]);
  const set = [...[GS, 0x28, 0x6b, 3, 0, 49, 67, 6], ...[GS, 0x28, 0x6b, 3, 0, 49, 69, 49]];
  expect(read(...set, ...store, ...print)).toEqual([
    { ...qr, moduleDots: 6, errorCorrection: 'M' },
  ]);
  expect(read(...set, ESC, 0x40, ...store, ...print)).toEqual([
    { ...qr, moduleDots: 3, errorCorrection: 'L' },
  ]);
});

test('DEV-80 a printer without symbols or a knife passes over them', () => {
  const bare = { ...capableProfile, nativeSymbols: false, feedBeforeCut: null };
  const store = [GS, 0x28, 0x6b, 4, 0, 49, 80, 48, 65];
  const paper = readWith(
    bare,
    ...[...store, GS, 0x28, 0x6b, 3, 0, 49, 81, 48],
    ...[GS, 0x6b, 73, 3, ...ascii('{BA'), GS, 0x56, 1],
    ...[...ascii('a'), LF],
  );
  expect(paper).toEqual([{ kind: 'line', align: 'left', runs: [{ ...plain, text: 'a' }] }]);
});

test('DEV-80 the code page decides what a byte means; an unknown page shows as replacement signs', () => {
  const euro = read(ESC, 0x74, 16, 0x80, ESC, 0x74, 19, 0xd5, ESC, 0x74, 255, 0x80, LF);
  expect(euro).toEqual([{ kind: 'line', align: 'left', runs: [{ ...plain, text: '€€\uFFFD' }] }]);
});

test('DEV-80 the numbers of the code pages are those of the profile, others are Epson’s', () => {
  const own = { ...capableProfile, codePages: new Map([['windows1252', 71] as const]) };
  const [line] = readWith(own, ESC, 0x74, 71, 0x80, ESC, 0x74, 17, 0x80, LF);
  expect(line).toMatchObject({ runs: [{ text: '€А' }] });
});

test('DEV-80 status requests and unknown commands print nothing', () => {
  const paper = read(
    ...[0x10, 0x04, 1, FS, 0x2e, ESC, 0x99, GS, 0x28, 0x45, 2, 0, 1, 2],
    ...[0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8, 0x10, 0x14, 1, 0, 1, GS, 0x61, 15],
    ...[...ascii('a'), LF],
  );
  expect(paper).toEqual([{ kind: 'line', align: 'left', runs: [{ ...plain, text: 'a' }] }]);
});

test('DEV-80 raster images are elements, and the bands of one picture become one', () => {
  const band = (...rows: number[]) => [GS, 0x76, 0x30, 0, 2, 0, rows.length / 2, 0, ...rows];
  const paper = read(...ascii('a'), ...band(1, 2, 3, 4, 5, 6), ...band(7, 8), ...ascii('z'), LF);
  expect(paper).toEqual([
    { kind: 'line', align: 'left', runs: [{ ...plain, text: 'a' }] },
    {
      kind: 'image',
      align: 'left',
      widthDots: 16,
      heightDots: 4,
      bits: base64(1, 2, 3, 4, 5, 6, 7, 8),
    },
    { kind: 'line', align: 'left', runs: [{ ...plain, text: 'z' }] },
  ]);
});

test('DEV-80 images are enlarged as told, and cut off where the paper ends', () => {
  const [large] = read(GS, 0x76, 0x30, 3, 1, 0, 1, 0, 0b1010_0000);
  expect(large).toEqual({
    kind: 'image',
    align: 'left',
    widthDots: 16,
    heightDots: 2,
    bits: base64(0xcc, 0, 0xcc, 0),
  });
  const wide = Array.from({ length: 100 }, (_, at) => at);
  const [cut] = read(GS, 0x76, 0x30, 0, 50, 0, 2, 0, ...wide);
  expect(cut).toMatchObject({
    widthDots: 384,
    bits: base64(...wide.slice(0, 48), ...wide.slice(50, 98)),
  });
});

test('DEV-80 columns of dots are images that the end of the line prints', () => {
  const full = [ESC, 0x2a, 33, 2, 0, 0xff, 0, 1, 0, 0, 1];
  const [image, ...rest] = read(...full, LF);
  const rows = [...Array(8).fill(0x80), ...Array(15).fill(0), 0xc0];
  expect(image).toEqual({
    kind: 'image',
    align: 'left',
    widthDots: 2,
    heightDots: 24,
    bits: base64(...rows),
  });
  expect(rest).toEqual([]);
  // Eight dots are each three high, and of single density two wide.
  const [coarse] = read(ESC, 0x2a, 0, 1, 0, 0b1000_0001, LF);
  const coarseRows = [...Array(3).fill(0xc0), ...Array(18).fill(0), ...Array(3).fill(0xc0)];
  expect(coarse).toMatchObject({ widthDots: 2, heightDots: 24, bits: base64(...coarseRows) });
  // Bands follow each other without a gap when they are fed by their own height.
  expect(read(...full, ESC, 0x4a, 24, ...full, ESC, 0x4a, 24)).toMatchObject([{ heightDots: 48 }]);
});

test('DEV-87 graphics are printed from the buffer, and from memory by their key', () => {
  const raster = [48, 112, 48, 2, 1, 49, 8, 0, 1, 0, 0b1100_0000];
  const buffered = [GS, 0x28, 0x4c, raster.length, 0, ...raster];
  const print = [GS, 0x28, 0x4c, 2, 0, 48, 50];
  const wide = { kind: 'image', widthDots: 16, heightDots: 1, bits: base64(0xf0, 0) };
  expect(read(...buffered, ...print, ...print)).toMatchObject([wide]);

  const image = [48, 67, 48, ...ascii('L1'), 1, 8, 0, 1, 0, 49, 0xaa];
  const define = [GS, 0x38, 0x4c, image.length, 0, 0, 0, ...image];
  const stored = (fn: number, ...rest: number[]) => [
    ...[GS, 0x28, 0x4c, rest.length + 2, 0, 48, fn, ...rest],
  ];
  const show = stored(69, ...ascii('L1'), 1, 2);
  const logo = { kind: 'image', widthDots: 8, heightDots: 2, bits: base64(0xaa, 0xaa) };
  expect(read(...show, ...define, ESC, 0x40, ...show)).toMatchObject([logo]);
  expect(read(...define, ...stored(66, ...ascii('L1')), ...show)).toEqual([]);
  const forgetful = { ...capableProfile, storesLogo: false };
  expect(readWith(forgetful, ...define, ...show)).toEqual([]);
});
