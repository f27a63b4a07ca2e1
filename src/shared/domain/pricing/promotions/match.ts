import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { ProductRecord } from '../../catalog/product.ts';
import type { ProductMatch } from '../../catalog/promotion.ts';

/** Number of a match in its table: equal matches of several promotions are tested once. */
export type MatchIndex = number;

type Test = (product: ProductRecord) => boolean;

/** Every different match of a catalog's promotions, and what each product falls under. */
export interface MatchTable {
  /** One byte a match: 1 where the product falls under it. */
  hitsOf(product: ProductRecord): Uint8Array;
}

/** Collects matches while promotions are compiled. */
export interface MatchRegistry {
  indexOf(match: ProductMatch): MatchIndex;
  table(): MatchTable;
}

/** A registry without any match yet; one for all promotions of a catalog. */
export function createMatchRegistry(): MatchRegistry {
  const indexes = new Map<string, MatchIndex>();
  const tests: Test[] = [];
  return {
    indexOf(match) {
      const key = canonicalJson(match);
      const known = indexes.get(key);
      if (known !== undefined) return known;
      const index = tests.push(compileMatch(match)) - 1;
      indexes.set(key, index);
      return index;
    },
    table: () => createMatchTable([...tests]),
  };
}

function createMatchTable(tests: readonly Test[]): MatchTable {
  // A product's hits never change: its record is immutable within a catalog version.
  const known = new WeakMap<ProductRecord, Uint8Array>();
  return {
    hitsOf(product) {
      const cached = known.get(product);
      if (cached !== undefined) return cached;
      const hits = Uint8Array.from(tests, (test) => (test(product) ? 1 : 0));
      known.set(product, hits);
      return hits;
    },
  };
}

/** All members that are given must match; an empty match takes everything. */
function compileMatch(match: ProductMatch): Test {
  const tests: Test[] = [];
  const { skus, brands, categories, templates, type } = match;
  if (skus) tests.push(inSet(skus, (product) => product.sku));
  if (brands) tests.push(inSet(brands, (product) => product.brand));
  if (categories) tests.push(inSet(categories, (product) => product.category));
  if (templates) tests.push(inSet(templates, (product) => product.template));
  if (type) tests.push((product) => product.type === type);
  return (product) => tests.every((test) => test(product));
}

function inSet(
  values: readonly string[],
  read: (product: ProductRecord) => string | undefined,
): Test {
  const set = new Set(values);
  return (product) => {
    const value = read(product);
    return value !== undefined && set.has(value);
  };
}
