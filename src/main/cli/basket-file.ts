import { type Static, Type } from 'typebox';
import { Sku, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { Basket, BasketLine, Customer } from '#shared/domain/pricing/basket.ts';
import { normalizeCouponCode } from '#shared/domain/pricing/promotions/coupon-code.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { badInput, type CommandFailure, failureOf } from './failure.ts';
import { inputName, readJson } from './input-file.ts';
import { parseIsoTime } from './iso-time.ts';
import type { Output } from './output.ts';

const closed = { additionalProperties: false };

const IsoTime = Type.String({
  pattern:
    '^\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?(?:Z|[+-]\\d{2}:\\d{2}))?$',
  description: 'an ISO 8601 time such as 2026-11-21T10:00:00Z, or Unix milliseconds',
});

/** A basket as people write it: no line ids, and only what matters. */
const BasketFile = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        { sku: Sku, quantity: BasketLine.properties.quantity, design: Type.Optional(Design) },
        closed,
      ),
      { minItems: 1, maxItems: 200 },
    ),
    coupons: Type.Optional(Basket.properties.coupons),
    customer: Type.Optional(Customer),
    at: Type.Optional(Type.Union([IsoTime, TimeMs])),
  },
  closed,
);
type BasketFile = Static<typeof BasketFile>;

export function readBasket(file: string, now: UnixMs): Basket {
  const written = readJson(file, BasketFile);
  return {
    lines: written.lines.map((line, index) => ({ lineId: `line-${index + 1}`, ...line })),
    coupons: written.coupons ?? [],
    ...(written.customer === undefined ? {} : { customer: written.customer }),
    at: timeOf(file, written, now),
  };
}

function timeOf(file: string, { at }: BasketFile, now: UnixMs): UnixMs {
  if (at === undefined) return now;
  const time = typeof at === 'number' ? at : parseIsoTime(at);
  if (time === null) throw badInput(`${inputName(file)}: /at: there is no such time as ${at}`);
  return time;
}

/** A fault of pricing or selling a basket; what is wrong in the file is named by its place there. */
export function basketFailure(file: string, basket: Basket, fault: Fault): CommandFailure {
  const place = placeOf(basket, fault.details);
  if (place === null) return failureOf(fault);
  return failureOf({ ...fault, message: `${inputName(file)}: ${place}: ${fault.message}` });
}

function placeOf({ lines, coupons }: Basket, details: Fault['details']): string | null {
  if (typeof details !== 'object' || details === null) return null;
  if ('lineId' in details) {
    return `/lines/${lines.findIndex(({ lineId }) => lineId === details.lineId)}`;
  }
  if ('coupon' in details) {
    return `/coupons/${coupons.findIndex((code) => normalizeCouponCode(code) === details.coupon)}`;
  }
  return null;
}

/** The fault of a coupon that nobody knows, as a sale refuses it; null when there is none. */
export function unknownCoupon({ unusedCoupons }: Quote): Fault | null {
  const unknown = unusedCoupons.find(({ reason }) => reason === 'unknown');
  if (unknown === undefined) return null;
  const { code } = unknown;
  return fault('pricing.coupon_unknown', `There is no coupon ${code}.`, { coupon: code });
}

/** Coupons that are known but do not apply to the basket. */
export function noteUnusedCoupons(output: Output, { unusedCoupons }: Quote): void {
  for (const { code, reason } of unusedCoupons) {
    output.note(`coupon ${code} is not used: ${reason}`);
  }
}
