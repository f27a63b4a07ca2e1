import type { ReceiptTexts } from './receipt-texts.ts';
import { receiptTextsEn } from './texts-en.ts';

const textsByLanguage: ReadonlyMap<string, ReceiptTexts> = new Map([['en', receiptTextsEn]]);

/** The words of a receipt in the language of a BCP 47 tag, else in English. */
export function receiptTextsIn(locale: string): ReceiptTexts {
  const [language = ''] = locale.split('-', 1);
  return textsByLanguage.get(language) ?? receiptTextsEn;
}
