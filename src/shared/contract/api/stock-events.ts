import { type Static, Type } from 'typebox';
import { Id, Sku, TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';

const closed = { additionalProperties: false };

/**
 * Payload of the event `stock.moved`, schema version 1: what came into a store or left it otherwise than by
 * a sale of a device, which its `order.completed` tells. Only the backend makes it.
 */
export const StockMovedV1 = Type.Object(
  {
    /** Of the movement, or of the reservation. */
    movementId: Uuid,
    store: Id,
    kind: Type.Enum(['receipt', 'adjustment', 'reservation']),
    /** The sale of another channel that took what was reserved. */
    orderId: Type.Optional(Uuid),
    movedAt: TimeMs,
    /** In each item's stock unit; negative for what left. */
    movements: Type.Array(Type.Object({ sku: Sku, quantity: Type.Integer() }, closed), {
      minItems: 1,
    }),
  },
  closed,
);
export type StockMovedV1 = Static<typeof StockMovedV1>;
