import type { ReadableDb } from './sqlite.ts';

type FacetKind = 'brand' | 'category';

/** Names of brands and categories by number and back; they never change, so they are kept. */
export interface FacetValues {
  id(kind: FacetKind, value: string): number | null;
  value(id: number): string;
}

export function createFacetValues(db: ReadableDb): FacetValues {
  const values = new Map<number, string>();
  return {
    id: (kind, value) =>
      db.value<number>('SELECT id FROM catalog_facets WHERE kind = ? AND value = ?', kind, value) ??
      null,
    value: (id) => {
      const known = values.get(id);
      if (known !== undefined) return known;
      const stored = db.value<string>('SELECT value FROM catalog_facets WHERE id = ?', id) ?? '';
      values.set(id, stored);
      return stored;
    },
  };
}
