import { accessSync, constants, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { isBusy } from './sqlite-errors.ts';

/** A file that this process alone holds. */
export interface FileHold {
  release(): void;
}

/**
 * Holds a file until it is released or the process dies, in whatever way. Refused at once: `store.busy`
 * while somebody else holds it, in this process or another (two that ask at the same moment may both
 * be told so), `store.unavailable` where it can be neither made nor locked. The file stays empty, and
 * is never removed: beside a new one of the same name two could hold it.
 */
export function holdFile(
  file: string,
): Result<FileHold, Fault<'store.busy' | 'store.unavailable'>> {
  let connection: Database.Database | null = null;
  try {
    // SQLite opens what takes no writes for reading, which everybody may at the same time.
    if (existsSync(file)) accessSync(file, constants.W_OK);
    connection = new Database(file, { timeout: 0 });
    // Locked, but never written to: that works on a full disk too.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
    const held = connection;
    return ok({ release: () => void held.close() });
  } catch (error) {
    connection?.close();
    if (isBusy(error)) return err(fault('store.busy', `${file} is held by another program`));
    const reason = error instanceof Error ? error.message : String(error);
    return err(fault('store.unavailable', `${file} cannot be locked (${reason})`));
  }
}
