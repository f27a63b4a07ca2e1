import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';

test('CAT-6 EAN-13, EAN-8, UPC-A and GTIN-14 normalize to fourteen digits', () => {
  expect(normalizeGtin('4006381333931')).toEqual({ ok: true, value: '04006381333931' });
  expect(normalizeGtin('73513537')).toEqual({ ok: true, value: '00000073513537' });
  expect(normalizeGtin('036000291452')).toEqual({ ok: true, value: '00036000291452' });
  expect(normalizeGtin('00012345600012')).toEqual({ ok: true, value: '00012345600012' });
  expect(normalizeGtin('4 006381-333931')).toEqual({ ok: true, value: '04006381333931' });
});

test('CAT-6 a wrong barcode says what is wrong with it', () => {
  expect(normalizeGtin('4006381333932')).toEqual({
    ok: false,
    error: 'the check digit of 4006381333932 should be 1',
  });
  expect(normalizeGtin('400638133393')).toMatchObject({ ok: false });
  expect(normalizeGtin('123')).toEqual({
    ok: false,
    error: 'a barcode has 8, 12, 13 or 14 digits, not 3',
  });
  expect(normalizeGtin('40063813339ab')).toEqual({
    ok: false,
    error: 'a barcode has digits only',
  });
});

test('CAT-6 a single wrong digit is always found', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
  const sound = digits.map((first) => {
    const found = Array.from({ length: 10 }, (_, last) => [...first, last].join('')).find(
      (text) => normalizeGtin(text).ok,
    );
    return found ?? '';
  });
  fc.assert(
    fc.property(sound, fc.nat(12), fc.integer({ min: 1, max: 9 }), (text, at, by) => {
      const wrong = [...text];
      wrong[at] = String((Number(wrong[at]) + by) % 10);
      expect(normalizeGtin(text).ok).toBe(true);
      expect(normalizeGtin(wrong.join('')).ok).toBe(false);
    }),
    { seed: 20_231_545, numRuns: 300 },
  );
});
