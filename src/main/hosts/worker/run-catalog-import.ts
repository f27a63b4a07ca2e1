import { Worker } from 'node:worker_threads';
import type { ImportProgress } from '../../core/catalog-import/import-report.ts';
import {
  cancelMessage,
  type ImportJob,
  type ImportMessage,
  type ImportOutcome,
} from './import-messages.ts';

export interface CatalogImportOptions {
  /** The store file; this program has opened it before, and so migrated and verified it. */
  readonly db: string;
  readonly feed: string;
  readonly mapping?: string;
  /** A store that the catalog must have afterwards. */
  readonly storeId?: string;
  /** Makes the feed full, and says that ending much is meant. */
  readonly replace?: boolean;
  /** Lets a full feed end more than half of the products. */
  readonly allowShrink?: boolean;
  /** Of a bundled build, where they do not lie in the source tree. */
  readonly migrations?: ImportJob['migrations'];
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface RunningImport {
  /** Rejects only when an invariant broke in the worker; then the catalog is as it was. */
  readonly done: Promise<ImportOutcome>;
  /** Asks the import to stop; `done` then says `import.cancelled`, unless it was published already. */
  cancel(): void;
}

/** Runs an import in a worker thread, so that the caller's thread goes on selling. */
export function runCatalogImport(options: CatalogImportOptions): RunningImport {
  const { onProgress, ...files } = options;
  const job: ImportJob = {
    ...files,
    replace: options.replace === true,
    allowShrink: options.allowShrink === true,
  };
  const worker = new Worker(entryUrl(import.meta.url), { workerData: job });
  const done = new Promise<ImportOutcome>((resolve, reject) => {
    worker.on('message', (message: ImportMessage) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      else resolve(message.outcome);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(new Error('The import worker ended without an answer'));
    });
  });
  return { done, cancel: () => worker.postMessage(cancelMessage) };
}

/** The worker lies beside this file in the source tree, and beside the bundle that holds it. */
function entryUrl(here: string): URL {
  const extension = here.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./catalog-import-worker.${extension}`, here);
}
