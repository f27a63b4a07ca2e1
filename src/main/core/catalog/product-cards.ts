import type { ProductCard } from '#shared/contract/ipc/catalog.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { cardPrice } from '#shared/domain/pricing/card-price.ts';
import type { PricingCatalog } from '#shared/domain/pricing/pricing-catalog.ts';
import type { CatalogMoment } from './catalog-moment.ts';
import { compiledTemplate } from './compiled-templates.ts';

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
  { catalog, version, at }: CatalogMoment,
  product: ProductRecord,
  shelf: PricingCatalog | null,
): ProductCard {
  if (shelf === null) return { product, priceMinor: null };
  const found =
    product.template === undefined ? null : compiledTemplate(catalog, version, product.template);
  const { offer, ...price } = cardPrice(product, at, shelf, found?.compiled ?? null);
  return {
    product,
    ...price,
    ...(offer === undefined ? {} : { offer: { ...offer, promotions: [...offer.promotions] } }),
  };
}
