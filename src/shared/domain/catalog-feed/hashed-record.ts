import { canonicalJson } from '../../lib/canonical-json.ts';
import { type CatalogRecord, type RecordKind, recordKey } from '../catalog/feed.ts';

/** SHA-256 of a text's UTF-8 bytes, lower-case hex. */
export type Sha256 = (text: string) => string;

/** A record as it is stored and sent, with the SHA-256 of its canonical JSON. */
export interface HashedRecord {
  readonly record: CatalogRecord;
  readonly key: string;
  readonly hash: string;
  readonly json: string;
}

/** Prepares a record for storing; two records are the same when their hashes are. */
export function hashRecord(record: CatalogRecord, sha256: Sha256): HashedRecord {
  const json = canonicalJson(record);
  return { record, key: recordKey(record), hash: sha256(json), json };
}

/**
 * What a record adds to the content hash of a catalog, which is the SHA-256 of these lines in order
 * of kind and key, by code unit: equal catalogs have equal hashes, however they came about.
 */
export function contentLine(kind: RecordKind, key: string, hash: string): string {
  return `${kind}\t${key}\t${hash}\n`;
}
