import { parentPort, workerData } from 'node:worker_threads';
import { required } from '#shared/lib/assert.ts';
import { feedFile } from '../core/catalog/feed-file.ts';
import { importDraft } from '../core/catalog/import-draft.ts';
import { openDatabase } from '../storage/database.ts';
import type { ImportJob } from './import-in-worker.ts';

/** What the import worker does: opens a connection of its own, imports, answers, ends. */

const port = required(parentPort, 'the port of the import worker');
// Only import-in-worker.ts starts this worker.
const { databaseUrl, file, name, ...job } = workerData as ImportJob;

// A connection that breaks fails the statement that uses it.
const database = openDatabase(databaseUrl, { poolSize: 1, onError: () => undefined });
try {
  port.postMessage(await importDraft(database, { ...job, source: feedFile(file, name) }));
} finally {
  await database.close();
}
