import type { ReceiptTexts } from './receipt-texts.ts';
import { receiptTextsAr } from './texts-ar.ts';
import { receiptTextsDe } from './texts-de.ts';
import { receiptTextsEn } from './texts-en.ts';
import { receiptTextsEs } from './texts-es.ts';
import { receiptTextsFr } from './texts-fr.ts';
import { receiptTextsJa } from './texts-ja.ts';

const textsByLanguage: ReadonlyMap<string, ReceiptTexts> = new Map([
  ['ar', receiptTextsAr],
  ['de', receiptTextsDe],
  ['en', receiptTextsEn],
  ['es', receiptTextsEs],
  ['fr', receiptTextsFr],
  ['ja', receiptTextsJa],
]);

/** The words of a receipt in the language of a BCP 47 tag, else in English. */
export function receiptTextsIn(locale: string): ReceiptTexts {
  const [language = ''] = locale.split('-', 1);
  return textsByLanguage.get(language) ?? receiptTextsEn;
}
