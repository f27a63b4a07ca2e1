import type { StockMovedV1 } from '#shared/contract/api/stock-events.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { EventDraft } from './event-draft.ts';

/** What came or went otherwise than by a device's sale. EVO-14 */
export function stockMoved(moved: StockMovedV1): readonly EventDraft[] {
  const { movementId, store, kind, orderId, movements } = moved;
  const time = isoTime(moved.movedAt);
  const order = orderId === undefined ? {} : { orderId };
  const data = { store, reason: kind, ...order, movedAt: time, movements };
  return [{ name: 'stock.moved.v1', number: 0, subject: movementId, time, data }];
}
