import type { StockMovement } from '#main/core/ports/sale-store.ts';
import type { Order } from '#shared/domain/sale/order.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

export function addMovements(
  db: WritableDb,
  { id, store, soldAt }: Pick<Order, 'id' | 'store' | 'soldAt'>,
  movements: readonly StockMovement[],
): void {
  for (const { sku, quantity } of movements) {
    db.run(
      'INSERT INTO stock_movements (order_id, store, sku, quantity, at) VALUES (?, ?, ?, ?, ?)',
      id,
      store,
      sku,
      quantity,
      soldAt,
    );
  }
}

/** Sum of the movements of a SKU in a store after `since`, in its stock unit. */
export function movedSince(db: ReadableDb, store: string, sku: string, since: UnixMs): number {
  return (
    db.value<number>(
      `SELECT coalesce(sum(quantity), 0) FROM stock_movements
       WHERE store = ? AND sku = ? AND at > ?`,
      store,
      sku,
      since,
    ) ?? 0
  );
}
