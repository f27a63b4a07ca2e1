import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { clockSkews } from '../../storage/devices.ts';
import type { FeedEvent } from '../../storage/feed.ts';
import type { Db } from '../../storage/schema.ts';
import { addSold } from '../../storage/stock-allotments.ts';
import { holdLevels } from '../../storage/stock-levels.ts';
import { addMovements, type StockMovement } from '../../storage/stock-movements.ts';

/**
 * Takes what devices sold out of stock: into the ledger, the levels, and the devices' allotments, all in
 * the caller's transaction. Each event counts once. STK-41, STK-43
 */
export async function projectSales(db: Db, events: readonly FeedEvent[], at: Date): Promise<void> {
  const devices = [...new Set(events.flatMap(({ device }) => device ?? []))];
  const skews = await clockSkews(db, devices);
  const movements = events.flatMap((event) =>
    movementsOf(event, event.device === null ? 0 : (skews.get(event.device) ?? 0)),
  );
  await holdLevels(db, movements, at, { create: true });
  const added = await addMovements(db, movements, at);
  await addSold(
    db,
    added.flatMap(({ store, sku, device, quantity }) =>
      device === null || quantity > 0 ? [] : [{ store, sku, device, quantity: -quantity }],
    ),
  );
}

function movementsOf(event: FeedEvent, skewMs: number): readonly StockMovement[] {
  // It was checked against the schema of its type before it was stored.
  const { movements = [], orderId, soldAt } = event.payload as OrderCompletedV1;
  const sums = new Map<string, number>();
  for (const { sku, quantity } of movements) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  // By our clock; and whatever the device's says, it was sold before we heard of it.
  const at = new Date(Math.max(0, Math.min(soldAt - skewMs, event.receivedAt.getTime())));
  return [...sums]
    .filter(([, quantity]) => quantity !== 0)
    .map(([sku, quantity]) => ({
      store: event.store,
      id: event.id,
      sku,
      quantity,
      kind: 'sale' as const,
      at,
      device: event.device,
      order_id: orderId,
      reason: null,
    }));
}
