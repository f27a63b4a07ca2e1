import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '#central/storage/database.ts';
import { insertEvents } from '#central/storage/events.ts';
import { centralMigrations, makePartitions, migrate } from '#central/storage/migrate.ts';
import { startTestPostgres } from '../../helpers/central.ts';
import { storedSale } from '../../helpers/central-events.ts';

const postgres = startTestPostgres();
const names = centralMigrations().map(({ name }) => name);

type Opened = ReturnType<typeof openDatabase>;

async function withDb<T>(use: (database: Opened) => Promise<T>): Promise<T> {
  const database = openDatabase(postgres(), { poolSize: 6, onError: () => undefined });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

beforeEach(() =>
  withDb(async ({ db }) => {
    await sql`DROP SCHEMA public CASCADE`.execute(db);
    await sql`CREATE SCHEMA public`.execute(db);
  }),
);

test('an empty database gets every file in order, and then none', () =>
  withDb(async ({ pool }) => {
    expect(names.length).toBeGreaterThan(5);
    expect(await migrate(pool)).toEqual(names);
    expect(await migrate(pool)).toEqual([]);
  }));

test('of processes that start at once, each file is applied by one', () =>
  withDb(async ({ pool, db }) => {
    const applied = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    expect(applied.flat().sort()).toEqual([...names].sort());
    const epochs = await db.selectFrom('feed_epochs').select('epoch').execute();
    expect(epochs).toEqual([{ epoch: 1 }]);
  }));

test('a database of a newer release is refused, and stays as it was', () =>
  withDb(async ({ pool, db }) => {
    await migrate(pool);
    await sql`INSERT INTO schema_migrations VALUES (9999, '9999-later.sql', 'x')`.execute(db);
    await expect(migrate(pool)).rejects.toThrow(
      'The database was migrated by a newer release (9999-later.sql); install that one',
    );
  }));

test('a file that was changed after its release is noticed', () =>
  withDb(async ({ pool, db }) => {
    await migrate(pool);
    await sql`UPDATE schema_migrations SET checksum = 'x' WHERE number = 10`.execute(db);
    await expect(migrate(pool)).rejects.toThrow(
      `The database was made with another ${names[0]} than this release carries`,
    );
  }));

test('months have partitions, a month back and three ahead, each table its own', () =>
  withDb(async ({ pool, db }) => {
    await migrate(pool);
    await makePartitions(pool);
    const { rows } = await sql<{ readonly parent: string; readonly months: number }>`
      SELECT parent.relname AS parent, count(*)::integer AS months
      FROM pg_inherits JOIN pg_class parent ON parent.oid = inhparent
      JOIN pg_class child ON child.oid = inhrelid
      WHERE parent.relkind = 'p' AND child.relname ~ '_\\d{4}_\\d{2}$' GROUP BY 1 ORDER BY 1
    `.execute(db);
    expect(rows).toEqual(
      ['events', 'orders', 'repricings', 'survey_answers'].map((parent) => ({ parent, months: 5 })),
    );
  }));

test('what came with a month of the future in its id moves there when that month has its partition', () =>
  withDb(async ({ pool, db }) => {
    await migrate(pool);
    const farMs = Date.now() + 200 * 24 * 3_600_000;
    const far = uuidv7({ msecs: farMs });
    const event = { ...storedSale('berlin'), id: far };
    const near = storedSale('berlin');
    await db
      .transaction()
      .execute((transaction) => insertEvents(transaction, [event, near], new Date()));
    const partitionOf = async (id: string) => {
      const { rows } = await sql<{ readonly name: string }>`
        SELECT tableoid::regclass::text AS name FROM events WHERE id = ${id}
      `.execute(db);
      return rows.map(({ name }) => name);
    };
    expect(await partitionOf(far)).toEqual(['events_default']);
    const until = new Date(farMs);
    const { rows } = await pool.query('SELECT make_partitions(now(), $1) AS made', [until]);
    expect(rows[0]?.made).toBeGreaterThan(4);
    const month = until.toISOString().slice(0, 7).replace('-', '_');
    expect(await partitionOf(far)).toEqual([`events_${month}`]);
    const doubled = await db
      .transaction()
      .execute((transaction) => insertEvents(transaction, [event, near], new Date()));
    expect(doubled.stored.size).toBe(0);
    // The partition has the indexes and the constraints of the others.
    const indexes = await sql<{ readonly table: string; readonly count: number }>`
      SELECT tablename AS table, count(*)::integer AS count FROM pg_indexes
      WHERE tablename IN ('events_default', ${`events_${month}`}) GROUP BY 1
    `.execute(db);
    expect(new Set(indexes.rows.map(({ count }) => count)).size).toBe(1);
    expect(await migrate(pool)).toEqual([]);
  }));
