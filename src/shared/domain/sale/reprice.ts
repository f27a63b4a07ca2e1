import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { priceBasket } from '../pricing/price-basket.ts';
import type { PricingCatalog } from '../pricing/pricing-catalog.ts';
import type { Order } from './order.ts';

/** What pricing a stored sale again found. */
export type Repricing =
  | { readonly same: true }
  /** JSON pointers into the quote where the two prices differ, or why there is no second price. */
  | { readonly same: false; readonly differences: readonly string[] };

/**
 * Prices the order's stored basket again and compares the result with the stored quote, to the
 * last line of the trace. `catalog` must be read at the version that the quote names. SAL-40.
 */
export function reprice(order: Order, catalog: PricingCatalog): Repricing {
  const again = priceBasket(order.basket, catalog);
  if (!again.ok) return { same: false, differences: [again.error.message] };
  if (canonicalJson(again.value) === canonicalJson(order.quote)) return { same: true };
  return { same: false, differences: differences(order.quote, again.value, '') };
}

/** JSON pointers to where two values differ, below `path`. */
export function differences(stored: unknown, again: unknown, path: string): readonly string[] {
  if (!isObject(stored) || !isObject(again)) return stored === again ? [] : [path];
  const keys = new Set([...Object.keys(stored), ...Object.keys(again)]);
  return [...keys].flatMap((key) => differences(stored[key], again[key], `${path}/${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
