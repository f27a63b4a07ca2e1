import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

test('members come in order, and none is left out', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe('{"b":[{"c":2,"d":1}]}');
  const text = '{"__proto__":{"a":1},"b":2}';
  expect(canonicalJson(JSON.parse(text))).toBe(text);
});
