import type { ColumnType, GeneratedAlways } from 'kysely';
import type { RecordKind } from '#shared/domain/catalog/feed.ts';

interface CatalogVersionRow {
  readonly version: number;
  readonly content_hash: string;
  readonly source: string;
  readonly imported_at: Date;
  readonly imported_by: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly discarded_at: Date | null;
}

interface CatalogRecordRow {
  readonly id: GeneratedAlways<number>;
  readonly kind: RecordKind;
  readonly key: string;
  readonly from_version: number;
  readonly to_version: number | null;
  readonly store: string | null;
  readonly hash: string;
  readonly doc: ColumnType<unknown, string, never>;
}

interface CatalogPublicationRow {
  readonly id: GeneratedAlways<number>;
  readonly store: string | null;
  readonly version: number;
  readonly published_at: Date;
  readonly published_by: string;
}

interface CatalogReleaseRow {
  readonly store: string;
  readonly version: number;
  readonly content_hash: string;
  readonly records: number;
}

export interface CatalogTables {
  readonly catalog_versions: CatalogVersionRow;
  readonly catalog_records: CatalogRecordRow;
  readonly catalog_publications: CatalogPublicationRow;
  readonly catalog_releases: CatalogReleaseRow;
  readonly store_groups: { readonly id: string; readonly name: string };
  readonly store_group_members: { readonly group_id: string; readonly store: string };
}
