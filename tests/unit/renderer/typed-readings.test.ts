import { expect, test } from 'vitest';
import {
  emptyReadings,
  labOf,
  typeInto,
} from '../../../src/renderer/screens/shades/typed-readings.ts';

const first = (typed: string) => typeInto(emptyReadings, { row: 0, part: 0 }, typed)[0]?.[0];

test('UIX-63 a field takes a decimal number with a point or a comma, and nothing else', () => {
  expect(first('58.25')).toBe('58.25');
  expect(first('58,2')).toBe('58.2');
  expect(first('-3.1')).toBe('-3.1');
  expect(first(' 58.2 ')).toBe('58.2');
  expect(first('5a8')).toBe('');
  expect(first('5.8.1')).toBe('');
  expect(first('1234567890')).toBe('123456');
});

test.each([
  ['٥٨٫٢', '58.2'],
  ['٥٨،٢', '58.2'],
  ['58٬2', '58.2'],
  ['５８。２', '58.2'],
  ['\u2212٣.١', '-3.1'],
  ['–3.1', '-3.1'],
  ['ー３', '-3'],
  ['\u061c-3.1', '-3.1'],
  ['3²', ''],
])('UIX-76 %s is read as %s, and never as ten times as much', (typed, read) => {
  expect(first(typed)).toBe(read);
});

test('UIX-63 a reading counts when all three are numbers', () => {
  expect(labOf(['58.2', '13', '21.'])).toEqual({ l: 58.2, a: 13, b: 21 });
  for (const reading of [
    ['', '1', '2'],
    ['1', '.', '2'],
    ['1', '2', '-'],
  ] as const) {
    expect(labOf(reading)).toBeNull();
  }
});
