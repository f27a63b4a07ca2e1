import type { ImportProgress, ImportReport } from '#shared/domain/catalog-feed/import-report.ts';
import type { Result } from '#shared/lib/result.ts';
import type { ImportFault } from '../../core/catalog-import/import-catalog.ts';
import type { OpenFault } from '../../storage/kiosk-store.ts';
import type { CatalogJob } from './catalog-job.ts';

/** What the import worker is started with. */
export interface ImportJob extends CatalogJob {
  readonly work: 'import';
  readonly feed: string;
  readonly mapping?: string;
  readonly storeId?: string;
  readonly replace: boolean;
  readonly allowShrink: boolean;
  /** See cancellation.ts. */
  readonly cancellation: SharedArrayBuffer;
}

export type ImportOutcome = Result<ImportReport, ImportFault | OpenFault>;

/** From the worker to whoever started it. */
export type ImportMessage =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'done'; readonly outcome: ImportOutcome };
