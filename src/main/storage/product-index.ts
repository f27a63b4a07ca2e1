import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { searchDocument, searchRowId, searchRowText } from './search-document.ts';
import type { WritableDb } from './sqlite.ts';
import { isVocabulary } from './vocabulary.ts';

type FacetKind = 'brand' | 'category';

/** Keeps what products are looked up by: columns, barcodes, search rows and words. */
export interface ProductIndex {
  /** Adds a staged product; inside a transaction. Its search row waits for `writeSearchRows`. */
  add(recordId: number, version: number, product: ProductRecord): void;
  /** How many search rows wait. */
  waiting(): number;
  /**
   * Writes at most `limit` of the search rows that wait, in index order, and answers how many; inside
   * a transaction. Many at a time: every transaction leaves a segment that must be merged.
   */
  writeSearchRows(limit: number): number;
  /** Words met since the last call, with the number of products that have them. */
  takeWords(): ReadonlyMap<string, number>;
  /** Takes a product out again; inside a transaction. */
  remove(recordId: number): void;
}

/** For one import: what it remembers is void when a transaction is rolled back. */
export function createProductIndex(db: WritableDb): ProductIndex {
  const facetIds: Readonly<Record<FacetKind, Map<string, number>>> = {
    brand: new Map(),
    category: new Map(),
  };
  const waiting = new Map<number, string>();
  let words = new Map<string, number>();

  function facetId(kind: FacetKind, value: string): number {
    const known = facetIds[kind].get(value);
    if (known !== undefined) return known;
    const stored = db.value<number>(
      'SELECT id FROM catalog_facets WHERE kind = ? AND value = ?',
      kind,
      value,
    );
    const id =
      stored ?? db.run('INSERT INTO catalog_facets (kind, value) VALUES (?, ?)', kind, value).rowId;
    facetIds[kind].set(value, id);
    return id;
  }

  function addGtins(recordId: number, product: ProductRecord): void {
    for (const code of product.gtins ?? []) {
      const gtin14 = normalizeGtin(code);
      if (!gtin14.ok) continue;
      db.run(
        'INSERT INTO catalog_gtins (gtin14, record_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
        gtin14.value,
        recordId,
      );
    }
  }

  function add(recordId: number, version: number, product: ProductRecord): void {
    const popularity = product.popularity ?? 0;
    const isSearched = product.type !== 'component';
    const document = searchDocument(product);
    const brandId = facetId('brand', product.brand);
    const categoryId = facetId('category', product.category);
    const rowId = searchRowId(recordId, popularity);
    db.run(
      `INSERT INTO catalog_products (id, from_version, brand_id, category_id, popularity, type,
         sku, name_folded, variant_of, search_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      recordId,
      version,
      brandId,
      categoryId,
      popularity,
      product.type,
      product.sku,
      document.nameFolded,
      product.variantOf ?? null,
      isSearched ? rowId : null,
    );
    addGtins(recordId, product);
    if (!isSearched) return;
    waiting.set(rowId, searchRowText(document, { brandId, categoryId }));
    for (const word of document.words) {
      if (isVocabulary(word)) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }

  return {
    add,
    waiting: () => waiting.size,
    writeSearchRows: (limit) => {
      const rows = [...waiting.entries()].slice(0, limit);
      // FTS5 begins a new segment for every row id that is lower than the one before it.
      rows.sort(([a], [b]) => a - b);
      for (const [rowId, text] of rows) {
        db.run('INSERT INTO catalog_search (rowid, words) VALUES (?, ?)', rowId, text);
        waiting.delete(rowId);
      }
      return rows.length;
    },
    takeWords: () => {
      const taken = words;
      words = new Map();
      return taken;
    },
    remove: (recordId) => {
      const searchId = db.value<number | null>(
        'SELECT search_id FROM catalog_products WHERE id = ?',
        recordId,
      );
      if (typeof searchId === 'number' && !waiting.delete(searchId)) {
        db.run('DELETE FROM catalog_search WHERE rowid = ?', searchId);
      }
      db.run('DELETE FROM catalog_products WHERE id = ?', recordId);
    },
  };
}
