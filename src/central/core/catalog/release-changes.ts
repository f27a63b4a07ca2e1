import { createHash } from 'node:crypto';
import {
  type CatalogChange,
  type CatalogChanges,
  changesPerPage,
} from '#shared/contract/api/catalog.ts';
import {
  type ChangePlace,
  putLine,
  removeLine,
} from '#shared/domain/catalog-feed/release-change.ts';
import { countChanges, putsPage, removesPage, type Step } from '../../storage/catalog-changes.ts';
import { type Release, releaseByHash } from '../../storage/catalog-releases.ts';
import type { Db } from '../../storage/schema.ts';

/** How far back a delta reaches, in versions; whoever comes from further back gets a snapshot. */
export const deltaReach = 500;

/** Documents of one page, as text; a single larger one has a page of its own. */
const bytesPerPage = 1_500_000;

/** The way of a device to a release, and how far it has come. */
export interface ReleasePlace {
  readonly step: Step;
  readonly total: number;
  readonly position: number;
  readonly after: ChangePlace | null;
}

/**
 * Where the way from what a device has begins: a delta when that is a release of its store that is not
 * too old and the delta is shorter than the whole, else a snapshot. CCT-20 to CCT-23.
 */
export async function beginRelease(
  db: Db,
  {
    store,
    from,
    target,
  }: { readonly store: string; readonly from: string | null; readonly target: Release },
): Promise<ReleasePlace> {
  const begin = { position: 0, after: null };
  const known = from === null ? null : await releaseByHash(db, store, from);
  if (known !== null && Math.abs(target.version - known.version) <= deltaReach) {
    const step = { store, from: known.version, to: target.version };
    const total = await countChanges(db, step);
    if (total <= target.records) return { ...begin, step, total };
  }
  const step = { store, from: null, to: target.version };
  return { ...begin, step, total: target.records };
}

/**
 * The next page of the way; `next` is `null` when it is the last one. `null` when the way does not lead as far
 * as the place says, which is then none that we gave out. CCT-24 to CCT-27.
 */
export async function changesPage(
  db: Db,
  target: Release,
  place: ReleasePlace,
): Promise<{
  readonly page: Omit<CatalogChanges, 'nextCursor'>;
  readonly next: ReleasePlace | null;
} | null> {
  const { step, total, position } = place;
  const changes: CatalogChange[] = [];
  const digest = createHash('sha256');
  let after = place.after;
  let bytes = 0;
  const isFull = (): boolean => changes.length >= changesPerPage || bytes >= bytesPerPage;

  if (after === null || after.op === 'put') {
    for (const { kind, key, hash, doc, bytes: length } of await putsPage(db, step, {
      after,
      limit: changesPerPage,
    })) {
      if (isFull()) break;
      bytes += length;
      // It was a checked record before it was stored.
      changes.push({ op: 'put', record: doc as Extract<CatalogChange, { op: 'put' }>['record'] });
      digest.update(putLine(kind, { key, hash }));
      after = { op: 'put', kind, key };
    }
  }
  if (!isFull() && position + changes.length < total) {
    const limit = changesPerPage - changes.length;
    const removes = await removesPage(db, step, {
      after: after?.op === 'remove' ? after : null,
      limit,
    });
    for (const { kind, key } of removes) {
      changes.push({ op: 'remove', kind, key });
      digest.update(removeLine(kind, key));
      after = { op: 'remove', kind, key };
    }
  }
  const done = position + changes.length;
  if (done !== total && changes.length === 0) return null;
  return {
    page: {
      target: { version: target.version, contentHash: target.contentHash },
      mode: step.from === null ? 'snapshot' : 'delta',
      total,
      position,
      changes,
      digest: digest.digest('hex'),
    },
    next: done < total ? { step, total, position: done, after } : null,
  };
}
