import { v7 as uuidv7 } from 'uuid';
import type { StockMovedV1 } from '#shared/contract/api/stock-events.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { insertEvents } from '../../storage/events.ts';
import type { Db } from '../../storage/schema.ts';
import { eventHash } from '../ingest/judge-event.ts';

/** Stores events of what moved, in the transaction that writes the ledger; each movement is told once. EVO-14 */
export async function tellStockMoved(
  db: Db,
  moved: readonly StockMovedV1[],
  at: Date,
): Promise<void> {
  if (moved.length === 0) return;
  const events = moved.map((payload) => {
    const event = {
      id: uuidv7(),
      deviceSeq: null,
      type: 'stock.moved',
      schemaVersion: 1,
      payload: canonicalJson(payload),
    };
    return { ...event, store: payload.store, device: null, hash: eventHash(event) };
  });
  await insertEvents(db, events, at);
}
