import type { ReceiptTexts } from './receipt-texts.ts';

/** Japanese. */
export const receiptTextsJa: ReceiptTexts = {
  receiptNumber: 'レシート {number}',
  pickup: '受け取り番号 {number}',
  unitPrice: '{price} × {quantity}点',
  choice: '{group}：{value}',
  subtotal: '小計',
  total: '合計',
  taxIncluded: '内 {label}（税抜 {net}）',
  taxAdded: '{label}（対象 {net}）',
  cashRounding: '現金端数調整',
  cashGiven: 'お預り',
  cashChange: 'お釣り',
  card: 'カード {scheme} {maskedPan}',
  cardReference: '照会番号 {reference}',
  testPage: 'テスト印刷',
  thanks: 'ありがとうございました。',
  orderCaption: 'ご注文 {number}',
  copy: '再発行',
  translation: '参考訳です。印刷されたレシートが正式な控えです。',
};
