import { type Static, Type } from 'typebox';
import { Id, Sku, TimeMs } from './primitives.ts';

/**
 * A count of one SKU in one store, in the item's stock unit. What is on hand now is this count
 * plus every movement after `countedAt`.
 */
export const StockRecord = Type.Object(
  {
    kind: Type.Literal('stock'),
    sku: Sku,
    store: Id,
    quantity: Type.Integer({ minimum: -1_000_000_000, maximum: 1_000_000_000_000 }),
    countedAt: TimeMs,
  },
  { additionalProperties: false },
);
export type StockRecord = Static<typeof StockRecord>;

/** A batch of one SKU with its expiry. */
export const LotRecord = Type.Object(
  {
    kind: Type.Literal('lot'),
    id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]*$', maxLength: 64 }),
    sku: Sku,
    store: Type.Optional(Id),
    expiresAt: Type.Optional(TimeMs),
    receivedAt: Type.Optional(TimeMs),
  },
  { additionalProperties: false },
);
export type LotRecord = Static<typeof LotRecord>;
