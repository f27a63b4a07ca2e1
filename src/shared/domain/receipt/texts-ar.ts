import type { ReceiptTexts } from './receipt-texts.ts';

/** Arabic; read from the right. */
export const receiptTextsAr: ReceiptTexts = {
  receiptNumber: 'إيصال رقم {number}',
  pickup: 'رقم الاستلام {number}',
  unitPrice: '{quantity} × {price}',
  choice: '{group}: {value}',
  subtotal: 'المجموع الفرعي',
  total: 'الإجمالي',
  taxIncluded: 'يشمل {label}، الصافي {net}',
  taxAdded: '{label} على {net}',
  cashRounding: 'تقريب النقد',
  cashGiven: 'نقدًا',
  cashChange: 'الباقي',
  card: 'بطاقة {scheme} {maskedPan}',
  cardReference: 'المرجع {reference}',
  testPage: 'صفحة اختبار',
  thanks: 'شكرًا لكم، وإلى اللقاء.',
  orderCaption: 'طلب رقم {number}',
  copy: 'نسخة',
  translation: 'ترجمة للقراءة. المعتمد هو الإيصال المطبوع.',
};
