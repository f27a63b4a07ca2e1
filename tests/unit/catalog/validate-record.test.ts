import { expect, test } from 'vitest';
import { validateRecord } from '#shared/domain/catalog-feed/validate-record.ts';
import { isDeeperThan } from '#shared/lib/nesting.ts';

test('CAT-5 what is wrong with a record is told in texts, whatever it is made of', () => {
  expect(validateRecord({ kind: 'product', sku: 253_402_300_799_999 })).toMatchObject({
    error: { kind: 'product', key: '253402300799999' },
  });
  const nested: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
  expect(validateRecord({ kind: nested })).toMatchObject({
    error: { field: 'kind', reason: 'must be a text' },
  });
});

test('how deeply something is nested is told without looking through all of it', () => {
  expect(isDeeperThan('x', 0)).toBe(false);
  expect(isDeeperThan([], 0)).toBe(true);
  expect(isDeeperThan({ a: [1, { b: 2 }] }, 3)).toBe(false);
  expect(isDeeperThan({ a: [1, { b: 2 }] }, 2)).toBe(true);
  expect(isDeeperThan(JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)), 64)).toBe(true);
});
