import { parentPort, workerData } from 'node:worker_threads';
import { pauseThread } from '#main/storage/pause-thread.ts';
import { openDatabase } from '#main/storage/sqlite.ts';

// A thread that takes the writer lock of a store, says so, and keeps it for a while.
const { file, durationMs } = workerData as { readonly file: string; readonly durationMs: number };
const quiet = (): void => {};
const db = openDatabase(file, { logger: { info: quiet, warn: quiet, error: quiet } });
db.immediate(() => {
  parentPort?.postMessage('locked');
  pauseThread(durationMs);
});
db.close();
