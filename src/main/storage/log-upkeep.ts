import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';

/** Records between two syncs of the write-ahead log: some megabytes. */
const recordsPerSync = 2_000;
/** Records between two checkpoints: some 2,500 pages, fewer than a sale would tackle by itself. */
const recordsPerCheckpoint = 6_000;

/**
 * Keeps the write-ahead log short, and on disk, while an import fills it; between its batches, where
 * no sale waits. Otherwise the next sale's commit would have to bring all of that to disk.
 */
export interface LogUpkeep {
  wrote(records: number): void;
  /** Leaves nothing for the next commit. */
  settle(): void;
}

export function createLogUpkeep(db: WritableDb): LogUpkeep {
  let unsynced = 0;
  let sinceCheckpoint = 0;
  db.execute('PRAGMA wal_autocheckpoint = 0');

  function settle(): void {
    unsynced = 0;
    sinceCheckpoint = 0;
    // What is committed stays so when the log cannot be emptied: a full disk shows at the next write.
    tryWrite(db.file, () => db.execute('PRAGMA wal_checkpoint(PASSIVE)'));
  }

  return {
    wrote: (records) => {
      unsynced += records;
      sinceCheckpoint += records;
      if (sinceCheckpoint >= recordsPerCheckpoint) settle();
      if (unsynced < recordsPerSync) return;
      unsynced = 0;
      syncLog(db.file);
    },
    settle,
  };
}

/** SQLite holds no locks on the log, so that opening and closing it here takes none away. */
function syncLog(file: string): void {
  try {
    const log = openSync(`${file}-wal`, 'r+');
    try {
      fsyncSync(log);
    } finally {
      closeSync(log);
    }
  } catch {
    // SQLite's own sync before publishing reports what is wrong with the disk.
  }
}
