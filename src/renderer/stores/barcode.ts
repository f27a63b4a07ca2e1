import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';
import type { ErrorCode } from '#shared/lib/errors.ts';
import { kiosk } from './client.ts';

/** Numbers of digits that a barcode can have, fewest first: EAN-8, UPC-A, EAN-13, GTIN-14. */
export const barcodeLengths = [8, 12, 13, 14] as const;

export type BarcodeAnswer =
  | { readonly kind: 'found'; readonly card: ProductCard }
  /** The digits cannot be right: the last one does not fit the others. */
  | { readonly kind: 'misread' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'fault'; readonly code: ErrorCode };

export function isBarcodeLength(digits: string): boolean {
  return barcodeLengths.some((length) => length === digits.length);
}

/** Looks up a typed barcode of a full length. */
export async function lookUpBarcode(digits: string): Promise<BarcodeAnswer> {
  if (!normalizeGtin(digits).ok) return { kind: 'misread' };
  const answer = await kiosk().invoke('catalog.byBarcode', { code: digits });
  if (answer.ok) return { kind: 'found', card: answer.value };
  const { code } = answer.error;
  return code === 'catalog.product_not_found' ? { kind: 'unknown' } : { kind: 'fault', code };
}
