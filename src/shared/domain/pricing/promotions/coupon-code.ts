/** A coupon code as it is compared: upper case, without any white space. */
export function normalizeCouponCode(code: string): string {
  return code.replace(/\s+/gu, '').toUpperCase();
}
