import type {
  CatalogReader,
  FacetCount,
  SearchQuery,
  SearchResult,
} from '#main/core/ports/catalog-reader.ts';
import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';
import { latinDigits } from '#shared/lib/latin-digits.ts';
import { createFacetCounter, type FacetRow } from './facet-counts.ts';
import { createFacetValues, type FacetValues } from './facet-values.ts';
import { foldWords, isInPieces } from './fold-words.ts';
import { type FoundProduct, findFacetRows, findProducts } from './found-products.ts';
import { productByGtin, productsByIds } from './product-lookup.ts';
import { brandToken, categoryToken, everyProductToken, nameToken } from './search-document.ts';
import { allOf, beginsWith, literal } from './search-expression.ts';
import { rank } from './search-rank.ts';
import type { ReadableDb } from './sqlite.ts';
import { createWordCorrection } from './word-correction.ts';

/** Totals and facets are exact up to here, and so many of the most popular hits are ranked by words. */
const mostCounted = 1_000;
const mostWords = 8;

/** FTS5 expressions for the filters that a query has. */
interface Filters {
  readonly brand: string | null;
  readonly category: string | null;
}

const nothing: SearchResult = { products: [], total: 0, more: false, brands: [], categories: [] };

/** Finds products by words; the rules are docs/specs/storage.md, STO-40 to STO-52. */
export function createProductSearch(db: ReadableDb): CatalogReader['search'] {
  const values = createFacetValues(db);
  const facets = createFacetCounter(db, values);
  const foldedBrands = new Map<number, string>();
  const correct = createWordCorrection(db, occurs);

  function foldedBrand(brandId: number): string {
    const known = foldedBrands.get(brandId);
    if (known !== undefined) return known;
    const folded = foldWords(values.value(brandId)).join(' ');
    foldedBrands.set(brandId, folded);
    return folded;
  }

  function occurs(version: number, words: readonly string[]): boolean {
    const expression = wordsExpression(db, words);
    return expression !== null && findFacetRows(db, version, expression, 1).length > 0;
  }

  /** The first thousand by their words, what follows in the index's order. */
  function ranked(
    found: readonly FoundProduct[],
    words: readonly string[],
  ): readonly FoundProduct[] {
    const best = found
      .slice(0, mostCounted)
      .map((product) => ({ ...product, brandFolded: foldedBrand(product.brandId) }));
    return [...rank(best, words), ...found.slice(mostCounted)];
  }

  function hitsOf(
    version: number,
    expression: string,
    words: readonly string[],
    limit: number,
  ): readonly FoundProduct[] {
    const found = findProducts(db, version, expression, limit);
    if (found.length <= mostCounted || words.length === 0) return ranked(found, words);
    // Among very many, the one that is named exactly so may not be a popular one.
    const named = allOf([expression, literal(nameToken(words.join(' ')))]);
    const exact = findProducts(db, version, named, mostCounted);
    const exactIds = new Set(exact.map(({ id }) => id));
    return ranked([...exact, ...found.filter(({ id }) => !exactIds.has(id))], words);
  }

  function searchWords(
    version: number,
    words: readonly string[],
    query: SearchQuery,
    filters: Filters,
  ): SearchResult {
    const text = wordsExpression(db, words);
    if (text === null) return nothing;
    const expression = joined(text, filters.brand, filters.category);
    const end = query.offset + query.limit;
    const hits = hitsOf(version, expression, words, Math.max(mostCounted, end) + 1);

    const rowsWithout = (kept: string | null): readonly FacetRow[] => {
      const other = joined(text, kept);
      return other === expression
        ? hits.slice(0, mostCounted)
        : findFacetRows(db, version, other, mostCounted);
    };
    return {
      products: productsByIds(
        db,
        hits.slice(query.offset, end).map(({ id }) => id),
      ),
      total: Math.min(hits.length, mostCounted),
      more: hits.length > mostCounted,
      ...(words.length === 0
        ? facets.ofAll(version, query)
        : facets.ofRows(rowsWithout(filters.category), rowsWithout(filters.brand))),
    };
  }

  return (version, query) => {
    const scanned = barcodeHit(db, version, query.text);
    if (scanned !== null) return scanned;
    const filters = filtersOf(values, query);
    if (filters === null) return nothing;
    const words = foldWords(query.text).slice(0, mostWords);
    const result = searchWords(version, words, query, filters);
    if (result.total > 0 || words.length === 0 || isInPieces(query.text)) return result;
    const corrected = correct(version, words);
    if (corrected === null) return result;
    return {
      ...searchWords(version, corrected, query, filters),
      correctedTo: corrected.join(' '),
    };
  };
}

/** Products that have every word, or words that begin so; null when one begins no word at all. */
function wordsExpression(db: ReadableDb, words: readonly string[]): string | null {
  if (words.length === 0) return literal(everyProductToken());
  const parts = words.map((word) => beginsWith(db, word)).filter((part) => part !== null);
  return parts.length < words.length ? null : allOf(parts);
}

function joined(...expressions: readonly (string | null)[]): string {
  return allOf(expressions.filter((expression) => expression !== null));
}

/** Null when nothing has that brand or category. */
function filtersOf(values: FacetValues, { brand, category }: SearchQuery): Filters | null {
  const brandId = brand === undefined ? undefined : values.id('brand', brand);
  const categoryId = category === undefined ? undefined : values.id('category', category);
  if (brandId === null || categoryId === null) return null;
  return {
    brand: brandId === undefined ? null : literal(brandToken(brandId)),
    category: categoryId === undefined ? null : literal(categoryToken(categoryId)),
  };
}

/** A typed or pasted barcode names one product, whatever the filters. */
function barcodeHit(db: ReadableDb, version: number, text: string): SearchResult | null {
  const gtin14 = normalizeGtin(latinDigits(text));
  if (!gtin14.ok) return null;
  const product = productByGtin(db, version, gtin14.value);
  if (product === null || product.type === 'component') return null;
  const one = (value: string): readonly FacetCount[] => [{ value, count: 1 }];
  return {
    products: [product],
    total: 1,
    more: false,
    brands: one(product.brand),
    categories: one(product.category),
  };
}
