import { expect, test } from 'vitest';
import { latinDigits, onlyDigits } from '#shared/lib/latin-digits.ts';

test('UIX-76 digits are taken from Arabic, Persian and Japanese keyboards', () => {
  expect(latinDigits('0123456789')).toBe('0123456789');
  expect(latinDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
  expect(latinDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
  expect(latinDigits('０１２３４５６７８９')).toBe('0123456789');
  expect(latinDigits('７Ｋ４Ｑ－Ｘ２Ｍ９８')).toBe('7K4Q-X2M98');
});

test('UIX-76 what is no digit is not taken for one', () => {
  for (const text of ['7K4Q-X2M9', '½ ² ① Ⅳ', 'ﬁ ℡', '٫٬٭', 'ー、。', '२']) {
    expect(latinDigits(text)).toBe(text);
  }
  expect(onlyDigits('٣² ans, ca. ½2')).toBe('32');
  expect(onlyDigits('')).toBe('');
});
