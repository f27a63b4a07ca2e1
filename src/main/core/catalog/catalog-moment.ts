import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';

/** One moment of one catalog version, so that a whole answer speaks of the same catalog. */
export interface CatalogMoment {
  readonly catalog: CatalogReader;
  readonly version: number;
  readonly at: UnixMs;
}

/** The product if a shopper may see it: components stay behind the counter. */
export function shopperProduct(moment: CatalogMoment, sku: string): ProductRecord | null {
  const product = moment.catalog.product(moment.version, sku);
  return product === null || product.type === 'component' ? null : product;
}
