import { type Static, Type } from 'typebox';
import { CurrencyCode, Id } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { OrderCompletedV1 } from './order-events.ts';

const closed = { additionalProperties: false };

/** A moment as ISO 8601 in UTC, to the millisecond. */
export const IsoTime = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  description: 'ISO 8601 in UTC with milliseconds, e.g. 2026-11-25T09:30:00.000Z',
});

/** Where a list goes on; opaque. */
export const Cursor = Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: 1, maxLength: 256 });

/** What repricing a sale with the catalog that it names gave. */
export const Repricing = Type.Object(
  {
    /** `unpriceable`: the backend does not have that catalog, or the sale cannot be priced with it. */
    outcome: Type.Enum(['same', 'diverges', 'unpriceable']),
    /** What our engine makes of it, in minor units; `null` when it cannot be priced. */
    totalMinor: Type.Union([Type.Integer(), Type.Null()]),
    /** What differs, or why it cannot be priced. */
    differences: Type.Array(Type.String()),
    at: IsoTime,
  },
  closed,
);
export type Repricing = Static<typeof Repricing>;

/** A sale, in short. Money is minor units of `currency`. */
export const OrderSummary = Type.Object(
  {
    id: Uuid,
    store: Id,
    /** `null`: sold on another channel. */
    deviceId: Type.Union([Uuid, Type.Null()]),
    number: Type.String(),
    soldAt: IsoTime,
    receivedAt: IsoTime,
    currency: CurrencyCode,
    subtotalMinor: Type.Integer(),
    discountMinor: Type.Integer(),
    taxMinor: Type.Integer(),
    cashRoundingMinor: Type.Integer(),
    totalMinor: Type.Integer(),
  },
  closed,
);
export type OrderSummary = Static<typeof OrderSummary>;

/** A page of sales. */
export const OrderPage = Type.Object(
  { items: Type.Array(OrderSummary), nextCursor: Type.Optional(Cursor) },
  closed,
);

/** A sale with everything that its event tells. */
export const OrderDetail = Type.Object(
  {
    ...OrderSummary.properties,
    /** The payload of the event `order.completed`, as the device sent it. */
    completed: OrderCompletedV1,
    /** `null` until the backend has repriced it, usually within a second. */
    repricing: Type.Union([Repricing, Type.Null()]),
  },
  closed,
);
