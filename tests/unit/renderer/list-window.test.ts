import { expect, test } from 'vitest';
import { columnsOf, roomForRows, withFocus } from '../../../src/renderer/lib/list-window.ts';

/** Rows of 100 px with 20 px between them, in a list that begins 50 px below the top of what scrolls. */
function rows(...indexes: readonly number[]) {
  return indexes.map((index) => ({ index, start: 50 + index * 120, end: 150 + index * 120 }));
}
const place = { topPx: 50, gapPx: 20, totalPx: 1000 * 120 - 20 };

test('UIX-100 rows that are not in the page leave their room', () => {
  const { beforePx, abovePx, afterPx } = roomForRows(rows(10, 11, 12), place);
  expect([beforePx, afterPx]).toEqual([1200, 987 * 120]);
  expect([...abovePx.values()]).toEqual([0, 0]);
  expect(beforePx + 3 * 100 + 2 * 20 + afterPx).toBe(place.totalPx);
});

test('UIX-100 a list without rows, or with all of them, needs no more room than it has', () => {
  expect(roomForRows([], { ...place, totalPx: 0 })).toEqual({
    ...{ beforePx: 0, afterPx: 0 },
    abovePx: new Map(),
  });
  expect(roomForRows(rows(0, 1), { ...place, totalPx: 220 })).toMatchObject({
    ...{ beforePx: 0, afterPx: 0 },
  });
});

test('UIX-102 the row with the focus stays, at its place', () => {
  expect(withFocus([10, 11], 2, 12)).toEqual([1, 2, 3, 10, 11]);
  expect(withFocus([10, 11], 11, 12)).toEqual([10, 11]);
  expect(withFocus([10, 11], 0, 12)).toEqual([0, 1, 10, 11]);
  expect(withFocus([10, 11], null, 12)).toEqual([10, 11]);
  const { beforePx, abovePx } = roomForRows(rows(2, 10, 11), place);
  expect(beforePx).toBe(240);
  // Rows 3 to 9, and the gap on one side of them.
  expect(abovePx.get(10)).toBe(7 * 120);
});

test('UIX-100 columns are those of the grid as it was laid out', () => {
  expect(columnsOf('210px 210px 210.5px')).toBe(3);
  expect(columnsOf('none')).toBe(1);
});
