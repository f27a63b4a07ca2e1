import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { assert } from '#shared/lib/assert.ts';
import type { Db, Tables } from './schema.ts';

/** Below it the partitioned tables and `pg_current_xact_id` are not what we rely on. */
const oldestServer = 150_000;

/** The pool of one process. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly pool: Pool;
  close(): Promise<void>;
}

/** `bigint` columns hold minor units and counters, which are exact as JavaScript numbers. */
function exactInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `${text} is an exact integer`);
  return value;
}

/**
 * Connects lazily; call `checkServer` for a clear error first.
 * @param onError hears of connections that broke, at work or idle; the next statement gets a new one.
 */
export function openDatabase(
  url: string,
  { poolSize, onError }: { readonly poolSize: number; readonly onError: (error: Error) => void },
): Database {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    application_name: 'blendbar-central',
    // A statement that hangs must not hold a request for ever.
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 && format !== 'binary'
          ? exactInteger
          : types.getTypeParser(oid, format),
    },
  });
  // The pool listens to idle connections only: one that breaks at work would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  // Of idle ones the pool tells once more.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** @throws Error when the server is too old. */
export async function checkServer(db: Db): Promise<void> {
  const { rows } = await sql<{ version: string }>`SHOW server_version_num`
    .execute(db)
    .then(({ rows: found }) => ({
      rows: found.map((row) => ({ version: Object.values(row)[0] ?? '0' })),
    }));
  const version = Number(rows[0]?.version);
  if (version < oldestServer) {
    throw new Error(`PostgreSQL ${Math.floor(version / 10_000)} is too old; 15 or newer is needed`);
  }
}

/** @throws Error when the database cannot be asked, or was never migrated. */
export async function checkReady(db: Db): Promise<void> {
  await sql`SELECT 1 FROM schema_migrations LIMIT 1`.execute(db);
}

/** Whether PostgreSQL does not take what was to be stored (classes 22, data, and 23, constraints). */
export function isRefusedData(error: unknown): error is Error & { readonly code: string } {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^2[23][0-9A-Z]{3}$/.test(error.code)
  );
}
