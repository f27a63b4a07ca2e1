import { type SelectQueryBuilder, sql } from 'kysely';
import type { PriceRecord } from '#shared/domain/catalog/price.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { hasRecordForm } from '#shared/domain/catalog-feed/validate-record.ts';
import { assert } from '#shared/lib/assert.ts';
import { recordsOfRelease } from './catalog-records.ts';
import type { Db, Tables } from './schema.ts';

interface ReleasePlace {
  readonly version: number;
  readonly store: string;
}

/** Every price of each of the SKUs in a store's release, of whatever time; those without any are absent. */
export async function pricesOf(
  db: Db,
  { version, store }: ReleasePlace,
  skus: readonly string[],
): Promise<ReadonlyMap<string, readonly PriceRecord[]>> {
  if (skus.length === 0) return new Map();
  // `}` is the character after `|`; a range each, because the key's index is the only one.
  const { rows } = await sql<{ readonly doc: unknown }>`
    SELECT price.doc
    FROM unnest(${[...new Set(skus)]}::text[]) AS wanted (sku)
    CROSS JOIN LATERAL (
      SELECT doc FROM catalog_records
      WHERE kind = 'price' AND key >= wanted.sku || '|' AND key < wanted.sku || '}'
        AND from_version <= ${version} AND (to_version IS NULL OR to_version > ${version})
        AND (store IS NULL OR store = ${store})
      ORDER BY key
    ) AS price
  `.execute(db);
  const prices = new Map<string, PriceRecord[]>();
  for (const { doc } of rows) {
    assert(hasRecordForm('price', doc), 'a stored price record is one');
    const known = prices.get(doc.sku);
    if (known === undefined) prices.set(doc.sku, [doc]);
    else known.push(doc);
  }
  return prices;
}

/** SKUs of the products that share a `variantOf`, components apart, in order of SKU. */
export async function variantSkus(
  db: Db,
  place: ReleasePlace,
  variantOf: string,
): Promise<readonly string[]> {
  const rows = await shoppersProducts(db, place)
    .where(sql<boolean>`doc ->> 'variantOf' = ${variantOf}`)
    .select('key')
    .orderBy('key')
    .execute();
  return rows.map(({ key }) => key);
}

/** What a list of products is narrowed to. */
export interface ProductFilter {
  /** Beginnings of words, each of which must be there, as `searchWords` gives them. */
  readonly words?: readonly string[];
  readonly category?: string;
  readonly brand?: string;
}

/** Where a list goes on: behind this product. Score and popularity are 0 in a list without words. */
export interface ProductPlace {
  readonly score: number;
  readonly popularity: number;
  readonly sku: string;
}

export interface ListedProduct extends ProductPlace {
  readonly product: ProductRecord;
}

/** Products that a shopper may see, by SKU, or with words the best match and the most popular first. */
export async function productPage(
  db: Db,
  place: ReleasePlace,
  filter: ProductFilter,
  { after, limit }: { readonly after?: ProductPlace; readonly limit: number },
): Promise<readonly ListedProduct[]> {
  const { words, category, brand } = filter;
  let products = shoppersProducts(db, place);
  if (category !== undefined) {
    products = products.where(sql<boolean>`doc ->> 'category' = ${category}`);
  }
  if (brand !== undefined) products = products.where(sql<boolean>`doc ->> 'brand' = ${brand}`);
  const found = words === undefined ? null : beginnings(words);
  if (found !== null) products = products.where(sql<boolean>`words @@ ${found}`);
  // A whole number, so that a cursor carries it exactly.
  const score =
    found === null
      ? sql<number>`0`
      : sql<number>`round(ts_rank(words, ${found})::numeric * 1000000)::integer`;
  const popularity =
    found === null ? sql<number>`0` : sql<number>`coalesce((doc ->> 'popularity')::integer, 0)`;
  if (after !== undefined) {
    products = products.where(
      found === null
        ? sql<boolean>`key > ${after.sku}`
        : sql<boolean>`(-(${score}), -(${popularity}), key)
            > (${-after.score}::integer, ${-after.popularity}::integer, ${after.sku})`,
    );
  }
  const ordered =
    found === null
      ? products.orderBy('key')
      : products.orderBy(score, 'desc').orderBy(popularity, 'desc').orderBy('key');
  const rows = await ordered
    .select(['key', 'doc', score.as('score'), popularity.as('popularity')])
    .limit(limit)
    .execute();
  return rows.map((row) => {
    assert(hasRecordForm('product', row.doc), 'a stored product record is one');
    return { product: row.doc, score: row.score, popularity: row.popularity, sku: row.key };
  });
}

function beginnings(words: readonly string[]) {
  // The words are letters and digits only: nothing in them is an operator.
  return sql`to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`;
}

function shoppersProducts(
  db: Db,
  place: ReleasePlace,
): SelectQueryBuilder<Tables, 'catalog_records', object> {
  return recordsOfRelease(db, place)
    .where('kind', '=', 'product')
    .where(sql<boolean>`doc ->> 'type' <> 'component'`);
}
