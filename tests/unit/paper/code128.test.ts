import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128, modulesOf } from '#shared/domain/paper/code128.ts';

const startB = '211214';
const stop = '2331112';

/** The widths of the bars, six digits a symbol. */
function symbols(text: string, packsDigits = false): readonly string[] {
  return (code128(text, { packsDigits }) ?? []).join('').match(/.{7}$|.{6}/g) ?? [];
}

test('DEV-92 start, characters, check character and stop have the bars of ISO/IEC 15417', () => {
  // A, I and M are 33, 41 and 45 in code set B, which begins with 104:
  // (104 + 33 + 2 × 41 + 3 × 45) mod 103 = 45, an M.
  expect(symbols('AIM')).toEqual([startB, '111323', '231311', '113123', '113123', stop]);
});

test('DEV-92 a control character stands in set A, or is shifted where small letters are too', () => {
  expect(symbols('A\t').slice(0, 3)).toEqual(['211412', '111323', '142112']);
  expect(symbols('a\t').slice(0, 4)).toEqual([startB, '121124', '411311', '142112']);
});

test.each([true, false])(
  'DEV-34 DEV-92 what is empty or not ASCII has no Code 128, packed: %s',
  (packsDigits) => {
    for (const text of ['', 'é', '€5']) expect(code128(text, { packsDigits })).toBeNull();
  },
);

test('DEV-34 the bars of a known barcode', () => {
  // Start, P J J 1 2 3 C, checksum, stop. In code set A, whose start counts one less, Wikipedia ("Code
  // 128", check digit calculation) works out 54 for it; here it is 55.
  const expected = ['313121', '112133', '112133', '123221', '223211', '221132', '131321'];
  expect(symbols('PJJ123C', true)).toEqual([startB, ...expected, '311321', stop]);
});

test('DEV-34 digits are packed two a symbol where that is shorter', () => {
  // Without the check character and the stop.
  const count = (text: string) => symbols(text, true).length - 2;
  expect(count('123456')).toBe(4); // Start C and three pairs.
  expect(count('12')).toBe(2);
  expect(count('1234567')).toBe(6); // Start C, three pairs, to B, one digit.
  expect(count('AB1234')).toBe(6); // Start B, two letters, to C, two pairs.
  expect(count('AB12345')).toBe(7); // One of five digits stays in B.
  expect(count('A1234B')).toBe(7); // Four digits in the middle are not worth it.
  expect(count('A123456B')).toBe(8);
  expect(count('A1234567B')).toBe(9);
  expect(count('A\t123456\t')).toBe(9); // Start A, from C back to A.
});

test.each([true, false])('DEV-34 DEV-92 what it holds can be read back, packed: %s', (packs) => {
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'0123456789AB'), minLength: 1, maxLength: 30 }),
  );
  fc.assert(
    fc.property(text, (written) => {
      expect(read(symbols(written, packs))).toBe(written);
    }),
    { seed: 20_260_403, numRuns: 1_000 },
  );
});

/**
 * A reader of its own: values by their bars, taken from barcodes of one pair each (00 to 99), and of the
 * three that no pair has (ISO/IEC 15417:2007, table 1).
 */
const values = new Map<string, number>([
  ['114131', 100],
  ['311141', 101],
  ['411131', 102],
]);
for (let value = 0; value < 100; value += 1) {
  values.set(symbols(String(value).padStart(2, '0'), true)[1] ?? '', value);
}

function read(bars: readonly string[]): string {
  const starts = new Map<string | undefined, 'A' | 'B' | 'C'>([
    ['211412', 'A'],
    [startB, 'B'],
    ['211232', 'C'],
  ]);
  const changes = new Map<number, 'A' | 'B' | 'C'>([
    [101, 'A'],
    [100, 'B'],
    [99, 'C'],
  ]);
  let set = starts.get(bars[0]);
  let sum = { A: 103, B: 104, C: 105 }[set ?? 'A'];
  let shifted = false;
  let text = '';
  const [check, end] = bars.slice(-2);
  for (const [at, symbol] of bars.slice(1, -2).entries()) {
    const value = values.get(symbol) ?? Number.NaN;
    sum += value * (at + 1);
    const change = set === 'C' && value === 99 ? undefined : changes.get(value);
    if (change !== undefined) set = change;
    else if (set === 'C') text += String(value).padStart(2, '0');
    else if (value === 98) shifted = true;
    else {
      text += String.fromCharCode(
        (set === 'A') !== shifted && value >= 64 ? value - 64 : value + 32,
      );
      shifted = false;
    }
  }
  expect([values.get(check ?? ''), end]).toEqual([sum % 103, stop]);
  return text;
}

test('DEV-92 every symbol is eleven modules wide, three bars of an even sum, and no two are alike', () => {
  const characters = Array.from({ length: 96 }, (_, at) => String.fromCharCode(at + 32));
  const patterns = new Set(characters.map((character) => symbols(character)[1] ?? ''));
  expect(patterns.size).toBe(96);
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 40 }), (text) => {
      const all = symbols(text);
      for (const pattern of all.slice(0, -1)) {
        const widths = Array.from(pattern, Number);
        expect(modulesOf(widths)).toBe(11);
        expect(modulesOf(widths.filter((_, at) => at % 2 === 0)) % 2).toBe(0);
      }
      expect(modulesOf(code128(text, { packsDigits: false }) ?? [])).toBe(
        11 * (all.length - 1) + 13,
      );
    }),
    { seed: 128 },
  );
});
