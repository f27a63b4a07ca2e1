import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';

/** Baskets that are being changed or paid now; more than a store has tills. */
const rememberedBaskets = 32;
const recordsByCatalog = new WeakMap<CatalogReader, Map<string, PricingCatalog>>();

/**
 * What pricing these SKUs needs, gathered once: a published version never changes, and one basket
 * is priced at every tap, at payment and in the receipt. `null` when the version has no such store;
 * without `storeId` it is this device's.
 */
export function pricingRecords(
  catalog: CatalogReader,
  version: number,
  skus: readonly string[],
  storeId?: string,
): PricingCatalog | null {
  const remembered = recordsByCatalog.get(catalog) ?? new Map<string, PricingCatalog>();
  recordsByCatalog.set(catalog, remembered);
  const wanted = [...new Set(skus)].sort();
  const store = storeId ?? catalog.store(version)?.id;
  const key = [version, store, ...wanted].join('|');
  const known = remembered.get(key) ?? catalog.pricingCatalog(version, wanted, store);
  if (known === null) return null;
  // Put last again: the one that was not used for longest gives way.
  remembered.delete(key);
  remembered.set(key, known);
  const [oldest] = remembered.keys();
  if (remembered.size > rememberedBaskets && oldest !== undefined) remembered.delete(oldest);
  return known;
}
