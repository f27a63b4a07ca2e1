import { isLive } from './catalog-records.ts';
import type { FacetRow } from './facet-counts.ts';
import { recordIdOf } from './search-document.ts';
import type { ReadableDb } from './sqlite.ts';

/** A product that matched, without its record. */
export interface FoundProduct extends FacetRow {
  readonly id: number;
  readonly popularity: number;
  readonly sku: string;
  readonly nameFolded: string;
}

type FoundRow = readonly [
  id: number,
  brandId: number,
  categoryId: number,
  popularity: number,
  sku: string,
  nameFolded: string,
];

/** The index hands rows out by popularity, so that LIMIT keeps the popular ones. */
const fromSearch = `
  FROM catalog_search CROSS JOIN catalog_products p
    ON p.id = ${recordIdOf('catalog_search.rowid')}
  WHERE catalog_search MATCH ? AND ${isLive} LIMIT ?`;

/** The most popular products of a version that match an FTS5 expression. */
export function findProducts(
  db: ReadableDb,
  version: number,
  expression: string,
  limit: number,
): readonly FoundProduct[] {
  return db
    .tuples<FoundRow>(
      `SELECT p.id, p.brand_id, p.category_id, p.popularity, p.sku, p.name_folded ${fromSearch}`,
      expression,
      version,
      version,
      limit,
    )
    .map(([id, brandId, categoryId, popularity, sku, nameFolded]) => ({
      id,
      brandId,
      categoryId,
      popularity,
      sku,
      nameFolded,
    }));
}

/** As `findProducts`, for counting. */
export function findFacetRows(
  db: ReadableDb,
  version: number,
  expression: string,
  limit: number,
): readonly FacetRow[] {
  return db
    .tuples<[brandId: number, categoryId: number]>(
      `SELECT p.brand_id, p.category_id ${fromSearch}`,
      expression,
      version,
      version,
      limit,
    )
    .map(([brandId, categoryId]) => ({ brandId, categoryId }));
}
