import { expect, test } from 'vitest';
import { excessOf } from '#central/http/json-bounds.ts';

const excess = (json: string, bounds = { levels: 3, parts: 10 }) =>
  excessOf(Buffer.from(json), bounds);

test('DRQ-8 how deep and how long a JSON text is, is told without parsing it', () => {
  expect(excess('[[[1]]]')).toBeNull();
  expect(excess('[[[[1]]]]')).toBe('levels');
  expect(excess('{"a":{"b":[{}]}}')).toBe('levels');
  expect(excess('[[],[],[[]]]')).toBeNull();
  expect(excess(`[${Array(10).fill('1').join(',')}]`)).toBeNull();
  expect(excess(`[${Array(11).fill('1').join(',')}]`)).toBe('parts');
  expect(excess(`[${Array(6).fill('{}').join(',')}]`)).toBe('parts');
  expect(excess('"text"')).toBeNull();
  expect(excess('')).toBeNull();
});

test('DRQ-8 what stands in a text does not count', () => {
  expect(excess('{"a":"[[[[[[","b":"{{{{,,,,,,,,,,,,"}')).toBeNull();
  expect(excess('["\\"[[[[","\\\\",[["\\\\\\"[[[["]]]')).toBeNull();
  expect(excess('["\\\\",[[[1]]]]')).toBe('levels');
});

test('DRQ-8 it agrees with what the parser makes of it, whatever is sent', () => {
  const partsOf = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 0;
    const members: readonly unknown[] = Object.values(value);
    const commas = Math.max(0, members.length - 1);
    return members.reduce<number>((sum, member) => sum + partsOf(member), 1 + commas);
  };
  const value = {
    a: ['x,[', '"', '\\', { b: null, 'c,"': [1, 2.5, -3e7, true] }],
    '{': 'é😀\u2028',
  };
  const json = JSON.stringify(value);
  const parts = partsOf(value);
  expect(excess(json, { levels: 9, parts })).toBeNull();
  expect(excess(json, { levels: 9, parts: parts - 1 })).toBe('parts');
});

test('DRQ-8 what is no JSON ends as well', () => {
  for (const text of ['"', '"\\', '[', ']]]]]', '{"a', '\\\\\\"']) {
    expect(() => excess(text)).not.toThrow();
  }
});
