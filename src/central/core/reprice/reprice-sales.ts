import type { OrderCompletedV1 } from '#shared/contract/api/order-events.ts';
import type { Central } from '../../central.ts';
import { versionByContent } from '../../storage/repricings.ts';
import type { Db } from '../../storage/schema.ts';
import { releaseCatalog } from '../pricing/release-catalog.ts';
import { priceAgain, type Repriced, unpriceable } from './price-again.ts';

type Ports = Pick<Central, 'database' | 'logger'>;
/** As `versionByContent`. */
type VersionOf = (store: string, contentHash: string) => Promise<number | null>;

/**
 * Finds the catalogs that sales were made from and prices the sales again, in their order. One that cannot be
 * priced, for whatever reason, is told as such: it was paid, so that nothing here may refuse it. API-60 to
 * API-64.
 */
export async function repriceSales(
  ports: Ports,
  db: Db,
  sales: readonly OrderCompletedV1[],
): Promise<readonly Repriced[]> {
  // What is sold in a store at a time is of one catalog, or of two.
  const versions = new Map<string, number | null>();
  const versionOf: VersionOf = async (store, contentHash) => {
    const key = `${contentHash} ${store}`;
    const known = versions.get(key);
    if (known !== undefined) return known;
    const version = await versionByContent(db, store, contentHash);
    versions.set(key, version);
    return version;
  };
  const repriced: Repriced[] = [];
  for (const sale of sales) repriced.push(await repriceSale(ports, db, versionOf, sale));
  return repriced;
}

async function repriceSale(
  { database, logger }: Ports,
  db: Db,
  versionOf: VersionOf,
  sale: OrderCompletedV1,
): Promise<Repriced> {
  const { catalogHash, store, lines } = sale;
  if (catalogHash === undefined) return unpriceable('The sale does not name its catalog');
  const version = await versionOf(store, catalogHash);
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
