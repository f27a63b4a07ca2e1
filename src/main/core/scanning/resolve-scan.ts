import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { readScan } from '#shared/domain/scanning/read-scan.ts';
import type { ScannedData } from '#shared/domain/scanning/scanned-data.ts';
import type { CatalogMoment } from '../catalog/catalog-moment.ts';

/** The product that a code means; `null` when it names none, none of ours, or one from behind the counter. */
export function productOf(
  { catalog, version }: CatalogMoment,
  { gtin14 }: ScannedData,
): ProductRecord | null {
  const product = gtin14 === undefined ? null : catalog.productByGtin(version, gtin14);
  return product === null || product.type === 'component' ? null : product;
}

/** The same for a code as a scanner sends it or a person types it. DEV-74. */
export function resolveCode(moment: CatalogMoment, code: string): ProductRecord | null {
  const read = readScan(code, { at: moment.at });
  return read.ok ? productOf(moment, read.value) : null;
}
