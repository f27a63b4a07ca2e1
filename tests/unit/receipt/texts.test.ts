import { expect, test } from 'vitest';
import type { ReceiptTexts } from '#shared/domain/receipt/receipt-texts.ts';
import { receiptTextsIn } from '#shared/domain/receipt/texts.ts';

const english = receiptTextsIn('en');
const languages = ['de-DE', 'fr-FR', 'es-ES', 'ar-AE', 'ja-JP'];

function values(text: string): readonly string[] {
  return (text.match(/\{\w+\}/g) ?? []).sort();
}

test.each(languages)(
  'SAL-68 in %s every word is there and fills in what the English one does',
  (locale) => {
    const texts = receiptTextsIn(locale);
    const names = Object.keys(english) as (keyof ReceiptTexts)[];
    expect(texts.thanks).not.toBe(english.thanks);
    for (const name of names) expect(values(texts[name]), name).toEqual(values(english[name]));
  },
);

test.each(['de-DE', 'fr-FR', 'es-ES'])(
  'SAL-68 DEV-20 in %s the printer’s own letters have every word',
  (locale) => {
    expect(Object.values(receiptTextsIn(locale)).join('')).toMatch(/^[\u0020-\u00ff]*$/);
  },
);
