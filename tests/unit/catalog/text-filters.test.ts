import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternFilter, scaleDecimal, slugOf } from '#main/core/catalog-import/text-filters.ts';

test('CAT-13 a slug has lower-case words and hyphens only', () => {
  expect(slugOf("  Crème Brûlée, No. 5 – L'Eau ")).toBe('creme-brulee-no-5-leau');
  expect(slugOf('Straße & Söhne')).toBe('stra-e-sohne');
  expect(slugOf('***')).toBe('');
  expect(patternFilter('pad4')?.('17')).toBe('0017');
  expect(patternFilter('pad')).toBeNull();
  expect(patternFilter('shout')).toBeNull();
});

test('CAT-14 scaling is exact, and refuses what it would have to round', () => {
  expect(scaleDecimal('12.5', 10_000)).toEqual({ ok: true, value: 125_000 });
  expect(scaleDecimal('0.1', 10)).toEqual({ ok: true, value: 1 });
  expect(scaleDecimal('-3', 1)).toEqual({ ok: true, value: -3 });
  expect(scaleDecimal('1.005', 100)).toEqual({
    ok: false,
    error: '"1.005" times 100 is not a whole number',
  });
  expect(scaleDecimal('1e3', 1)).toMatchObject({ ok: false });
  expect(scaleDecimal('.', 1)).toMatchObject({ ok: false });
  expect(scaleDecimal('99999999999', 1_000_000)).toMatchObject({ ok: false });
});

test('CAT-14 scaling back by hand gives the number that was written', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(6), (value, decimals) => {
      const digits = String(value).padStart(decimals + 1, '0');
      const at = digits.length - decimals;
      const text = decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
      expect(scaleDecimal(text, 10 ** decimals)).toEqual({ ok: true, value });
    }),
    { seed: 14, numRuns: 300 },
  );
});
