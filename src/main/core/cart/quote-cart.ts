import { priceBasket } from '#shared/domain/pricing/price-basket.ts';
import type { Quote } from '#shared/domain/pricing/quote.ts';
import { required } from '#shared/lib/assert.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { pricingRecords } from '../catalog/pricing-records.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import { type CartContents, type CartState, cartBasket } from './cart-state.ts';

export type PricingFault = Fault<'pricing.not_for_sale' | 'design.malformed'>;

/**
 * Prices `contents` now. When a price has run out since the cart was last priced, the moment of
 * that last price goes on to count, so that an open cart never becomes a dead end. A line that the
 * cart did not have must have its price now. SAL-5, SAL-10.
 */
export function quoteCart(
  catalog: CatalogReader,
  cart: Pick<CartState, 'catalogVersion' | 'lines' | 'quote'>,
  contents: CartContents,
  now: UnixMs,
): Result<Quote, PricingFault> {
  const skus = contents.lines.map(({ line }) => line.sku);
  const records = required(
    pricingRecords(catalog, cart.catalogVersion, skus),
    `catalog version ${cart.catalogVersion}`,
  );
  const quote = priceBasket(cartBasket(contents, now), records);
  if (quote.ok || quote.error.code !== 'pricing.not_for_sale') return quote;
  const added = contents.lines.slice(cart.lines.length);
  const alone = priceBasket(cartBasket({ lines: added, coupons: [] }, now), records);
  if (!alone.ok) return alone;
  return priceBasket(cartBasket(contents, cart.quote.at), records);
}
