import type { SoldProduct } from '#shared/contract/api/products.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { cardPrice } from '#shared/domain/pricing/card-price.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { Goods } from '../pricing/release-catalog.ts';

/** A product with its price as a kiosk of the store shows it. Pure. API-12 */
export function soldProduct(
  product: ProductRecord,
  { records, templates }: Goods,
  at: UnixMs,
): SoldProduct {
  const compiled = templates.get(product.template ?? '') ?? null;
  const { priceMinor, fromMinor, offer } = cardPrice(product, at, records, compiled);
  if (priceMinor === null) return { product, price: null };
  const { currency, pricesIncludeTax } = records.store;
  return {
    product,
    price: {
      currency,
      pricesIncludeTax,
      priceMinor,
      ...(fromMinor === undefined ? {} : { fromMinor }),
      ...(offer === undefined ? {} : { offer: { ...offer, promotions: [...offer.promotions] } }),
    },
  };
}
