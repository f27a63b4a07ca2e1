import { available } from '#shared/domain/stock/pool.ts';
import type { Db } from '../../storage/schema.ts';
import { recallUntil, type StockLevel } from '../../storage/stock-levels.ts';

/** So long are devices asked for what is not there. */
const missingMs = 24 * 3_600_000;

/** Devices hold more of these than there is: they are asked to give some back. STK-15 */
export async function recallMissing(db: Db, levels: Iterable<StockLevel>, at: Date): Promise<void> {
  const missing = [...levels].filter((level) => level.counted !== null && available(level) < 0);
  await recallUntil(db, missing, new Date(at.getTime() + missingMs));
}
