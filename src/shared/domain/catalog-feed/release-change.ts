import type { RecordKind } from '../catalog/feed.ts';
import { contentLine, type HashedRecord } from './hashed-record.ts';

/**
 * Where a change stands among those of its release: what is put comes first, then what is removed,
 * each in order of kind and key by code unit; no record twice.
 */
export interface ChangePlace {
  readonly op: 'put' | 'remove';
  readonly kind: RecordKind;
  readonly key: string;
}

/** Whether `next` may follow `earlier` in a release. */
export function follows(next: ChangePlace, earlier: ChangePlace): boolean {
  if (next.op !== earlier.op) return earlier.op === 'put';
  if (next.kind !== earlier.kind) return next.kind > earlier.kind;
  return next.key > earlier.key;
}

/**
 * What a record that is put adds to the digest of a page of changes, which is the SHA-256 of these
 * lines in the order of the page.
 */
export function putLine(
  kind: RecordKind,
  { key, hash }: Pick<HashedRecord, 'key' | 'hash'>,
): string {
  return `+${contentLine(kind, key, hash)}`;
}

/** As `putLine`, for a record that is removed. */
export function removeLine(kind: RecordKind, key: string): string {
  return `-${kind}\t${key}\n`;
}
