import { latinDigits } from '../../../lib/latin-digits.ts';

/** A coupon code as it is compared: upper case, with digits 0 to 9, without any white space. */
export function normalizeCouponCode(code: string): string {
  return latinDigits(code).replace(/\s+/gu, '').toUpperCase();
}
