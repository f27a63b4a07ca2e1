import type { RecordKind } from '#shared/domain/catalog/feed.ts';
import type { HashedRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import type { PublishedRecords } from '#shared/domain/catalog-feed/published-records.ts';

/** A record by its name. */
export interface RecordName {
  readonly kind: RecordKind;
  readonly key: string;
}

/** A published version, and what the import that made it changed, in records. */
export interface PublishedVersion {
  readonly version: number;
  /** SHA-256 over every live record's kind, key and hash: equal catalogs have equal hashes. */
  readonly contentHash: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/**
 * Builds the next catalog version beside the published one, in short transactions that let sales
 * through; nothing is visible until `publish`, and `abandon` (or a crash) leaves no trace.
 */
export interface CatalogWriter extends PublishedRecords {
  /** Clears what an interrupted import left, and begins the next version. */
  begin(): void;
  /** Stages records; equal hashes count as unchanged and write nothing. */
  stage(records: readonly HashedRecord[]): void;
  /** Ends published records; false when one of them is not there, or was staged. */
  remove(records: readonly RecordName[]): boolean;
  /** Ends every live record of `kinds` that was not staged since `begin`. */
  removeUnstaged(kinds: readonly RecordKind[]): void;
  /**
   * Makes the staged version the published one, in one short transaction; the same version again when
   * nothing changed. `beforeCommit` is called with the hash of the content when nothing else is left
   * to be done: what it throws leaves the catalog as it was.
   */
  publish(source: string, beforeCommit?: (contentHash: string) => void): PublishedVersion;
  /** Ends the import without a trace; nothing when none is under way. */
  abandon(): void;
}
