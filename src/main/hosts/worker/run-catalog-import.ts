import { Worker } from 'node:worker_threads';
import {
  cancelledMessage,
  type ImportProgress,
} from '#shared/domain/catalog-feed/import-report.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { cancellationIn, cancellationMemory } from './cancellation.ts';
import { catalogWorkerUrl } from './catalog-job.ts';
import type { ImportJob, ImportMessage, ImportOutcome } from './import-messages.ts';

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
  /**
   * Stops the import; `done` then says `import.cancelled`, unless it was being published already. A
   * worker that is too busy to stop by itself is ended, as by a crash: the next import clears up.
   */
  cancel(): void;
}

/** How long a worker may take to see that it is to stop, and then to clear up. */
const noticeMs = 1_000;
const clearUpMs = 10_000;

/** Runs an import in a worker thread, so that the caller's thread goes on selling. */
export function runCatalogImport(options: CatalogImportOptions): RunningImport {
  const { onProgress, ...files } = options;
  const memory = cancellationMemory();
  const cancellation = cancellationIn(memory);
  const job: ImportJob = {
    ...files,
    work: 'import',
    replace: options.replace === true,
    allowShrink: options.allowShrink === true,
    cancellation: memory,
  };
  const worker = new Worker(catalogWorkerUrl(), { workerData: job });
  let deadline: NodeJS.Timeout | null = null;
  const done = new Promise<ImportOutcome>((resolve, reject) => {
    worker.on('message', (message: ImportMessage) => {
      if (message.type === 'progress') onProgress?.(message.progress);
      else resolve(message.outcome);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      if (deadline !== null) clearTimeout(deadline);
      // An earlier answer stands.
      if (cancellation.isRequested()) {
        resolve(err(fault('import.cancelled', cancelledMessage(options.feed))));
      } else {
        reject(new Error('The import worker ended without an answer'));
      }
    });
  });
  const end = (): void => void worker.terminate();
  return {
    done,
    cancel: () => {
      if (deadline !== null || !cancellation.request()) return;
      deadline = setTimeout(() => {
        if (!cancellation.isNoticed()) end();
        else deadline = setTimeout(end, clearUpMs);
      }, noticeMs);
    },
  };
}
