import type { Fault } from '#shared/lib/errors.ts';
import type { Result } from '#shared/lib/result.ts';
import type { PublishedVersion } from './catalog-writer.ts';

/**
 * Why a release could not be applied; the catalog is as it was. `catalog.release_damaged`: what came is
 * not what head office meant. The others: this kiosk's store does not take it now.
 */
export type ReleaseFault = Fault<
  | 'catalog.release_damaged'
  | 'store.damaged'
  | 'store.from_future'
  | 'store.migration_changed'
  | 'store.unavailable'
  | 'store.full'
  | 'store.busy'
>;

/** What a page has told. */
export interface PageTaken {
  /** Where the next page is; `null` after the last one. */
  readonly nextCursor: string | null;
  readonly mode: 'delta' | 'snapshot';
  /** Changes taken so far, and all of them. */
  readonly done: number;
  readonly total: number;
}

/** One release on its way into the catalog. After a fault, `publish` or `abandon` it is over. */
export interface ReleaseRun {
  /** Takes the next page as it was received: the JSON of `CatalogChanges`. CCT-31 */
  take(page: string): Promise<Result<PageTaken, ReleaseFault>>;
  /** After the last page: makes the release the published version, if it is what was announced. CCT-32 */
  publish(): Promise<Result<PublishedVersion, ReleaseFault>>;
  /** Ends it without a trace; also when it is over already. */
  abandon(): Promise<void>;
}

/** Makes releases of head office the next catalog version, beside the sales. */
export interface ReleaseApplier {
  /** One at a time. The promises of the run reject only when an invariant broke. */
  begin(): ReleaseRun;
}
