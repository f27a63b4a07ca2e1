import type { Payment } from './order.ts';

/** What a terminal tells about an approved payment; it may tell more than we want to know. */
interface CardApproval {
  readonly reference: string;
  readonly scheme: string;
  readonly maskedPan: string;
}

/** A card payment as it may be stored: at most the last four digits of the card. SAL-29. */
export function cardPayment(id: string, amountMinor: number, approval: CardApproval): Payment {
  return {
    id,
    kind: 'card',
    amountMinor,
    reference: withoutCardNumbers(approval.reference).slice(0, 64),
    scheme: withoutCardNumbers(approval.scheme).slice(0, 32),
    maskedPan: lastFour(approval.maskedPan),
  };
}

/** `**** 4242`, however much of the number a terminal gives. */
function lastFour(pan: string): string {
  return `**** ${pan.replace(/\D/g, '').slice(-4)}`.trim();
}

/** A run of digits as long as a card number (ISO/IEC 7812: 10 to 19 digits; ours: 12 and more) is cut to four. */
function withoutCardNumbers(text: string): string {
  return text.replace(/\d(?:[ -]?\d){11,}/g, (digits) => lastFour(digits));
}
