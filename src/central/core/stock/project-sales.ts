import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import { assert } from '#shared/lib/assert.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { clocksOf } from '../../storage/device-lines.ts';
import type { FeedEvent } from '../../storage/feed.ts';
import type { Db } from '../../storage/schema.ts';
import { addSold, type DeviceAllotment, ownAllotments } from '../../storage/stock-allotments.ts';
import { levelBeyond } from '../../storage/stock-bounds.ts';
import { holdLevels, mostUnits, type StockKey, stockKey } from '../../storage/stock-levels.ts';
import { addMovements, type StockMovement } from '../../storage/stock-movements.ts';
import { saleMoment } from './sale-moment.ts';

/** What an event takes of one SKU. */
interface Sale extends StockKey {
  readonly event: FeedEvent;
  readonly quantity: number;
}

/**
 * Takes what devices sold out of stock: into the ledger, the levels, and the devices' allotments, all in
 * the caller's transaction. Each event counts once. STK-41, STK-43
 * @throws when there would be more, or less, of something than can be counted. STK-48
 */
export async function projectSales(db: Db, events: readonly FeedEvent[], at: Date): Promise<void> {
  const sales = events.flatMap(salesOf);
  await holdLevels(db, sales, at, { create: true });
  const added = await addMovements(db, await datedMovements(db, sales), at);
  await addSold(
    db,
    added.flatMap(({ store, sku, device, quantity }) =>
      device === null || quantity > 0 ? [] : [{ store, sku, device, quantity: -quantity }],
    ),
  );
  const beyond = await levelBeyond(db, added);
  assert(
    beyond === null,
    `no more than ${mostUnits} of ${beyond?.sku} in ${beyond?.store} are counted`,
  );
}

function salesOf(event: FeedEvent): readonly Sale[] {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of orderOf(event).movements ?? []) {
    sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  }
  return [...sums]
    .filter(([, quantity]) => quantity !== 0)
    .map(([sku, quantity]) => ({ store: event.store, sku, quantity, event }));
}

/** It was checked against the schema of its type before it was stored. */
function orderOf({ payload }: FeedEvent): OrderCompletedV1 {
  return payload as OrderCompletedV1;
}

async function datedMovements(db: Db, sales: readonly Sale[]): Promise<readonly StockMovement[]> {
  const ofDevices = new Map(
    sales.flatMap(({ store, sku, event: { device } }) =>
      device === null ? [] : [[ownKey({ store, sku, device }), { store, sku, device }]],
    ),
  );
  const keys = [...ofDevices.values()];
  const clocks = await clocksOf(db, [...new Set(keys.map(({ device }) => device))]);
  const heard = hearing(await ownAllotments(db, keys));
  return sales.map((sale) => {
    const { store, sku, quantity, event } = sale;
    const { orderId, soldAt } = orderOf(event);
    const moment = saleMoment({
      soldAt,
      receivedAt: event.receivedAt.getTime(),
      heardAt: heard(sale),
      clocks: event.device === null ? [] : (clocks.get(event.device) ?? []),
    });
    return {
      ...{ store, id: event.id, sku, quantity, kind: 'sale' },
      ...{ at: new Date(moment), device: event.device, order_id: orderId, reason: null },
    } as const;
  });
}

/**
 * When a device had last told what it sold of a SKU, before it sold this: its total then was less than what has
 * arrived with this sale, or all that it told had arrived before. Sales are asked about in their order.
 */
function hearing(allotments: readonly DeviceAllotment[]): (sale: Sale) => UnixMs | null {
  const known = new Map(allotments.map((allotment) => [ownKey(allotment), allotment]));
  const arrived = new Map(allotments.map((allotment) => [ownKey(allotment), allotment.sold]));
  return ({ store, sku, quantity, event: { device } }) => {
    const key = ownKey({ store, sku, device });
    const allotment = known.get(key);
    if (allotment === undefined) return null;
    const sold = (arrived.get(key) ?? 0) + Math.max(0, -quantity);
    arrived.set(key, sold);
    const heardAt = sold > allotment.toldSold ? allotment.toldAt : allotment.settledAt;
    return heardAt?.getTime() ?? null;
  };
}

function ownKey({ store, sku, device }: StockKey & { readonly device: string | null }): string {
  return `${device}|${stockKey({ store, sku })}`;
}
