import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { foldWords } from './fold-words.ts';

/** Private-use characters begin the words that a shopper cannot type. */
const everyProduct = '\ue000a';
const brandMark = '\ue000b';
const categoryMark = '\ue000c';
const nameMark = '\ue001';

const idSpan = 2 ** 32;
const topBucket = 255;

/** Steps of 9 % in popularity: coarse enough that neighbors in the index stay close together. */
function popularityBucket(popularity: number): number {
  return Math.min(topBucket, Math.floor(8 * Math.log2(1 + popularity)));
}

/**
 * Row id in the search index: the popular first, then in order of import, so that the index itself
 * hands products out in the order in which a shopper wants them. `searchRowToRecord` is its inverse.
 */
export function searchRowId(recordId: number, popularity: number): number {
  return (topBucket - popularityBucket(popularity)) * idSpan + recordId;
}

/** SQL for the record's id from a search row's id; the mask is `idSpan - 1`. */
export function recordIdOf(rowId: string): string {
  return `(${rowId} & 4294967295)`;
}

/** The word that stands for one exact name; a collision costs nothing, names are compared afterwards. */
export function nameToken(nameFolded: string): string {
  // FNV-1a (Fowler, Noll, Vo), 32 bits.
  let hash = 0x81_1c_9d_c5;
  for (let i = 0; i < nameFolded.length; i += 1) {
    hash = Math.imul(hash ^ nameFolded.charCodeAt(i), 0x01_00_01_93);
  }
  return `${nameMark}${(hash >>> 0).toString(36)}`;
}

export function brandToken(brandId: number): string {
  return `${brandMark}${brandId.toString(36)}`;
}

export function categoryToken(categoryId: number): string {
  return `${categoryMark}${categoryId.toString(36)}`;
}

export function everyProductToken(): string {
  return everyProduct;
}

/** What can be found: the words, and the marks that filters and exact names are found by. */
export interface SearchDocument {
  readonly nameFolded: string;
  /** Without the marks, each once. */
  readonly words: readonly string[];
}

/** Names in every language are searched; descriptions are not: they would find everything. */
export function searchDocument(product: ProductRecord): SearchDocument {
  const nameWords = foldWords(product.name.en);
  let others = `${product.brand} ${product.category} ${product.sku}`;
  if (product.shade !== undefined) {
    others += ` ${product.shade.name ?? ''} ${product.shade.code ?? ''}`;
  }
  if (product.size !== undefined) others += ` ${product.size}`;
  for (const [locale, name] of Object.entries(product.name)) {
    if (locale !== 'en') others += ` ${name}`;
  }
  const words = new Set(nameWords);
  for (const word of foldWords(others)) words.add(word);
  return { nameFolded: nameWords.join(' '), words: [...words] };
}

/** The text of the search row. */
export function searchRowText(
  document: SearchDocument,
  facets: { readonly brandId: number; readonly categoryId: number },
): string {
  return [
    everyProduct,
    brandToken(facets.brandId),
    categoryToken(facets.categoryId),
    nameToken(document.nameFolded),
    ...document.words,
  ].join(' ');
}
