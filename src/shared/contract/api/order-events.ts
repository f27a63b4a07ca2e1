import { type Static, Type } from 'typebox';
import { CurrencyCode, Id, Sku, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Design } from '#shared/domain/customization/design.ts';
import { basketLimits, Customer } from '#shared/domain/pricing/basket.ts';
import {
  AppliedPromotion,
  NonNegativeSaleMinor,
  QuoteLine,
  SaleMinor,
  TaxAmount,
} from '#shared/domain/pricing/quote.ts';
import { Order, Uuid } from '#shared/domain/sale/order.ts';

const closed = { additionalProperties: false };
/** Of an item's stock unit, milligrams perhaps: a hundred tons. */
const mostQuantity = 100_000_000_000;
/** SKUs that one sale takes: 200 lines of five that no other line has. */
const mostMovements = 1_000;
const StockQuantity = Type.Integer({ minimum: -mostQuantity, maximum: mostQuantity });

const OrderLine = Type.Object(
  {
    sku: Sku,
    /** Without the texts that a shopper typed: an engraving is often somebody's name. */
    design: Type.Optional(Design),
    /** How long those of them were that have a price, in grapheme clusters, by group (PRC-22). */
    textLengths: Type.Optional(Type.Record(Id, Type.Integer({ minimum: 0, maximum: 200 }), closed)),
    price: QuoteLine,
  },
  closed,
);

const OrderPayment = Type.Object(
  {
    id: Uuid,
    kind: Type.Enum(['cash', 'card']),
    amountMinor: NonNegativeSaleMinor,
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
    catalogVersion: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    /** Content hash of that catalog: versions are the device's own, the content is everybody's. */
    catalogHash: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
    currency: CurrencyCode,
    lines: Type.Array(OrderLine),
    /** Codes that were given and that some promotion knows, as they are compared (PRC-61). */
    coupons: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Z0-9-]{3,32}$' }), {
        maxItems: basketLimits.coupons,
      }),
    ),
    /** What promotions of the catalog ask of a customer; who that is stays in the store. */
    pricedFor: Type.Optional(
      Type.Object(
        {
          /** Whether the store knew the customer by an id, for promotions that count uses (PRC-40). */
          isKnown: Type.Boolean(),
          segments: Customer.properties.segments,
          promotionUses: Customer.properties.promotionUses,
        },
        closed,
      ),
    ),
    promotions: Type.Array(AppliedPromotion),
    taxes: Type.Array(TaxAmount),
    subtotalMinor: SaleMinor,
    discountMinor: NonNegativeSaleMinor,
    taxMinor: SaleMinor,
    cashRoundingMinor: SaleMinor,
    totalMinor: NonNegativeSaleMinor,
    payments: Type.Array(OrderPayment, { minItems: 1 }),
    /** What left the store's stock, in each item's stock unit: negative for a sale. */
    movements: Type.Optional(
      Type.Array(Type.Object({ sku: Sku, quantity: StockQuantity }, closed), {
        maxItems: mostMovements,
      }),
    ),
  },
  closed,
);
export type OrderCompletedV1 = Static<typeof OrderCompletedV1>;
