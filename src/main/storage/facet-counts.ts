import type { FacetCount } from '#main/core/ports/catalog-reader.ts';
import { isLive } from './catalog-records.ts';
import type { FacetValues } from './facet-values.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

export interface FacetRow {
  readonly brandId: number;
  readonly categoryId: number;
}

interface FacetCounts {
  readonly brands: readonly FacetCount[];
  readonly categories: readonly FacetCount[];
}

/** Counts brands and categories, each without its own filter. */
export interface FacetCounter {
  /** Over the whole catalog of a version, filtered by the other facet. */
  ofAll(
    version: number,
    filters: { readonly brand?: string; readonly category?: string },
  ): FacetCounts;
  /** Over rows that were found: those for the brands, and those for the categories. */
  ofRows(forBrands: readonly FacetRow[], forCategories: readonly FacetRow[]): FacetCounts;
}

interface FacetCountRow extends FacetRow {
  readonly count: number;
}

type CountTuple = readonly [brandId: number, categoryId: number, count: number];

const mostShown = 20;

export function createFacetCounter(db: ReadableDb, values: FacetValues): FacetCounter {
  let whole: { readonly version: number; readonly rows: readonly FacetCountRow[] } | null = null;

  function wholeCatalog(version: number): readonly FacetCountRow[] {
    if (whole?.version !== version) whole = { version, rows: storedCounts(db, version) };
    return whole.rows;
  }

  function listed(sums: ReadonlyMap<number, number>): readonly FacetCount[] {
    return [...sums]
      .map(([id, count]) => ({ value: values.value(id), count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostShown);
  }

  return {
    ofAll: (version, filters) => {
      const brandId = filters.brand === undefined ? null : values.id('brand', filters.brand);
      const categoryId =
        filters.category === undefined ? null : values.id('category', filters.category);
      const brands = new Map<number, number>();
      const categories = new Map<number, number>();
      for (const row of wholeCatalog(version)) {
        if (categoryId === null || row.categoryId === categoryId)
          add(brands, row.brandId, row.count);
        if (brandId === null || row.brandId === brandId) add(categories, row.categoryId, row.count);
      }
      return { brands: listed(brands), categories: listed(categories) };
    },
    ofRows: (forBrands, forCategories) => {
      const brands = new Map<number, number>();
      const categories = new Map<number, number>();
      for (const { brandId } of forBrands) add(brands, brandId, 1);
      for (const { categoryId } of forCategories) add(categories, categoryId, 1);
      return { brands: listed(brands), categories: listed(categories) };
    },
  };
}

/** Counts every product of a version; reads them all, so it is for the importer. */
export function countFacets(db: ReadableDb, version: number): readonly CountTuple[] {
  return db.tuples<CountTuple>(
    `SELECT brand_id, category_id, count(*) FROM catalog_products
     WHERE search_id IS NOT NULL AND ${isLive} GROUP BY brand_id, category_id`,
    version,
    version,
  );
}

/** Keeps the counts of a new version and of the one before it; inside the publishing transaction. */
export function writeFacetCounts(
  db: WritableDb,
  version: number,
  counts: readonly CountTuple[],
): void {
  for (const [brandId, categoryId, count] of counts) {
    db.run(
      `INSERT INTO catalog_facet_counts (version, brand_id, category_id, count)
       VALUES (?, ?, ?, ?)`,
      version,
      brandId,
      categoryId,
      count,
    );
  }
  db.run('DELETE FROM catalog_facet_counts WHERE version < ?', version - 1);
}

function storedCounts(db: ReadableDb, version: number): readonly FacetCountRow[] {
  return db
    .tuples<CountTuple>(
      'SELECT brand_id, category_id, count FROM catalog_facet_counts WHERE version = ?',
      version,
    )
    .map(([brandId, categoryId, count]) => ({ brandId, categoryId, count }));
}

function add(sums: Map<number, number>, id: number, count: number): void {
  sums.set(id, (sums.get(id) ?? 0) + count);
}
