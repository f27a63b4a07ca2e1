import { expect, test } from 'vitest';
import { jsonPointer } from '#main/cli/json-pointer.ts';

test.each([
  [{ lines: [{ sku: 1 }] }, 'lines[0].sku', '/lines/0/sku'],
  [{ lines: [] }, 'lines', '/lines'],
  [{ lines: [{}] }, 'lines[0].sku', '/lines/0/sku'],
  [{ selections: { 'my.group': 1 } }, 'selections.my.group', '/selections/my.group'],
  [{ selections: { my: 1, 'my.group': [7] } }, 'selections.my.group[0]', '/selections/my.group/0'],
  [{ 'a/b': { '~': 1 } }, 'a/b.~', '/a~1b/~0'],
  [null, 'at', '/at'],
])('CLI-3 the pointer into %j of %s is %s', (value, path, pointer) => {
  expect(jsonPointer(value, path)).toBe(pointer);
});
