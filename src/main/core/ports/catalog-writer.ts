import type { CatalogRecord, RecordKind } from '#shared/domain/catalog/feed.ts';

/** A record that is about to be stored, with the SHA-256 of its canonical JSON in lower-case hex. */
export interface StagedRecord {
  readonly record: CatalogRecord;
  readonly key: string;
  readonly hash: string;
  readonly json: string;
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
export interface CatalogWriter {
  /** Clears what an interrupted import left, and begins the next version. */
  begin(): void;
  /** The published record, for references from a delta to what is already there. */
  has(kind: RecordKind, key: string): boolean;
  /** Live records of a kind, for checks across records. */
  live(kind: RecordKind): Iterable<CatalogRecord>;
  /** Stages records; equal hashes count as unchanged and write nothing. */
  stage(records: readonly StagedRecord[]): void;
  /** Ends every live record of `kinds` that was not staged since `begin`. */
  removeUnstaged(kinds: readonly RecordKind[]): void;
  /**
   * Makes the staged version the published one, in one short transaction; the same version again when
   * nothing changed. `beforeCommit` is called when nothing else is left to be done: what it throws
   * leaves the catalog as it was.
   */
  publish(source: string, beforeCommit?: () => void): PublishedVersion;
  /** Ends the import without a trace; nothing when none is under way. */
  abandon(): void;
}
