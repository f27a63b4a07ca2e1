import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestCommand, splitAtCommands } from '#main/devices/protocols/escpos/commands.ts';
import { ascii } from '../../helpers/printer-under-test.ts';

const ESC = 0x1b;
const GS = 0x1d;
const bytes = (...values: number[]) => Uint8Array.from(values);
const lists = (pieces: readonly Uint8Array[]) => pieces.map((piece) => [...piece]);

test('DEV-93 pieces end between commands and characters, and a longer command stays whole', () => {
  const raster = [GS, 0x76, 0x30, 0, 1, 0, 4, 0, 1, 2, 3, 4];
  const stream = bytes(...ascii('abc'), ESC, 0x45, 1, ...ascii('d'), ...raster, ...ascii('ef'));
  expect(lists(splitAtCommands(stream, 5))).toEqual([
    [...ascii('abc')],
    [ESC, 0x45, 1, ...ascii('d')],
    raster,
    [...ascii('ef')],
  ]);
});

test('DEV-93 half a command at the end is a piece of its own', () => {
  const half = [GS, 0x76, 0x30, 0, 1, 0, 4, 0, 1];
  expect(lists(splitAtCommands(bytes(...ascii('abcd'), ...half), 4))).toEqual([
    [...ascii('abcd')],
    half,
  ]);
});

test.each([
  ['DLE EOT', [0x10, 0x04, 1], 3],
  ['DLE DC4 1', [0x10, 0x14, 1, 0, 2], 5],
  ['DLE DC4 8', [0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8], 10],
  ['GS ( H', [GS, 0x28, 0x48, 6, 0, 48, 48, ...ascii('abcd')], 11],
  ['GS k with NUL', [GS, 0x6b, 4, ...ascii('ABC'), 0], 7],
  ['ESC *', [ESC, 0x2a, 33, 1, 0, 1, 2, 3], 8],
  ['ESC (', [ESC, 0x28, 0x41, 2, 0, 1, 2], 7],
  ['GS *', [GS, 0x2a, 1, 1, ...Array(8).fill(0)], 12],
])('DEV-93 %s is one command', (_, command, length) => {
  expect(lists(splitAtCommands(bytes(...command, 0x41), 1))).toEqual([command, [0x41]]);
  expect(longestCommand(bytes(0x41, ...command, 0x41))).toBe(length);
});

const anyCommand = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc.uint8Array({ maxLength: 40 }).map((data) => bytes(GS, 0x28, 0x6b, data.length, 0, ...data)),
  fc.constant(bytes(ESC, 0x40)),
  fc.constant(bytes(GS, 0x21, 0x11)),
);

test('DEV-93 pieces together are the stream, and only a single command is too long', () => {
  fc.assert(
    fc.property(
      fc.array(anyCommand, { maxLength: 40 }),
      fc.integer({ min: 1, max: 64 }),
      (commands, maxLength) => {
        const stream = bytes(...commands.flatMap((command) => [...command]));
        const pieces = splitAtCommands(stream, maxLength);
        expect(pieces.flatMap((piece) => [...piece])).toEqual([...stream]);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          if (piece.length > maxLength) expect(longestCommand(piece)).toBe(piece.length);
        }
      },
    ),
    { seed: 93, numRuns: 500 },
  );
});
