import type { SearchInput, SearchOutput } from '#shared/contract/ipc/catalog.ts';
import { namedAllergens } from '#shared/domain/catalog/named-allergens.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import { resolveCode } from '../scanning/resolve-scan.ts';
import { type CatalogMoment, shopperProduct } from './catalog-moment.ts';
import { productCard, productCards } from './product-cards.ts';

const featuredCount = 12;
/** Enough of the popular products to find `featuredCount` different ones among their shades. */
const featuredPool = 100;
const defaultLimit = 24;

export type CatalogHandlers = Handlers<
  'catalog.home' | 'catalog.search' | 'catalog.product' | 'catalog.byBarcode' | 'catalog.template'
>;

export function catalogHandlers(ports: {
  readonly catalog: CatalogReader;
  readonly clock: Clock;
}): CatalogHandlers {
  const { catalog, clock } = ports;
  const now = (): CatalogMoment => ({
    catalog,
    version: catalog.currentVersion(),
    at: clock.now(),
  });

  return {
    'catalog.home': () => {
      const moment = now();
      const popular = catalog.search(moment.version, { text: '', offset: 0, limit: featuredPool });
      return ok({
        custom: productCards(moment, catalog.customProducts(moment.version)),
        categories: [...popular.categories],
        featured: productCards(moment, featured(popular.products)),
      });
    },

    'catalog.search': (input) => ok(search(now(), input)),

    'catalog.product': ({ sku }) => {
      const moment = now();
      const product = shopperProduct(moment, sku);
      if (product === null) return err(productNotFound(sku));
      const variants =
        product.variantOf === undefined ? [] : catalog.variants(moment.version, product.variantOf);
      return ok({
        card: productCard(moment, product),
        variants: productCards(
          moment,
          variants.filter(({ type }) => type !== 'component'),
        ),
        stock: catalog.stock(moment.version, sku),
        allergens: namedAllergens(product, catalog.allergens(moment.version)),
      });
    },

    'catalog.byBarcode': ({ code }) => {
      const moment = now();
      const product = resolveCode(moment, code);
      return product === null ? err(productNotFound(code)) : ok(productCard(moment, product));
    },

    'catalog.template': ({ sku }) => {
      const moment = now();
      const product = shopperProduct(moment, sku);
      if (product === null) return err(productNotFound(sku));
      const bundle =
        product.template === undefined ? null : catalog.template(moment.version, product.template);
      if (bundle === null) {
        return err(fault('catalog.template_not_found', `${sku} is not designed from a template.`));
      }
      return ok({
        card: productCard(moment, product),
        template: bundle.template,
        allergens: [...catalog.allergens(moment.version)],
      });
    },
  };
}

function search(moment: CatalogMoment, input: SearchInput): SearchOutput {
  const { catalog, version } = moment;
  const result = catalog.search(version, { offset: 0, limit: defaultLimit, ...input });
  return {
    hits: productCards(moment, result.products),
    total: result.total,
    more: result.more,
    ...(result.correctedTo === undefined ? {} : { correctedTo: result.correctedTo }),
    brands: [...result.brands],
    categories: [...result.categories],
  };
}

/** Popular ready-made products, one of each family of shades or sizes. */
function featured(popular: readonly ProductRecord[]): readonly ProductRecord[] {
  const families = new Map<string, ProductRecord>();
  for (const product of popular) {
    if (product.type !== 'ready') continue;
    const family = product.variantOf ?? product.sku;
    if (!families.has(family)) families.set(family, product);
  }
  return [...families.values()].slice(0, featuredCount);
}

function productNotFound(what: string) {
  return fault('catalog.product_not_found', `There is no product ${JSON.stringify(what)}.`);
}
