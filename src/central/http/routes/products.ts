import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  ProductDetail,
  ProductOptions,
  ProductPage,
  ProductsQuery,
  type PublicAllergen,
} from '#shared/contract/api/products.ts';
import type { AllergenRecord } from '#shared/domain/catalog/allergen.ts';
import { namedAllergens } from '#shared/domain/catalog/named-allergens.ts';
import { Id, Sku } from '#shared/domain/catalog/primitives.ts';
import { productNotFound } from '#shared/domain/sale/check-goods.ts';
import { isoTime } from '#shared/lib/time.ts';
import type { Central } from '../../central.ts';
import { designable } from '../../core/designs/judge-design.ts';
import { searchWords } from '../../core/products/search-words.ts';
import { soldProduct } from '../../core/products/sold-product.ts';
import { type ProductPlace, productPage, variantSkus } from '../../storage/products.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';
import { releaseFor } from '../release.ts';

const closed = { additionalProperties: false };
const ProductPath = Type.Object({ sku: Sku }, closed);
const StoreQuery = Type.Object({ store: Id }, closed);

/** What a store sells, for other channels. docs/specs/public-api.md, API-10 and on. */
export function productRoutes(app: App, central: Central): void {
  const onRequest = requireKey(central, 'catalog:read');

  app.get(
    '/v1/products',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'listProducts',
            summary: 'Products of a store with what they cost there now',
            description: 'In order of SKU; with words the best match first.',
            tag: 'catalog',
            access: 'key',
            fails: [404],
          },
          { 200: ProductPage },
        ),
        querystring: ProductsQuery,
      },
    },
    async ({ query }) => {
      const { store, q, category, brand, limit = 50, cursor } = query;
      const at = central.now();
      const release = await releaseFor(central, store);
      const words = q === undefined ? undefined : searchWords(q);
      const after = cursor === undefined ? undefined : productPlace(cursor);
      const answered = { catalogVersion: release.version, at: isoTime(at) };
      // Nothing that could be found was asked for.
      if (words?.length === 0) return { ...answered, items: [] };
      const listed = await productPage(
        central.db,
        { version: release.version, store },
        {
          ...(words === undefined ? {} : { words }),
          ...(category === undefined ? {} : { category }),
          ...(brand === undefined ? {} : { brand }),
        },
        { limit, ...(after === undefined ? {} : { after }) },
      );
      const goods = await release.goodsOf(listed.map(({ product }) => product));
      const last = listed.length < limit ? undefined : listed.at(-1);
      return {
        ...answered,
        items: listed.map(({ product }) => soldProduct(product, goods, at)),
        ...(last === undefined
          ? {}
          : { nextCursor: encodeCursor([last.score, last.popularity, last.sku]) }),
      };
    },
  );

  app.get(
    '/v1/products/:sku',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'getProduct',
            summary: 'One product as a store sells it',
            tag: 'catalog',
            access: 'key',
            fails: [404],
          },
          { 200: ProductDetail },
        ),
        params: ProductPath,
        querystring: StoreQuery,
      },
    },
    async ({ params: { sku }, query: { store } }) => {
      const at = central.now();
      const release = await releaseFor(central, store);
      const product = await release.product(sku);
      if (product === null || product.type === 'component') {
        throw new ProblemError(404, productNotFound(sku));
      }
      const { version } = release;
      const family =
        product.variantOf === undefined
          ? []
          : await variantSkus(central.db, { version, store }, product.variantOf);
      return {
        catalogVersion: version,
        at: isoTime(at),
        ...soldProduct(product, await release.goodsOf([product]), at),
        variants: family.filter((other) => other !== sku),
        allergens: namedAllergens(product, await release.allergens()),
      };
    },
  );

  app.get(
    '/v1/products/:sku/options',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'listProductOptions',
            summary: 'The template that a product is designed from, and what may be declared',
            tag: 'designs',
            access: 'key',
            fails: [404],
          },
          { 200: ProductOptions },
        ),
        params: ProductPath,
        querystring: StoreQuery,
      },
    },
    async ({ params: { sku }, query: { store } }) => {
      const release = await releaseFor(central, store);
      const found = designable(sku, await release.goods([sku]));
      if (!found.ok) throw new ProblemError(404, found.error);
      const { source } = found.value.compiled;
      return {
        catalogVersion: release.version,
        at: isoTime(central.now()),
        sku,
        template: source.template,
        allergens: source.allergens.map(publicAllergen),
      };
    },
  );
}

function productPlace(cursor: string): ProductPlace {
  const [score, popularity, sku] = decodeCursor(cursor, ([first, second, third]) =>
    isCount(first) && isCount(second) && isSku.Check(third) ? [first, second, third] : null,
  );
  return { score, popularity, sku };
}

const isSku = Compile(Sku);

/** What fits PostgreSQL's `integer`. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2_147_483_647;
}

function publicAllergen({ kind: _, thresholds, ...allergen }: AllergenRecord): PublicAllergen {
  return {
    ...allergen,
    thresholds: thresholds.map(({ validFrom, validTo, ...threshold }) => ({
      ...threshold,
      validFrom: isoTime(validFrom),
      ...(validTo === undefined ? {} : { validTo: isoTime(validTo) }),
    })),
  };
}
