import type { ReceiptTexts } from './receipt-texts.ts';

/** Spanish. */
export const receiptTextsEs: ReceiptTexts = {
  receiptNumber: 'Recibo {number}',
  pickup: 'Número de recogida {number}',
  unitPrice: '{quantity} × {price}',
  choice: '{group}: {value}',
  subtotal: 'Subtotal',
  total: 'Total',
  taxIncluded: 'Incluye {label}, base {net}',
  taxAdded: '{label} sobre {net}',
  cashRounding: 'Redondeo (efectivo)',
  cashGiven: 'Efectivo',
  cashChange: 'Cambio',
  card: 'Tarjeta {scheme} {maskedPan}',
  cardReference: 'Referencia {reference}',
  testPage: 'Página de prueba',
  thanks: 'Gracias. Hasta pronto.',
  orderCaption: 'Pedido {number}',
  copy: 'COPIA',
  translation: 'Traducción para leer. Vale el recibo impreso.',
};
