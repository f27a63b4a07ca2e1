import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Result } from '#shared/lib/result.ts';
import type { DraftFault, DraftInput, DraftReport } from '../core/catalog/import-draft.ts';

/** What the import worker is started with. */
export interface ImportJob extends Omit<DraftInput, 'source'> {
  readonly databaseUrl: string;
  readonly file: string;
  /** What the feed is called in reports. */
  readonly name: string;
}

/**
 * Imports a feed in a thread of its own: checking a large one is seconds of computing, in which this
 * process goes on answering.
 * @throws Error when the worker ends without an answer, e.g. because the database is gone.
 */
export async function importInWorker(job: ImportJob): Promise<Result<DraftReport, DraftFault>> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: job });
  const ended = once(worker, 'exit').then(() => {
    throw new Error('The import worker ended without an answer');
  });
  // Whoever is first; `once` rejects with the worker's own error.
  const [answer] = (await Promise.race([once(worker, 'message'), ended])) as [
    Result<DraftReport, DraftFault>,
  ];
  return answer;
}
