import type { ReceiptTexts } from './receipt-texts.ts';

/** German. */
export const receiptTextsDe: ReceiptTexts = {
  receiptNumber: 'Beleg {number}',
  pickup: 'Abholnummer {number}',
  unitPrice: '{quantity} × {price}',
  choice: '{group}: {value}',
  subtotal: 'Zwischensumme',
  total: 'Summe',
  taxIncluded: 'Enthält {label}, netto {net}',
  taxAdded: '{label} auf {net}',
  cashRounding: 'Rundung (bar)',
  cashGiven: 'Bar',
  cashChange: 'Rückgeld',
  card: 'Karte {scheme} {maskedPan}',
  cardReference: 'Referenz {reference}',
  testPage: 'Testseite',
  thanks: 'Vielen Dank. Bis bald.',
  orderCaption: 'Bestellung {number}',
  copy: 'KOPIE',
  translation: 'Übersetzung zum Lesen. Es gilt der gedruckte Beleg.',
};
