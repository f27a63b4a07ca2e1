import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { effectivePrices } from '#shared/domain/pricing/effective-price.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import { type ShelfPrice, shelfPrice } from '#shared/domain/pricing/shelf-price.ts';
import type { CatalogMoment } from './catalog-moment.ts';
import { cheapestOptions } from './cheapest-options.ts';

export function productCard(moment: CatalogMoment, product: ProductRecord): ProductCard {
  return cardOf(moment, product, shelfOf(moment, [product]));
}

/** The prices of all cards are gathered at once; what is the same for a whole version is at hand. */
export function productCards(
  moment: CatalogMoment,
  products: readonly ProductRecord[],
): ProductCard[] {
  const shelf = shelfOf(moment, products);
  return products.map((product) => cardOf(moment, product, shelf));
}

/** What pricing these very products needs; `null` without a store. */
function shelfOf(
  { catalog, version }: CatalogMoment,
  products: readonly ProductRecord[],
): PricingCatalog | null {
  const records = catalog.pricingCatalog(version, []);
  if (records === null) return null;
  const skus = products.map(({ sku }) => sku);
  return {
    ...records,
    products: new Map(products.map((product) => [product.sku, product])),
    prices: catalog.prices(version, skus),
  };
}

function cardOf(
  moment: CatalogMoment,
  product: ProductRecord,
  shelf: PricingCatalog | null,
): ProductCard {
  if (shelf === null) return { product, priceMinor: null };
  const { at } = moment;
  const { storeMinor, chainMinor } = effectivePrices(
    shelf.prices.get(product.sku) ?? [],
    shelf.store,
    at,
  );
  const price = shelfPrice(product, at, shelf, (unitBaseMinor) =>
    cheapestOptions(moment, shelf.store, product, unitBaseMinor),
  );
  return {
    product,
    priceMinor: storeMinor ?? chainMinor,
    ...(price !== null && product.type === 'custom' ? { fromMinor: price.priceMinor } : {}),
    ...offerOf(price),
  };
}

function offerOf(price: ShelfPrice | null): Pick<ProductCard, 'offer'> {
  if (price === null || price.promotions.length === 0) return {};
  return { offer: { ...price, promotions: [...price.promotions] } };
}
