import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { Central } from '../../central.ts';
import { versionByContent } from '../../storage/repricings.ts';
import type { Db } from '../../storage/schema.ts';
import { releaseCatalog } from '../pricing/release-catalog.ts';
import { priceAgain, type Repriced, unpriceable } from './price-again.ts';

/**
 * Finds the catalog that a sale was made from and prices the sale again. A sale that cannot be priced, for
 * whatever reason, is told as such: it was paid, so that nothing here may refuse it. API-60 to API-64.
 */
export async function repriceSale(
  { database, logger }: Pick<Central, 'database' | 'logger'>,
  db: Db,
  sale: OrderCompletedV1,
): Promise<Repriced> {
  const { catalogHash, store, lines } = sale;
  if (catalogHash === undefined) return unpriceable('The sale does not name its catalog');
  const version = await versionByContent(db, store, catalogHash);
  if (version === null) return unpriceable('That catalog was never published here');
  const release = await releaseCatalog(database, db, store, version);
  if (release === null) return unpriceable(`That catalog has no store ${store}`);
  const { records } = await release.goods(lines.map(({ sku }) => sku));
  try {
    return priceAgain(sale, records);
  } catch (error) {
    // Amounts that no catalog of ours leads to, from a device that was tampered with.
    logger.error({ err: error, order: sale.orderId }, 'A sale broke pricing');
    return unpriceable('Pricing it failed; the log knows more');
  }
}
