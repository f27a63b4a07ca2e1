import { type Static, Type } from 'typebox';
import { CurrencyCode, Id, Sku, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { AppliedPromotion, QuoteLine, TaxAmount } from '#shared/domain/pricing/quote.ts';
import { Order, Uuid } from '#shared/domain/sale/order.ts';

const closed = { additionalProperties: false };

const OrderLine = Type.Object(
  {
    sku: Sku,
    /** Without the texts that a shopper typed: an engraving is often somebody's name. */
    design: Type.Optional(Design),
    price: QuoteLine,
  },
  closed,
);

const OrderPayment = Type.Object(
  {
    id: Uuid,
    kind: Type.Enum(['cash', 'card']),
    amountMinor: Type.Integer({ minimum: 0 }),
    /** Card scheme, e.g. `VISA`; nothing else of a card leaves the store. */
    scheme: Type.Optional(Type.String({ maxLength: 32 })),
  },
  closed,
);

/**
 * Payload of the event `order.completed`, schema version 1: a sale as head office gets it. It
 * names no person: neither the customer nor what was typed nor any digit of a card.
 */
export const OrderCompletedV1 = Type.Object(
  {
    orderId: Uuid,
    number: Order.properties.number,
    device: Order.properties.device,
    store: Id,
    soldAt: TimeMs,
    /** When the sale was priced, and from which catalog. */
    pricedAt: TimeMs,
    catalogVersion: Type.Integer({ minimum: 0 }),
    currency: CurrencyCode,
    lines: Type.Array(OrderLine),
    promotions: Type.Array(AppliedPromotion),
    taxes: Type.Array(TaxAmount),
    subtotalMinor: Type.Integer(),
    discountMinor: Type.Integer({ minimum: 0 }),
    taxMinor: Type.Integer(),
    cashRoundingMinor: Type.Integer(),
    totalMinor: Type.Integer({ minimum: 0 }),
    payments: Type.Array(OrderPayment, { minItems: 1 }),
  },
  closed,
);
export type OrderCompletedV1 = Static<typeof OrderCompletedV1>;
