import { type RecordKind, type RecordOfKind, recordKey } from '../catalog/feed.ts';
import type { FeedContents } from './feed-contents.ts';
import type { KeptRecords } from './kept-records.ts';
import type { PublishedRecords } from './published-records.ts';

/** The catalog as it will be: what the input brings, and what stays of the published one. */
export interface NextCatalog {
  readonly contents: FeedContents;
  readonly published: PublishedRecords;
  /** What a full feed leaves published of the kinds that it replaces. */
  readonly kept: Pick<KeptRecords, 'of'>;
}

/** The records of a kind as they will be after this import: the input's, then what stays published. */
export function* recordsAfterImport<Kind extends RecordKind>(
  kind: Kind,
  next: NextCatalog,
): Generator<RecordOfKind<Kind>> {
  // All sources hand out records of the kind that they are asked for.
  for (const { record } of next.contents.held(kind).values()) yield record as RecordOfKind<Kind>;
  yield* stayingRecords(kind, next);
}

/** The published records of a kind that will be there as they are. */
export function* stayingRecords<Kind extends RecordKind>(
  kind: Kind,
  { contents, published, kept }: NextCatalog,
): Generator<RecordOfKind<Kind>> {
  if (contents.replaces(kind)) {
    for (const record of kept.of(kind)) yield record as RecordOfKind<Kind>;
    return;
  }
  const held = contents.held(kind);
  for (const record of published.live(kind)) {
    if (!held.has(recordKey(record))) yield record as RecordOfKind<Kind>;
  }
}
