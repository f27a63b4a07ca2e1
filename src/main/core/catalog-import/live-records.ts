import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import { type CatalogRecord, type RecordKind, recordKey } from '#shared/domain/catalog/feed.ts';
import { isReplaced } from './check-references.ts';
import type { FeedContents } from './feed-contents.ts';

type RecordOfKind<Kind extends RecordKind> = Extract<CatalogRecord, { readonly kind: Kind }>;

/** The records of a kind as they will be after this import: the input's, then what stays published. */
export function* recordsAfterImport<Kind extends RecordKind>(
  kind: Kind,
  contents: FeedContents,
  published: Pick<CatalogWriter, 'live'>,
): Generator<RecordOfKind<Kind>> {
  const held = contents.held(kind);
  // Both sources hand out records of the kind that they are asked for.
  for (const { record } of held.values()) yield record as RecordOfKind<Kind>;
  if (isReplaced(contents, kind)) return;
  for (const record of published.live(kind)) {
    if (!held.has(recordKey(record))) yield record as RecordOfKind<Kind>;
  }
}
