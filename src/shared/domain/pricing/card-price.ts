import type { UnixMs } from '../../lib/time.ts';
import type { ProductRecord } from '../catalog/product.ts';
import type { CompiledTemplate } from '../customization/model.ts';
import { cheapestOptions } from './cheapest-options.ts';
import { effectivePrices } from './effective-price.ts';
import type { PricingCatalog } from './pricing-catalog.ts';
import { type ShelfPrice, shelfPrice } from './shelf-price.ts';

/** What a tile, a hit or a list tells about the price of a product in a store; minor units. */
export interface CardPrice {
  /** One piece before options and promotions; `null` when it has no price here and now. */
  readonly priceMinor: number | null;
  /** Custom products: the least that an allowed design costs, running offer included (PRC-102). */
  readonly fromMinor?: number;
  /** Absent when no line promotion runs (PRC-101). */
  readonly offer?: ShelfPrice;
}

/**
 * PRC-101, PRC-102: the price to show of a product. `shelf` has the product's prices; `compiled` is the
 * template of a custom one, `null` when it has none.
 */
export function cardPrice(
  product: ProductRecord,
  at: UnixMs,
  shelf: PricingCatalog,
  compiled: CompiledTemplate | null,
): CardPrice {
  const prices = shelf.prices.get(product.sku) ?? [];
  const { storeMinor, chainMinor } = effectivePrices(prices, shelf.store, at);
  const price = shelfPrice(product, at, shelf, (unitBaseMinor) =>
    compiled === null ? null : cheapestOptions(compiled, shelf.store, at, unitBaseMinor),
  );
  return {
    priceMinor: storeMinor ?? chainMinor,
    ...(price !== null && product.type === 'custom' ? { fromMinor: price.priceMinor } : {}),
    ...(price !== null && price.promotions.length > 0 ? { offer: price } : {}),
  };
}
