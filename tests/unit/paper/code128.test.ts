import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128, modulesOf } from '#shared/domain/paper/code128.ts';

const startB = '211214';
const stop = '2331112';

/** The widths of the bars, six digits a symbol. */
function symbols(text: string): readonly string[] {
  return (code128(text) ?? []).join('').match(/.{7}$|.{6}/g) ?? [];
}

test('DEV-92 start, characters, check character and stop have the bars of ISO/IEC 15417', () => {
  // A, I and M are 33, 41 and 45 in code set B, which begins with 104:
  // (104 + 33 + 2 × 41 + 3 × 45) mod 103 = 45, an M.
  expect(symbols('AIM')).toEqual([startB, '111323', '231311', '113123', '113123', stop]);
});

test('DEV-92 a control character stands in set A, or is shifted where small letters are too', () => {
  expect(symbols('A\t').slice(0, 3)).toEqual(['211412', '111323', '142112']);
  expect(symbols('a\t').slice(0, 4)).toEqual([startB, '121124', '411311', '142112']);
});

test('DEV-92 what is empty or not ASCII has no Code 128', () => {
  expect([code128(''), code128('é'), code128('€5')]).toEqual([null, null, null]);
});

test('DEV-92 every symbol is eleven modules wide, three bars of an even sum, and no two are alike', () => {
  const characters = Array.from({ length: 96 }, (_, at) => String.fromCharCode(at + 32));
  const patterns = new Set(characters.map((character) => symbols(character)[1] ?? ''));
  expect(patterns.size).toBe(96);
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 40 }), (text) => {
      const all = symbols(text);
      for (const pattern of all.slice(0, -1)) {
        const widths = Array.from(pattern, Number);
        expect(modulesOf(widths)).toBe(11);
        expect(modulesOf(widths.filter((_, at) => at % 2 === 0)) % 2).toBe(0);
      }
      expect(modulesOf(code128(text) ?? [])).toBe(11 * (all.length - 1) + 13);
    }),
    { seed: 128 },
  );
});
