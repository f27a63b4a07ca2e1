import type { TestCentral } from './central.ts';

/** A row of any table, as a dump would have it. */
export interface DatabaseRow {
  /** The table and its content. */
  readonly line: string;
  /** Id of the transaction that wrote it so. */
  readonly transaction: string;
}

/** Everything in the database. */
export async function allDatabaseRows({
  database,
}: Pick<TestCentral, 'database'>): Promise<readonly DatabaseRow[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name
     FROM pg_tables JOIN pg_class ON oid = format('%I.%I', schemaname, tablename)::regclass
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND relkind = 'r' ORDER BY 1`,
  );
  const found: DatabaseRow[] = [];
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ content: string; transaction: string }>(
      `SELECT t::text AS content, xmin::text AS transaction FROM ${name} t ORDER BY 1`,
    );
    found.push(
      ...rows.map(({ content, transaction }) => ({ line: `${name} ${content}`, transaction })),
    );
  }
  return found;
}

/** Everything in the database as one text. */
export async function databaseRows(central: Pick<TestCentral, 'database'>): Promise<string> {
  return (await allDatabaseRows(central)).map(({ line }) => line).join('\n');
}
