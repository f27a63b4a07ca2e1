import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { assert } from '#shared/lib/assert.ts';
import { lockFeed } from './feed-epochs.ts';

const folder = fileURLToPath(new URL('../../../db/central/migrations', import.meta.url));
/** Anybody who migrates holds it: two processes that start at once apply each file once. */
const lockKey = 4_610_001;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Numbered SQL files, never edited once released; each in a transaction of its own. */
export function centralMigrations(): readonly Migration[] {
  let previous = 0;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
      assert(number > previous, `migrations are named NNNN-words.sql and in order: ${name}`);
      previous = number;
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database to the newest schema; returns the names of what was applied.
 * @throws Error when the database is newer than this program, or was made with other files.
 */
export async function migrate(pool: Pool): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await client.query(`
      CREATE TABLE IF NOT EXISTS schema_migrations (
        number integer PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz(3) NOT NULL DEFAULT now()
      )
    `);
    const applied: string[] = [];
    for (const migration of await pendingMigrations(client)) {
      await apply(client, migration);
      applied.push(migration.name);
    }
    await noteCluster(client);
    await makePartitions(client);
    return applied;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    client.release();
  }
}

async function pendingMigrations(client: PoolClient): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'SELECT number, name, checksum FROM schema_migrations ORDER BY number',
  );
  const known = new Map(centralMigrations().map((migration) => [migration.number, migration]));
  for (const { number, name, checksum } of rows) {
    const ours = known.get(number);
    if (ours === undefined) {
      throw new Error(`The database was migrated by a newer release (${name}); install that one`);
    }
    if (ours.checksum !== checksum) {
      throw new Error(`The database was made with another ${name} than this release carries`);
    }
    known.delete(number);
  }
  return [...known.values()];
}

async function apply(client: PoolClient, { number, name, sql, checksum }: Migration) {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      'INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)',
      [number, name, checksum],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`${name} was rolled back: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * A database that goes on in another cluster, or on another timeline of the same one, begins a new epoch of
 * the feed: numbers of transactions may come again there. `central restored` does it for what leaves no trace.
 */
async function noteCluster(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ cluster: string; noted: string | null }>(`
    SELECT system_identifier || '/' || timeline_id AS cluster,
      (SELECT cluster FROM feed_epochs ORDER BY epoch DESC LIMIT 1) AS noted
    FROM pg_control_system(), pg_control_checkpoint()
  `);
  const [here] = rows;
  if (here === undefined || here.cluster === here.noted) return;
  await client.query('BEGIN');
  try {
    await client.query(lockFeed);
    await client.query(
      'INSERT INTO feed_epochs (epoch, cluster, began_at) VALUES (feed_epoch() + 1, $1, now())',
      [here.cluster],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

/** A month back for what comes late, three ahead: the daily job makes the others. */
export async function makePartitions(client: Pick<PoolClient, 'query'>): Promise<void> {
  await client.query(
    "SELECT make_partitions(now() - interval '1 month', now() + interval '3 months')",
  );
}
