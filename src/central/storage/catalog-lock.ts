import { sql } from 'kysely';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, type Result } from '#shared/lib/result.ts';
import type { Database } from './database.ts';
import type { Db } from './schema.ts';

/** One changes the line of versions at a time, of all processes. */
const lockKey = 4_610_020;

export type CatalogBusy = Fault<'catalog.import_running'>;

/**
 * Runs `change` on a connection of its own that holds the line of versions: it is let go when the
 * connection breaks, and then nothing more can be written through it either.
 */
export function withCatalogLock<T, E>(
  { db }: Pick<Database, 'db'>,
  change: (db: Db) => Promise<Result<T, E>>,
): Promise<Result<T, E | CatalogBusy>> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ readonly taken: boolean }>`
      SELECT pg_try_advisory_lock(${lockKey}) AS taken
    `.execute(connection);
    if (rows[0]?.taken !== true) {
      return err(fault('catalog.import_running', 'Another import is under way; try again later'));
    }
    try {
      return await change(connection);
    } finally {
      await sql`SELECT pg_advisory_unlock(${lockKey})`.execute(connection);
    }
  });
}
