import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorDigits } from '#shared/domain/money/currency.ts';
import { formatMoney, formatMoneyChange } from '#shared/domain/money/format.ts';
import { parseMoney } from '#shared/domain/money/parse.ts';

const runs = { seed: 20_250_323, numRuns: 500 };

test('PRC-3 minor units are those of ISO 4217', () => {
  const currencies = ['EUR', 'USD', 'HUF', 'JPY', 'KRW', 'KWD', 'BHD', 'CLF'];
  expect(currencies.map(minorDigits)).toEqual([2, 2, 2, 0, 0, 3, 3, 4]);
});

test.each([
  [6200, 'USD', 'en', '$62.00'],
  [-5, 'USD', 'en', '-$0.05'],
  [123_456, 'EUR', 'de', '1.234,56 €'],
  [1234, 'JPY', 'en', '¥1,234'],
  [1500, 'KWD', 'en', 'KWD 1.500'],
  [9_007_199_254_740_991, 'EUR', 'en', '€90,071,992,547,409.91'],
])('PRC-3 %d %s is written in %s as %s', (amountMinor, currency, locale, text) => {
  expect(formatMoney(amountMinor, currency, locale).normalize('NFKC')).toBe(text);
});

test.each([
  [6200, 'USD', 'en', '+$62.00'],
  [-6200, 'USD', 'en', '−$62.00'],
  [-123_456, 'EUR', 'de', '−1.234,56 €'],
  // Right to left, the marks keep the sign before its digits.
  [-500, 'EUR', 'ar', '\u200F\u200E−5.00 €'],
])('UIX-55 a change of %d %s is written in %s as %s', (amountMinor, currency, locale, text) => {
  expect(formatMoneyChange(amountMinor, currency, locale).normalize('NFKC')).toBe(text);
});

test.each([
  ['$62.00 ', 'USD', 6200],
  ['62', 'USD', 6200],
  ['62.5', 'USD', 6250],
  ['.99', 'USD', 99],
  [' USD 1,234.50', 'USD', 123_450],
  ['US$ 3.00', 'USD', 300],
  ['1.234,50 €', 'EUR', 123_450],
  ['12,50', 'EUR', 1250],
  ['1 234,50 EUR', 'EUR', 123_450],
  ["CHF 1'234.50", 'CHF', 123_450],
  ['1,234,567', 'USD', 123_456_700],
  ['1,234', 'USD', 123_400],
  ['-$5.00', 'USD', -500],
  ['$-5.00', 'USD', -500],
  ['−0.00', 'USD', 0],
  ['￥1,234', 'JPY', 1234],
  ['KWD 1.500', 'KWD', 1500],
])('PRC-3 "%s" is read in %s as %d', (text, currency, amountMinor) => {
  expect(parseMoney(text, currency)).toEqual({ ok: true, value: amountMinor });
});

test.each([
  ['', 'USD', 'empty'],
  ['   ', 'USD', 'empty'],
  ['free', 'USD', 'not an amount'],
  ['€5.00', 'USD', 'not an amount'],
  ['1,23,456', 'USD', 'not an amount'],
  ['1,23.50', 'USD', 'not an amount'],
  ['1.2.3', 'USD', 'not an amount'],
  ['--5', 'USD', 'not an amount'],
  ['5 - 6', 'USD', 'not an amount'],
  ['62.005', 'USD', 'more decimals'],
  ['62.50', 'JPY', 'more decimals'],
  ['1.234', 'EUR', 'more decimals'],
  ['1,234', 'KWD', 'more than one way'],
  ['99999999999999999', 'USD', 'too large'],
])('PRC-3 "%s" in %s is refused: %s', (text, currency, why) => {
  const read = parseMoney(text, currency);
  expect(read).toMatchObject({ ok: false, error: expect.stringContaining(why) });
});

test('PRC-3 what is written can be read', () => {
  const locale = fc.constantFrom('en', 'de', 'fr', 'de-CH', 'sv', 'en-IN');
  const currency = fc.constantFrom('EUR', 'USD', 'CHF', 'SEK', 'GBP');
  const amount = fc.integer({ min: -99_999_999, max: 99_999_999 });
  fc.assert(
    fc.property(amount, currency, locale, (amountMinor, code, tag) => {
      const text = formatMoney(amountMinor, code, tag);
      // Groups of two are Indian custom, not a mark that a reader may guess at.
      fc.pre(tag !== 'en-IN' || Math.abs(amountMinor) < 10_000_000);
      expect(parseMoney(text, code), text).toEqual({ ok: true, value: amountMinor });
    }),
    runs,
  );
});

const realPrices = new URL('../../../../shared/data/beauty-products.csv', import.meta.url);

test.skipIf(!existsSync(realPrices) && process.env.CI !== 'true')(
  'PRC-3 every real price is read to the cent (../shared/data/beauty-products.csv)',
  () => {
    const rows: readonly { readonly price_usd: string }[] = parse(readFileSync(realPrices), {
      columns: true,
      bom: true,
    });
    expect(rows.length).toBe(2752);
    for (const { price_usd } of rows) {
      const value = Math.round(Number(price_usd.replace(/[$ ]/g, '')) * 100);
      expect(parseMoney(price_usd, 'USD'), price_usd).toEqual({ ok: true, value });
    }
  },
);
