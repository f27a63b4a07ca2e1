import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import type { CatalogMoment } from './product-cards.ts';

/** AIM symbology identifier that scanners may put in front, e.g. `]E0` (ISO/IEC 15424). */
const aimPrefix = /^\][A-Za-z][0-9A-Za-z]/;
// Scanners add control characters of their own: carriage return, tab, group separator.
const controlsAndSpaces = /[\p{Cc}\s]/gu;

/** The code without what a scanner or a typing person adds to it. */
export function cleanScan(code: string): string {
  return code.replace(controlsAndSpaces, '').replace(aimPrefix, '');
}

/** The product that a barcode means; `null` when it is no barcode, or not one of ours. */
export function resolveScan(moment: CatalogMoment, code: string): ProductRecord | null {
  const gtin14 = normalizeGtin(cleanScan(code));
  if (!gtin14.ok) return null;
  const product = moment.catalog.productByGtin(moment.version, gtin14.value);
  return product === null || product.type === 'component' ? null : product;
}
