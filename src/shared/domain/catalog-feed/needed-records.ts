import { type CatalogRecord, type RecordKind, recordKey } from '../catalog/feed.ts';
import { visitReferences } from '../catalog/record-references.ts';
import type { FeedContents } from './feed-contents.ts';
import type { PublishedRecords } from './published-records.ts';
import { recordKinds } from './validate-record.ts';

/**
 * What a record of a kind cannot do without among those that it names. What only speaks of a product
 * or a template (prices, counts, lots, rules, promotions) does not keep it on sale.
 */
const needs: Readonly<Partial<Record<RecordKind, readonly RecordKind[]>>> = {
  ingredient: ['allergen'],
  product: ['taxClass', 'ingredient', 'template'],
  price: ['store'],
  template: ['ingredient', 'product'],
  rule: ['allergen', 'ingredient'],
  promotion: ['store'],
  stock: ['store'],
  lot: ['store'],
};

/** A published record that a full feed of its kind leaves out, and why it cannot be ended. */
export interface NeededRecord {
  readonly kind: RecordKind;
  readonly key: string;
  readonly reason: string;
}

/**
 * The records that a full feed of some kinds would end, but that live records of the other kinds
 * cannot do without. CAT-49
 */
export function neededByOthers(
  contents: FeedContents,
  published: PublishedRecords,
): readonly NeededRecord[] {
  const ending = endingRecords(contents, published);
  for (const kind of recordKinds) {
    const needed = new Set((needs[kind] ?? []).filter((other) => ending.has(other)));
    if (contents.replaces(kind) || needed.size === 0) continue;
    for (const record of published.live(kind)) countNeeds(record, needed, ending);
  }
  return [...ending].flatMap(([kind, keys]) =>
    [...keys].flatMap(([key, namedBy]) => {
      const [first] = namedBy;
      if (first === undefined) return [];
      const others = namedBy.size > 1 ? ` and ${namedBy.size - 1} more` : '';
      const reason = `the ${kind} ${key} is not in the feed, but ${first}${others} cannot do without it: it stays`;
      return [{ kind, key, reason }];
    }),
  );
}

/** Who cannot do without a record, in words. */
type NamedBy = Set<string>;
type Ending = ReadonlyMap<RecordKind, ReadonlyMap<string, NamedBy>>;

/** What is published of kinds that others may need, and is not in the input in any form. */
function endingRecords(contents: FeedContents, published: PublishedRecords): Ending {
  const ending = new Map<RecordKind, Map<string, NamedBy>>();
  for (const kind of recordKinds) {
    if (!contents.replaces(kind)) continue;
    const isNeeded = recordKinds.some(
      (other) => !contents.replaces(other) && needs[other]?.includes(kind) === true,
    );
    if (!isNeeded) continue;
    const keys = new Map<string, NamedBy>();
    for (const record of published.live(kind)) {
      const key = recordKey(record);
      if (contents.held(kind).has(key) || contents.rejectedKeys(kind).has(key)) continue;
      keys.set(key, new Set());
    }
    if (keys.size > 0) ending.set(kind, keys);
  }
  return ending;
}

function countNeeds(record: CatalogRecord, needed: ReadonlySet<RecordKind>, ending: Ending): void {
  const name = `${record.kind} ${recordKey(record)}`;
  visitReferences(record, (kind, key) => {
    if (needed.has(kind)) ending.get(kind)?.get(key)?.add(name);
  });
}
