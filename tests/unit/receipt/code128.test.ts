import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128Modules, fitsCode128 } from '#shared/domain/receipt/code128.ts';

/** Symbol values, read back through the widths of bars and spaces. */
function widthsOf(modules: readonly boolean[]): string {
  return modules
    .map((bar) => (bar ? '1' : '0'))
    .join('')
    .replace(/1+|0+/g, (run) => String(run.length));
}

test('DEV-34 the modules of a known barcode', () => {
  // Start, P J J 1 2 3 C, checksum, stop. In code set A, whose start counts one less, Wikipedia ("Code
  // 128", check digit calculation) works out 54 for it; here it is 55.
  const expected = ['211214', '313121', '112133', '112133', '123221', '223211', '221132', '131321'];
  expect(widthsOf(code128Modules('PJJ123C'))).toBe([...expected, '311321', '2331112'].join(''));
});

test('DEV-34 digits are packed two a symbol where that is shorter', () => {
  const symbols = (data: string) => (code128Modules(data).length - 13) / 11 - 1;
  expect(symbols('123456')).toBe(4); // Start C and three pairs.
  expect(symbols('12')).toBe(2);
  expect(symbols('1234567')).toBe(6); // Start C, three pairs, to B, one digit.
  expect(symbols('AB1234')).toBe(6); // Start B, two letters, to C, two pairs.
  expect(symbols('AB12345')).toBe(7); // One of five digits stays in B.
  expect(symbols('A1234B')).toBe(7); // Four digits in the middle are not worth it.
  expect(symbols('A123456B')).toBe(8);
});

test('DEV-34 whatever ASCII it holds, it can be read back', () => {
  const data = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 });
  const digits = fc.string({
    unit: fc.constantFrom(...'0123456789AB'),
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.oneof(data, digits), (text) => {
      expect(read(code128Modules(text))).toBe(text);
    }),
    { seed: 20_260_403, numRuns: 1_000 },
  );
});

test('DEV-34 what is no printable ASCII does not fit', () => {
  expect([fitsCode128('D1-000001'), fitsCode128(''), fitsCode128('é'), fitsCode128('\n')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(() => code128Modules('é')).toThrow(RangeError);
});

/**
 * A reader of its own: the values by the widths of every symbol, taken from barcodes of one character
 * each (32 to 126 in code set B) and one pair each (00 to 99 in code set C).
 */
const values = new Map<string, number>();
for (let value = 0; value < 95; value++) {
  values.set(symbolAt(code128Modules(String.fromCharCode(value + 32)), 1), value);
}
for (let value = 0; value < 100; value++) {
  values.set(symbolAt(code128Modules(String(value).padStart(2, '0')), 1), value);
}

function symbolAt(modules: readonly boolean[], index: number): string {
  return widthsOf(modules.slice(11 * index, 11 * index + 11));
}

function read(modules: readonly boolean[]): string {
  const count = (modules.length - 13) / 11;
  const starts = new Map([
    ['211214', 'B'],
    ['211232', 'C'],
  ]);
  let set = starts.get(symbolAt(modules, 0));
  let sum = set === 'B' ? 104 : 105;
  let text = '';
  for (let at = 1; at < count - 1; at++) {
    const widths = symbolAt(modules, at);
    const value = values.get(widths) ?? 100; // The only other symbol that we write: to code set B.
    sum += value * at;
    if (set === 'C' && value === 100) set = 'B';
    else if (set === 'B' && value === 99) set = 'C';
    else if (set === 'B') text += String.fromCharCode(value + 32);
    else text += String(value).padStart(2, '0');
  }
  const checksum = symbolAt(modules, count - 1);
  const expected = sum % 103;
  // 100 to 102 stand in no data, so that their widths are not in the table.
  if (expected < 100) expect(values.get(checksum)).toBe(expected);
  return text;
}
