import type { ReceiptTexts } from './receipt-texts.ts';

/** French; the blank before a colon does not break. */
export const receiptTextsFr: ReceiptTexts = {
  receiptNumber: 'Ticket {number}',
  pickup: 'Numéro de retrait {number}',
  unitPrice: '{quantity} × {price}',
  choice: '{group}\u00a0: {value}',
  subtotal: 'Sous-total',
  total: 'Total',
  taxIncluded: 'Dont {label}, HT {net}',
  taxAdded: '{label} sur {net}',
  cashRounding: 'Arrondi (espèces)',
  cashGiven: 'Espèces',
  cashChange: 'Monnaie rendue',
  card: 'Carte {scheme} {maskedPan}',
  cardReference: 'Référence {reference}',
  testPage: 'Page de test',
  thanks: 'Merci et à bientôt.',
  orderCaption: 'Commande {number}',
  copy: 'DUPLICATA',
  translation: 'Traduction pour lecture. Seul le ticket imprimé fait foi.',
};
