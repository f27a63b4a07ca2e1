import { expect, test } from 'vitest';
import { createRepeatFilter } from '#shared/domain/scanning/repeat-filter.ts';

/** The times at which something is read, and which of them count. */
function counted(reads: readonly (readonly [text: string, at: number])[]) {
  const filter = createRepeatFilter();
  return reads.filter(([text, at]) => filter.isNew(text, at)).map(([text, at]) => `${text}@${at}`);
}

test('DEV-72 a scanner that is held on a code reads it once, however long', () => {
  const held = Array.from({ length: 40 }, (_, index): [string, number] => ['A', index * 150]);
  expect(counted(held)).toEqual(['A@0']);
});

test('DEV-72 the same code counts again 400 ms after it was read last', () => {
  expect(
    counted([
      ['A', 0],
      ['A', 399],
      ['A', 798],
      ['A', 1198],
    ]),
  ).toEqual(['A@0', 'A@1198']);
});

test('DEV-72 a burst of different codes is kept in order', () => {
  expect(
    counted([
      ['A', 0],
      ['B', 10],
      ['C', 20],
      ['D', 30],
    ]),
  ).toEqual(['A@0', 'B@10', 'C@20', 'D@30']);
});

test('DEV-72 two codes on one box, read in turn, count once each', () => {
  const both = Array.from({ length: 20 }, (_, index): [string, number] => [
    index % 2 === 0 ? 'A' : 'B',
    index * 120,
  ]);
  expect(counted(both)).toEqual(['A@0', 'B@120']);
});

test('DEV-72 a clock that is set back hides no scan', () => {
  expect(
    counted([
      ['A', 10_000_000],
      ['A', 1000],
      ['A', 1100],
      ['B', 1200],
    ]),
  ).toEqual(['A@10000000', 'A@1000', 'B@1200']);
});
