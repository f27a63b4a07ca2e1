import { v7 as uuidv7 } from 'uuid';
import { eventHash } from '#central/core/ingest/judge-event.ts';
import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';

/** The payload of a small sale; nothing in it was ever priced. */
export function completedOrder(
  wanted: Partial<OrderCompletedV1> & Pick<OrderCompletedV1, 'store'>,
): OrderCompletedV1 {
  const orderId = uuidv7();
  return {
    orderId,
    number: `D1-${orderId.slice(-6)}`,
    device: 'D1',
    soldAt: Date.now(),
    pricedAt: Date.now(),
    catalogVersion: 1,
    currency: 'EUR',
    lines: [],
    promotions: [],
    taxes: [],
    subtotalMinor: 4_233,
    discountMinor: 0,
    taxMinor: 676,
    cashRoundingMinor: 0,
    totalMinor: 4_233,
    payments: [{ id: uuidv7(), kind: 'cash', amountMinor: 4_233 }],
    ...wanted,
  };
}

/** An event of an outbox, with its hash. */
export function pushedEvent<P extends object>(
  deviceSeq: number,
  payload: P,
  id: string = uuidv7(),
  type = 'order.completed',
) {
  const hash = eventHash({
    id,
    deviceSeq,
    type,
    schemaVersion: 1,
    payload: canonicalJson(payload),
  });
  return { id, deviceSeq, type, schemaVersion: 1, payload, hash };
}
