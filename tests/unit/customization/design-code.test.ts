import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  designCodeBits,
  designCodeOf,
  readDesignCode,
  shownDesignCode,
} from '#shared/domain/customization/design-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codes = fc
  .bigInt({ min: 0n, max: 2n ** BigInt(designCodeBits) - 1n })
  .map(designCodeOf)
  .filter((code) => code !== null);

test('API-41 a code is read as it was made, however it is typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{9}$/);
      const shown = shownDesignCode(code);
      const typed = shown.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      for (const text of [code, shown, typed, ` ${shown.replace('-', ' ')} `]) {
        expect(readDesignCode(text)).toBe(code);
      }
    }),
  );
});

test('API-41 one wrong symbol, and two neighbors that changed places, are noticed', () => {
  fc.assert(
    fc.property(codes, fc.nat(8), fc.integer({ min: 1, max: 31 }), (code, place, shift) => {
      const symbol = alphabet[(alphabet.indexOf(code[place] ?? '') + shift) % 32];
      expect(readDesignCode(code.slice(0, place) + symbol + code.slice(place + 1))).toBeNull();
      const [left = '', right = ''] = code.slice(place, place + 2);
      if (right === '' || left === right) return;
      expect(
        readDesignCode(code.slice(0, place) + right + left + code.slice(place + 2)),
      ).toBeNull();
    }),
  );
});

test('API-41 what is no code is none', () => {
  for (const text of ['', '7K4QX2M9', '7K4QX2M9TT', 'U'.repeat(9), '*'.repeat(9), 'é'.repeat(9)]) {
    expect(readDesignCode(text), text).toBeNull();
  }
});

test('API-41 Crockford’s own check symbols: 37 of them, five of which are not given out', () => {
  expect(designCodeOf(0n)).toBe('000000000');
  expect(designCodeOf(31n)).toBe('0000000ZZ');
  for (const value of [32n, 33n, 34n, 35n, 36n]) expect(designCodeOf(value)).toBeNull();
  expect(designCodeOf(37n)).toBe('000000150');
});
