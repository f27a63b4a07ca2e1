import type { ReceiptTexts } from './receipt-texts.ts';

/** English, and what other languages fall back to. */
export const receiptTextsEn: ReceiptTexts = {
  receiptNumber: 'Receipt {number}',
  pickup: 'Pickup number {number}',
  unitPrice: '{quantity} × {price}',
  choice: '{group}: {value}',
  subtotal: 'Subtotal',
  total: 'Total',
  taxIncluded: 'Includes {label}, net {net}',
  taxAdded: '{label} on {net}',
  cashRounding: 'Cash rounding',
  cashGiven: 'Cash',
  cashChange: 'Change',
  card: 'Card {scheme} {maskedPan}',
  cardReference: 'Reference {reference}',
  testPage: 'Test page',
  thanks: 'Thank you. See you soon.',
  orderCaption: 'Order {number}',
  copy: 'COPY',
  translation: 'A translation to read. The printed receipt counts.',
};
