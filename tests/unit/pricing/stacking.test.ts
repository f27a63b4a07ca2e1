import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import { normalizeCouponCode } from '#shared/domain/pricing/promotions/coupon-code.ts';
import { arbitrarySale } from './arbitrary-sale.ts';

const runs = { seed: 20_250_318, numRuns: 800 };

const applications = arbitrarySale.map(({ basket, catalog }) => {
  const priced = priceBasket(basket, catalog);
  if (!priced.ok) throw new Error(priced.error.message);
  const byId = new Map(catalog.promotions.map((record) => [record.id, record]));
  const quote = priced.value;
  const applied = quote.promotions.flatMap((each) => {
    const record = byId.get(each.promotion);
    return record === undefined ? [] : [{ ...each, record }];
  });
  const onLines = quote.lines.map((line) =>
    line.trace.flatMap((entry) => byId.get(entry.ref) ?? []),
  );
  return { basket, quote, applied, onLines };
});

test('PRC-43, PRC-44 a stacking group discounts a line once and the sale once', () => {
  fc.assert(
    fc.property(applications, ({ applied, onLines }) => {
      for (const records of onLines) {
        const groups = records.map((record) => record.stackingGroup);
        expect(new Set(groups).size).toBe(groups.length);
      }
      const wide = applied.filter(({ record }) => record.scope === 'basket');
      expect(new Set(wide.map(({ record }) => record.stackingGroup)).size).toBe(wide.length);
    }),
    runs,
  );
});

test('PRC-45, PRC-46 an exclusive promotion stands alone, on its line or in the sale', () => {
  fc.assert(
    fc.property(applications, ({ applied, onLines }) => {
      for (const records of onLines) {
        if (records.some((record) => record.exclusive)) expect(records.length).toBe(1);
      }
      const alone = applied.filter(({ record }) => record.exclusive && record.scope === 'basket');
      if (alone.length > 0) expect(applied.length).toBe(1);
    }),
    runs,
  );
});

test('PRC-47, PRC-48 no cap is exceeded', () => {
  fc.assert(
    fc.property(applications, ({ applied, basket }) => {
      for (const { record, discountMinor, applications } of applied) {
        const uses = basket.customer?.promotionUses?.[record.id] ?? 0;
        expect(discountMinor).toBeLessThanOrEqual(record.maxDiscountMinor ?? discountMinor);
        expect(applications).toBeLessThanOrEqual(record.maxPerSale ?? applications);
        expect(applications).toBeLessThanOrEqual((record.maxPerCustomer ?? Infinity) - uses);
        if (record.maxPerCustomer !== undefined) expect(basket.customer?.id).toBeDefined();
      }
    }),
    runs,
  );
});

test('PRC-51 what applied took something off', () => {
  fc.assert(
    fc.property(applications, ({ applied }) => {
      expect(applied.every((each) => each.discountMinor > 0 && each.applications > 0)).toBe(true);
    }),
    runs,
  );
});

test('PRC-64 every code is either used or listed with a reason, never both', () => {
  fc.assert(
    fc.property(applications, ({ applied, basket, quote }) => {
      const given = new Set(basket.coupons.map(normalizeCouponCode));
      const used = new Set(applied.flatMap((each) => each.coupon ?? []));
      const unused = quote.unusedCoupons.map((each) => each.code);
      expect(new Set([...used, ...unused])).toEqual(given);
      expect(used.size + unused.length).toBe(given.size);
      const needed = applied.filter(({ record }) => record.couponCodes !== undefined);
      expect(needed.every((each) => each.coupon !== undefined)).toBe(true);
    }),
    runs,
  );
});
