import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlyIn, textIn } from '#shared/domain/catalog/primitives.ts';

const brush = { en: 'Brush', de: 'Pinsel', 'de-AT': 'Pinserl', fr: 'Pinceau' };

test('UIX-55 a text is read in the language asked for, else in its base, else in English', () => {
  expect(textIn(brush, 'de-AT')).toBe('Pinserl');
  expect(textIn(brush, 'de-CH')).toBe('Pinsel');
  expect(textIn(brush, 'ja')).toBe('Brush');
  expect(textIn(brush, 'en-GB')).toBe('Brush');
});

test('SAL-37 only English and the one language are kept of a text', () => {
  expect(onlyIn(brush, 'de-CH')).toEqual({ en: 'Brush', de: 'Pinsel' });
  expect(onlyIn(brush, 'de-AT')).toEqual({ en: 'Brush', 'de-AT': 'Pinserl' });
  expect(onlyIn(brush, 'ja')).toEqual({ en: 'Brush' });
  expect(onlyIn(brush, 'en')).toEqual({ en: 'Brush' });
});

test('SAL-37 whatever the languages, it reads as before, and is not cut twice', () => {
  const language = fc.constantFrom('de', 'de-AT', 'fr', 'pt-BR', 'en-GB', 'constructor');
  const word = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(fc.dictionary(language, word), word, language, (others, en, locale) => {
      const text = { ...others, en };
      const told = onlyIn(text, locale);
      expect(textIn(told, locale)).toBe(textIn(text, locale));
      expect(textIn(told, 'en')).toBe(en);
      expect(Object.keys(told).length).toBeLessThanOrEqual(2);
      expect(onlyIn(told, locale)).toEqual(told);
    }),
  );
});
