import { applyCounts } from '#central/core/stock/apply-counts.ts';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { stockProjection } from '#central/jobs/stock-projection.ts';
import type { TestCentral } from './central.ts';

/** Counts these in a store, as a published catalog does. */
export function countStock(
  central: TestCentral,
  store: string,
  quantities: Readonly<Record<string, number>>,
  countedAt: number = Date.UTC(2026, 0, 1),
): Promise<void> {
  const counts = Object.entries(quantities).map(([sku, quantity]) => ({
    store,
    sku,
    quantity,
    countedAt,
  }));
  return central.db.transaction().execute((db) => applyCounts(db, counts, new Date()));
}

/** Everything that was pushed is taken out of stock. */
export async function projectStock(central: TestCentral): Promise<void> {
  while ((await consumeBatch(central, stockProjection(central))) > 0);
}

/** What a store has of each SKU, by SKU. */
export async function stockIn(central: TestCentral, store: string) {
  const client = await central.client(['stock:read']);
  const { data } = await client.GET('/v1/stock', { params: { query: { store, limit: 1_000 } } });
  return new Map((data?.items ?? []).map((item) => [item.sku, item]));
}
