import { type Fault, fault } from '../../lib/errors.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { Design } from '../customization/design.ts';
import { priceAlone } from './price-alone.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import type { QuoteLine } from './quote.ts';

/**
 * PRC-100: what one piece of a design, finished or not, costs by itself; `null` when the product has no
 * price here and now, or the catalog no such store.
 */
export function priceDesign(
  sku: string,
  design: Design,
  at: UnixMs,
  catalog: PricingCatalog | null,
): Result<QuoteLine | null, Fault<'design.malformed'>> {
  if (catalog === null) return ok(null);
  const priced = priceAlone({ lineId: 'design', sku, quantity: 1, design }, at, catalog);
  if (priced.ok) return priced;
  const { code, message, details } = priced.error;
  return code === 'pricing.not_for_sale' ? ok(null) : err(fault(code, message, details));
}
