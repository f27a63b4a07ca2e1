import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordLines } from '#shared/domain/catalog-feed/record-lines.ts';

test('CAT-3 the line of each record, whatever the layout', () => {
  expect(recordLines('{"a":["records"],"records":[1,\n[2],{"records":[9]}]}', 'records')).toEqual([
    1, 2, 2,
  ]);
  expect(recordLines('{"records":[]}', 'records')).toEqual([]);
  expect(recordLines('{"other":[1]}', 'records')).toEqual([]);
  expect(
    recordLines('{\n"x": "\\"records\\": [",\n"records" :\n[\n"a]",\n{}\n]\n}', 'records'),
  ).toEqual([5, 6]);
});

test('CAT-3 the lines agree with a text in which every record names its own line', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.jsonValue(), (values, other) => {
      const text = JSON.stringify({ other, records: values }, null, 1);
      const expected: number[] = [];
      const lines = text.split('\n');
      const start = lines.findIndex((line) => line.startsWith(' "records"'));
      for (const [index, line] of lines.entries()) {
        // In this layout only the records themselves begin in the third column.
        if (index > start && /^ {2}[^\s\]}]/.test(line)) expected.push(index + 1);
      }
      expect(recordLines(text, 'records')).toEqual(expected);
    }),
    { seed: 3, numRuns: 300 },
  );
});
