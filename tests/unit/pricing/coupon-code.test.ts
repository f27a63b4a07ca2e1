import { expect, test } from 'vitest';
import { normalizeCouponCode } from '#shared/domain/pricing/promotions/coupon-code.ts';

test.each(['spring10', ' SPRING 10 ', 'Spring١٠', 'ＳＰＲＩＮＧ１０', 'SPRING۱۰'])(
  'UIX-76 %s is the same coupon',
  (typed) => {
    expect(normalizeCouponCode(typed)).toBe('SPRING10');
  },
);
