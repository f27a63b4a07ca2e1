import { type Fault, fault } from '../../lib/errors.ts';
import { type CatalogRecord, type RecordKind, recordKey } from '../catalog/feed.ts';
import type { FeedContents } from './feed-contents.ts';
import type { PublishedRecords } from './published-records.ts';
import { recordKinds } from './validate-record.ts';

/** Fewest records whose removal can be a cut-off file rather than a small shop's change. */
const NOTABLE_REMOVAL = 10;

const names: Readonly<Partial<Record<RecordKind, string>>> = {
  product: 'products',
  price: 'products with a price',
};

/** A full feed that ends most of a kind is more often a broken export than meant. CAT-43 */
export function shrinkFault(
  contents: FeedContents,
  records: readonly CatalogRecord[],
  published: PublishedRecords,
): Fault<'import.shrinks'> | null {
  for (const kind of recordKinds) {
    if (!contents.replaces(kind)) continue;
    const { before, removed } = removals(kind, records, published);
    if (removed < NOTABLE_REMOVAL || removed * 2 <= before) continue;
    const what = names[kind] ?? `${kind} records`;
    return fault(
      'import.shrinks',
      `The feed would end ${removed} of ${before} ${what}; nothing was changed (--allow-shrink when that is meant)`,
      { kind, removed, published: before },
    );
  }
  return null;
}

function removals(
  kind: RecordKind,
  records: readonly CatalogRecord[],
  published: PublishedRecords,
): { readonly before: number; readonly removed: number } {
  const staying = new Set<string>();
  for (const record of records) if (record.kind === kind) staying.add(subjectOf(record));
  const before = new Set<string>();
  for (const record of published.live(kind)) before.add(subjectOf(record));
  // New promotions, lots and the like take the place of old ones; a SKU is not replaced by another.
  const isReplaceable = kind !== 'product' && kind !== 'price';
  const kept = isReplaceable ? staying.size : [...before].filter((key) => staying.has(key)).length;
  return { before: before.size, removed: before.size - kept };
}

/** What a record is about: a new price of a SKU takes the place of an old one. */
function subjectOf(record: CatalogRecord): string {
  return record.kind === 'price' ? record.sku : recordKey(record);
}
