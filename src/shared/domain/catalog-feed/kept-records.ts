import { type CatalogRecord, type RecordKind, recordKey } from '../catalog/feed.ts';
import { visitReferences } from '../catalog/record-references.ts';
import type { FeedContents } from './feed-contents.ts';
import { neededByOthers } from './needed-records.ts';
import type { PublishedRecords } from './published-records.ts';
import { type Owner, ownerKindOf, ownerOf } from './record-owner.ts';
import { recordKinds } from './validate-record.ts';

/** What a full feed must leave published although it does not bring it; grows as records are rejected. */
export interface KeptRecords {
  of(kind: RecordKind): Iterable<CatalogRecord>;
  /** Looks again for what the rejections so far keep. */
  update(): void;
}

/**
 * A typing error takes nothing off sale and no rule off a template. So there stay: the published
 * record under the key of a rejected one, whatever else is part of what that is about (CAT-42,
 * CAT-48), what other live records cannot do without (CAT-49), and what all these refer to.
 */
export function createKeptRecords(
  contents: FeedContents,
  published: PublishedRecords,
): KeptRecords {
  const kept = new Map(recordKinds.map((kind) => [kind, new Map<string, CatalogRecord>()]));
  const wanted = new Map(recordKinds.map((kind) => [kind, new Set<string>()]));
  const seen = new Map<RecordKind, number>();
  let isBegun = false;

  const keptOf = (kind: RecordKind): Map<string, CatalogRecord> => kept.get(kind) ?? new Map();
  const wantedOf = (kind: RecordKind): Set<string> => wanted.get(kind) ?? new Set();
  const isThere = (kind: RecordKind, key: string): boolean =>
    contents.held(kind).has(key) ||
    keptOf(kind).has(key) ||
    (!contents.replaces(kind) && published.has(kind, key));

  function want(kind: RecordKind, key: string): void {
    if (contents.replaces(kind)) wantedOf(kind).add(key);
  }

  function begin(): void {
    isBegun = true;
    for (const { kind, key, reason } of neededByOthers(contents, published)) {
      want(kind, key);
      contents.refuseRemoval(kind, key, reason);
    }
  }

  /** Grows when there may be more to keep of a kind; 0 when there is nothing. */
  function causesOf(kind: RecordKind): number {
    let causes = wantedOf(kind).size + contents.rejectedKeys(kind).size;
    const ownerKind = ownerKindOf(kind);
    if (ownerKind === null) return causes;
    causes += contents.ownersOfRejected(kind).size;
    causes += contents.rejectedKeys(ownerKind).size + keptOf(ownerKind).size;
    if (kind === 'rule' && contents.hasUnreadable()) causes += 1;
    return causes === 0 ? 0 : causes + keptOf('store').size;
  }

  function stays(record: CatalogRecord, key: string): boolean {
    const { kind } = record;
    if (wantedOf(kind).has(key) || contents.rejectedKeys(kind).has(key)) return true;
    const owner = ownerOf(kind, record);
    return (
      owner !== null && (isInDoubt(owner, kind) ? hasPlace(record) : isLostRule(record, owner))
    );
  }

  /** Whether the input tried to say what is part of the owner, and failed. */
  function isInDoubt({ kind, key }: Owner, partKind: RecordKind): boolean {
    return (
      contents.ownersOfRejected(partKind).has(key) ||
      contents.rejectedKeys(kind).has(key) ||
      keptOf(kind).has(key)
    );
  }

  /** A price, count or lot goes with its store. */
  function hasPlace(record: CatalogRecord): boolean {
    return !('store' in record) || record.store === undefined || isThere('store', record.store);
  }

  /** Whether what could not be read may be this rule of a template that is there. */
  function isLostRule(record: CatalogRecord, owner: Owner): boolean {
    if (record.kind !== 'rule' || !contents.hasUnreadable()) return false;
    if (!isThere(owner.kind, owner.key)) return false;
    const message = `the rule ${record.id} is not in the feed, but may be what could not be read in it: it stays`;
    contents.noteKept('rule', record.id, message);
    return true;
  }

  function scan(kind: RecordKind): boolean {
    const before = keptOf(kind).size;
    for (const record of published.live(kind)) {
      const key = recordKey(record);
      if (contents.held(kind).has(key) || keptOf(kind).has(key) || !stays(record, key)) continue;
      keptOf(kind).set(key, record);
      visitReferences(record, want);
    }
    return keptOf(kind).size > before;
  }

  return {
    of: (kind) => keptOf(kind).values(),
    update: () => {
      if (contents.mode !== 'full') return;
      if (!isBegun) begin();
      for (let grew = true; grew; ) {
        grew = false;
        for (const kind of recordKinds) {
          const causes = causesOf(kind);
          if (!contents.replaces(kind) || causes === 0 || causes === seen.get(kind)) continue;
          seen.set(kind, causes);
          if (scan(kind)) grew = true;
        }
      }
    },
  };
}
