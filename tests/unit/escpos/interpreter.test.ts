import { expect, test } from 'vitest';
import { createEscposInterpreter } from '#main/devices/virtual/escpos-interpreter.ts';
import type { PaperElement } from '#shared/contract/ipc/bench.ts';

const ESC = 0x1b;
const GS = 0x1d;
const FS = 0x1c;
const text = (value: string) => [...value].map((character) => character.charCodeAt(0));

function read(...bytes: number[]): readonly PaperElement[] {
  const paper: PaperElement[] = [];
  createEscposInterpreter(8, (element) => paper.push(element)).push(Uint8Array.from(bytes));
  return paper;
}

const plain = { bold: false, underline: false, inverted: false, width: 1, height: 1 };

test('SAL-70 styles make runs of their own, and initialize ends them', () => {
  const paper = read(
    ...[ESC, 0x45, 1, ...text('b'), ESC, 0x2d, 1, ...text('u'), GS, 0x42, 1, ...text('i')],
    ...[0x0a, ESC, 0x40, ...text('p'), 0x0a],
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

test('SAL-70 a line that is too long goes on below, larger characters take more room', () => {
  const paper = read(GS, 0x21, 0x10, ...text('abcdef'), 0x0a);
  expect(paper.map((element) => (element.kind === 'line' ? element.runs[0]?.text : ''))).toEqual([
    'abcd',
    'ef',
  ]);
});

test('SAL-70 images are skipped and the text around them is kept', () => {
  const raster = [GS, 0x76, 0x30, 0, 2, 0, 3, 0, 1, 2, 3, 4, 5, 6];
  const columns = [ESC, 0x2a, 33, 2, 0, 1, 2, 3, 4, 5, 6];
  const graphics = [GS, 0x28, 0x4c, 4, 0, 48, 67, 32, 32];
  const large = [GS, 0x38, 0x4c, 3, 0, 0, 0, 48, 112, 52];
  const paper = read(
    ...text('a'),
    ...raster,
    ...columns,
    ...graphics,
    ...large,
    ...text('z'),
    0x0a,
  );
  expect(paper).toEqual([{ kind: 'line', align: 'left', runs: [{ ...plain, text: 'az' }] }]);
});

test('SAL-70 feeds, cuts, pulses and barcodes are elements of their own', () => {
  const paper = read(
    ...[ESC, 0x61, 1, ...text('x'), ESC, 0x64, 3],
    ...[GS, 0x6b, 4, ...text('ABC'), 0],
    ...[GS, 0x6b, 73, 5, ...text('{BABC')],
    ...[ESC, 0x70, 0, 50, 250, GS, 0x56, 66, 0],
  );
  expect(paper).toEqual([
    { kind: 'line', align: 'center', runs: [{ ...plain, text: 'x' }] },
    { kind: 'feed', lines: 3 },
    { kind: 'barcode', align: 'center', data: 'ABC' },
    { kind: 'barcode', align: 'center', data: 'ABC' },
    { kind: 'drawerPulse' },
    { kind: 'cut' },
  ]);
});

test('SAL-70 the code page decides what a byte means; an unknown page shows as replacement signs', () => {
  const euro = read(ESC, 0x74, 16, 0x80, ESC, 0x74, 19, 0xd5, ESC, 0x74, 255, 0x80, 0x0a);
  expect(euro).toEqual([{ kind: 'line', align: 'left', runs: [{ ...plain, text: '€€\uFFFD' }] }]);
});

test('SAL-70 status requests and unknown commands print nothing', () => {
  const paper = read(
    0x10,
    0x04,
    1,
    FS,
    0x2e,
    ESC,
    0x99,
    GS,
    0x28,
    0x45,
    2,
    0,
    1,
    2,
    ...text('a'),
    0x0a,
  );
  expect(paper).toEqual([{ kind: 'line', align: 'left', runs: [{ ...plain, text: 'a' }] }]);
});
