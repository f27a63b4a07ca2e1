import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { FeedSource } from '#shared/domain/catalog-feed/feed-source.ts';
import type { ImportProgress } from '#shared/domain/catalog-feed/import-report.ts';
import { required } from '#shared/lib/assert.ts';
import { fault } from '#shared/lib/errors.ts';
import { err } from '#shared/lib/result.ts';
import { importCatalog } from '../../core/catalog-import/import-catalog.ts';
import type { MappingText } from '../../core/catalog-import/mapping-schema.ts';
import type { CatalogWriter } from '../../core/ports/catalog-writer.ts';
import { openFault } from '../../storage/sqlite-errors.ts';
import { systemClock } from '../system.ts';
import { cancellationIn } from './cancellation.ts';
import { fileSource } from './file-source.ts';
import type { ImportJob, ImportMessage, ImportOutcome } from './import-messages.ts';
import { openWorkerStore } from './worker-store.ts';

/** What the import worker does: opens the store on its own connection, imports, answers, ends. */

const port = required(parentPort, 'the port of the import worker');
// Only run-catalog-import.ts starts this worker.
const job = workerData as ImportJob;

const cancellation = cancellationIn(job.cancellation);

function send(message: ImportMessage): void {
  port.postMessage(message);
}

/** A bar on a screen needs no more than this. */
const progressIntervalMs = 50;
let reportedMs = Number.NEGATIVE_INFINITY;
let reportedStage = '';

function onProgress(progress: ImportProgress): void {
  const nowMs = performance.now();
  const due = nowMs - reportedMs >= progressIntervalMs || progress.stage !== reportedStage;
  if (!due && progress.done < progress.total) return;
  reportedMs = nowMs;
  reportedStage = progress.stage;
  send({ type: 'progress', progress });
}

async function run(): Promise<ImportOutcome> {
  const inputs = readInputs();
  if (!inputs.ok) return err(fault('import.malformed', inputs.error));
  const store = openWorkerStore(job);
  if (!store.ok) return store;
  try {
    return await importInto(store.value.catalogWriter(), inputs);
  } catch (error) {
    // What a file can refuse when it is opened, a full or a damaged disk refuses later as well.
    const problem = openFault(job.db, error);
    if (problem !== null) return err(problem);
    throw error;
  } finally {
    store.value.close();
  }
}

interface Inputs {
  readonly source: FeedSource;
  readonly mapping?: MappingText;
}

function readInputs(): ({ readonly ok: true } & Inputs) | { readonly ok: false; error: string } {
  try {
    const source = fileSource(job.feed);
    if (job.mapping === undefined) return { ok: true, source };
    const mapping = { name: job.mapping, text: readFileSync(job.mapping, 'utf8') };
    return { ok: true, source, mapping };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function importInto(writer: CatalogWriter, { source, mapping }: Inputs): Promise<ImportOutcome> {
  return importCatalog({
    source,
    ...(mapping === undefined ? {} : { mapping }),
    ...(job.storeId === undefined ? {} : { storeId: job.storeId }),
    replace: job.replace,
    allowShrink: job.allowShrink,
    writer,
    now: systemClock.now(),
    onProgress,
    isCancelled: cancellation.notice,
    claimPublishing: cancellation.claimPublishing,
  });
}

send({ type: 'done', outcome: await run() });
port.close();
