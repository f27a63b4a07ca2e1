import type { StockMovement } from '#main/core/ports/sale-store.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

export function addMovements(
  db: WritableDb,
  orderId: string,
  at: UnixMs,
  movements: readonly StockMovement[],
): void {
  for (const { sku, quantity } of movements) {
    db.run(
      'INSERT INTO stock_movements (order_id, sku, quantity, at) VALUES (?, ?, ?, ?)',
      orderId,
      sku,
      quantity,
      at,
    );
  }
}

/** Sum of the movements of a SKU after `since`, in its stock unit. */
export function movedSince(db: ReadableDb, sku: string, since: UnixMs): number {
  return (
    db.value<number>(
      'SELECT coalesce(sum(quantity), 0) FROM stock_movements WHERE sku = ? AND at > ?',
      sku,
      since,
    ) ?? 0
  );
}
