import type { StockMovedV1 } from '#shared/contract/api/stock-events.ts';
import { insertEvents } from '../../storage/events.ts';
import type { Db } from '../../storage/schema.ts';
import { centralEvent } from './central-event.ts';

/** Stores events of what moved, in the transaction that writes the ledger; each movement is told once. EVO-14 */
export async function tellStockMoved(
  db: Db,
  moved: readonly StockMovedV1[],
  at: Date,
): Promise<void> {
  if (moved.length === 0) return;
  const events = moved.map((payload) => centralEvent('stock.moved', payload));
  await insertEvents(db, events, at);
}
