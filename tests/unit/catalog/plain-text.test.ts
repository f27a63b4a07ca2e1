import { expect, test } from 'vitest';
import { validateRecord } from '#shared/domain/catalog-feed/validate-record.ts';
import { isPlainText, unplainPart } from '#shared/lib/plain-text.ts';

test('CAT-6 a text with NUL or half of a surrogate pair is found by its path', () => {
  for (const text of ['', 'Crème', '😀', '\n\t']) expect(isPlainText(text)).toBe(true);
  for (const text of ['\0', 'a\0b', '\ud83d', '\ude00\ud83d'])
    expect(isPlainText(text)).toBe(false);
  expect(unplainPart({ a: [1, null, true, { b: 'fine' }] })).toBeNull();
  expect(unplainPart('\0')).toBe('');
  expect(unplainPart({ a: ['x', { b: ['y', 'z\0'] }] })).toBe('a[1].b[1]');
  expect(unplainPart({ a: { 'b\0': 1 } })).toBe('a');
});

test('CAT-6 a record with such a text is rejected', () => {
  const brand = {
    kind: 'product',
    sku: 'A',
    type: 'ready',
    name: { en: 'A', de: 'A\0' },
    brand: 'Nord',
    category: 'Care',
    taxClass: 'standard',
  };
  expect(validateRecord(brand)).toEqual({
    ok: false,
    error: { kind: 'product', key: 'A', field: 'name.de', reason: 'holds a NUL or no character' },
  });
});
