import type { CatalogRecord, RecordKind } from '../catalog/feed.ts';

/** The catalog that an input is checked against: what is there when its import begins. */
export interface PublishedRecords {
  has(kind: RecordKind, key: string): boolean;
  /** Every record of a kind. */
  live(kind: RecordKind): Iterable<CatalogRecord>;
}
