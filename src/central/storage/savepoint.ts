import { sql } from 'kysely';
import type { Db } from './schema.ts';

/**
 * Does something inside a transaction that may fail without ending it: what it wrote is undone then, and the
 * error goes on to the caller.
 */
export async function inSavepoint<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`SAVEPOINT work`.execute(db);
  try {
    const result = await work();
    await sql`RELEASE SAVEPOINT work`.execute(db);
    return result;
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT work`.execute(db);
    throw error;
  }
}
