import type { Db } from '../../storage/schema.ts';
import {
  gatheredCounts,
  gatherPublishedCounts,
  type StockCount,
  saveCounts,
} from '../../storage/stock-counts.ts';
import { holdLevels } from '../../storage/stock-levels.ts';
import { recallMissing } from './recall-missing.ts';

const countsPerPage = 1_000;

/**
 * What published versions count becomes what is on hand: each for one store, or for all of them (`null`).
 * Only a count that is newer than the known one counts, so that rolling back a catalog brings no old
 * count back. In the caller's transaction; returns how many counts were new. STK-42
 */
export async function applyPublishedCounts(
  db: Db,
  publications: readonly { readonly version: number; readonly store: string | null }[],
  at: Date,
): Promise<number> {
  await gatherPublishedCounts(db, publications);
  let applied = 0;
  let after = { store: '', sku: '' };
  for (;;) {
    const page = await gatheredCounts(db, after, countsPerPage);
    await applyCounts(db, page, at);
    applied += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < countsPerPage) return applied;
    after = last;
  }
}

/** Takes counts over, where they are newer than what is known. STK-42 */
export async function applyCounts(db: Db, counts: readonly StockCount[], at: Date): Promise<void> {
  await holdLevels(db, counts, at, { create: true });
  await saveCounts(db, counts);
  const levels = await holdLevels(db, counts, at);
  await recallMissing(db, levels.values(), at);
}
