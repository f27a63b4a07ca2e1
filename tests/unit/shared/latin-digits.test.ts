import { expect, test } from 'vitest';
import { latinDigits, onlyDigits } from '../../../src/renderer/lib/latin-digits.ts';

test('UIX-71 digits are taken from Arabic, Persian and Japanese keyboards', () => {
  expect(latinDigits('0123456789')).toBe('0123456789');
  expect(latinDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
  expect(latinDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
  expect(latinDigits('０１２３４５６７８９')).toBe('0123456789');
  expect(latinDigits('٥٨٫٢')).toBe('58.2');
});

test('UIX-71 all else is left alone, or left out where only digits are wanted', () => {
  expect(latinDigits('7K4Q-X2M9')).toBe('7K4Q-X2M9');
  expect(onlyDigits('٤٠ ans, ca. 2')).toBe('402');
  expect(onlyDigits('')).toBe('');
});
