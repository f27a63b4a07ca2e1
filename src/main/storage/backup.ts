import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Logger } from '#main/core/ports/logger.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { openDatabase, type WritableDb } from './sqlite.ts';

/** `2026-11-21T10:15:30.000Z` as `20261121T101530Z`: sorts by time and fits every file system. */
function fileTime(at: UnixMs): string {
  return `${new Date(at).toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
}

/**
 * Writes a complete, compact copy beside the store as `<file>.backup-<schema version>-<time>`, reads
 * it back, and only then gives it its name. Returns its path.
 */
export function backUp(
  db: WritableDb,
  options: { readonly schemaVersion: number; readonly at: UnixMs; readonly logger: Logger },
): string {
  const { schemaVersion, at, logger } = options;
  const target = `${db.file}.backup-${String(schemaVersion).padStart(4, '0')}-${fileTime(at)}`;
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    db.run('VACUUM INTO ?', partial);
    const copy = openDatabase(partial, { logger, readonly: true });
    try {
      const verdict = copy.value<string>('PRAGMA quick_check(1)');
      if (verdict !== 'ok') throw new Error(`The backup ${partial} is not sound: ${verdict}`);
    } finally {
      copy.close();
    }
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  logger.info('Backed the store up', { backup: target });
  return target;
}

/** Complete backups beside a store that were made at a time or later. */
export function backupsSince(file: string, at: UnixMs): readonly string[] {
  const start = `${basename(file)}.backup-`;
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(start) && !name.endsWith('.partial'))
    .filter((name) => name.slice(start.length).replace(/^\d+-/, '') >= fileTime(at))
    .map((name) => join(dirname(file), name));
}
