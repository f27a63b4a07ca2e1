import { type Fault, fault } from '../../lib/errors.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { UnixMs } from '../../lib/time.ts';
import type { CatalogRecord, RecordKind } from '../catalog/feed.ts';
import { checkFeed } from './check-feed.ts';
import type { FeedContents } from './feed-contents.ts';
import { type NextCatalog, recordsAfterImport } from './live-records.ts';
import type { PublishedRecords } from './published-records.ts';
import { shrinkFault } from './shrink-fault.ts';
import { recordKinds } from './validate-record.ts';

/** What an input does to the catalog: nothing of it is written yet. */
export interface ImportPlan {
  /** Records as they will be, each key of a kind once; many may be published just so. */
  readonly records: readonly CatalogRecord[];
  /** Kinds of which every published record ends that is not among `records`. */
  readonly ends: readonly RecordKind[];
}

/** Why an input as a whole must not be imported. */
export type PlanFault = Fault<'import.shrinks' | 'input.invalid'>;

/** What is asked of an import. */
export interface PlanOptions {
  /** A store that the catalog must have afterwards; without it nothing is changed. */
  readonly storeId?: string;
  /** Lets a full feed end more than half of a kind. CAT-43 */
  readonly mayShrink: boolean;
  /** Decides which effective-dated allergen thresholds the templates are analyzed with. */
  readonly now: UnixMs;
  /** Waited for before each check: tells how far it is, lets other work in, and may throw. */
  readonly onStep: (done: number, total: number) => Promise<void>;
}

/**
 * Checks an input that was read against the published catalog, takes out what cannot be imported
 * (see `contents.rejections`), and says what is to be written. The same on the kiosk and at head office.
 */
export async function planImport(
  contents: FeedContents,
  published: PublishedRecords,
  options: PlanOptions,
): Promise<Result<ImportPlan, PlanFault>> {
  const next = await checkFeed(contents, published, options);
  const records = plannedRecords(next);
  const ends = contents.mode === 'full' && !isHollow(contents);
  const refusal =
    storeFault(next, options.storeId) ??
    (!ends || options.mayShrink ? null : shrinkFault(contents, records, published));
  return refusal === null ? ok({ records, ends: ends ? [...contents.covers] : [] }) : err(refusal);
}

function plannedRecords({ contents, kept }: NextCatalog): readonly CatalogRecord[] {
  const records: CatalogRecord[] = [];
  for (const kind of recordKinds) {
    for (const { record } of contents.held(kind).values()) records.push(record);
    for (const record of kept.of(kind)) records.push(record);
  }
  return records;
}

/** CAT-47: an input of which nothing can be used says nothing about what there is. */
function isHollow(contents: FeedContents): boolean {
  return contents.read() > 0 && recordKinds.every((kind) => contents.held(kind).size === 0);
}

function storeFault(next: NextCatalog, storeId: string | undefined): PlanFault | null {
  if (storeId === undefined) return null;
  const stores: string[] = [];
  for (const { id } of recordsAfterImport('store', next)) stores.push(id);
  if (stores.includes(storeId)) return null;
  const there = stores.length === 0 ? 'none' : stores.sort().slice(0, 8).join(', ');
  const message = `The catalog has no store "${storeId}"; it has ${there}. Nothing was changed`;
  return fault('input.invalid', message, { storeId });
}

/**
 * Kinds whose published records a plan may look through (`live`); of the others it only asks whether
 * one is there. A delta ends nothing, and nothing new is compared with published prices, counts and lots.
 */
export function kindsLookedThrough({ mode }: Pick<FeedContents, 'mode'>): ReadonlySet<RecordKind> {
  const only: ReadonlySet<RecordKind> = new Set(['price', 'stock', 'lot']);
  return new Set(recordKinds.filter((kind) => mode === 'full' || !only.has(kind)));
}
