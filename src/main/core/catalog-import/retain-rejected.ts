import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import { type CatalogRecord, type RecordKind, recordKey } from '#shared/domain/catalog/feed.ts';
import { visitReferences } from '#shared/domain/catalog/record-references.ts';
import { isReplaced } from './check-references.ts';
import type { FeedContents } from './feed-contents.ts';
import { recordKinds } from './validate-record.ts';

/**
 * What a full feed must leave published although it does not bring it: the published record under
 * the key of every rejected one (a typing error takes nothing off sale), and what that refers to.
 */
export function retainRejected(
  contents: FeedContents,
  published: Pick<CatalogWriter, 'live'>,
): readonly CatalogRecord[] {
  const retained: CatalogRecord[] = [];
  const wanted = new Map<RecordKind, Set<string>>();
  const want = (kind: RecordKind, key: string): void => {
    if (!isReplaced(contents, kind) || contents.held(kind).has(key)) return;
    const keys = wanted.get(kind);
    if (keys === undefined) wanted.set(kind, new Set([key]));
    else keys.add(key);
  };
  for (const kind of recordKinds) {
    for (const key of contents.rejectedKeys(kind)) want(kind, key);
  }
  const known = new Set<string>();
  for (let before = -1; before !== retained.length; ) {
    before = retained.length;
    for (const [kind, keys] of [...wanted]) {
      for (const record of published.live(kind)) {
        const key = recordKey(record);
        const name = `${kind}|${key}`;
        if (!keys.has(key) || known.has(name)) continue;
        known.add(name);
        retained.push(record);
        visitReferences(record, want);
      }
    }
  }
  return retained;
}
