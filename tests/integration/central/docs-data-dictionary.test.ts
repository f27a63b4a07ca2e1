import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { startTestCentral } from '../../helpers/central.ts';

const central = startTestCentral();
const page = readFileSync(new URL('../../../docs/data-dictionary.md', import.meta.url), 'utf8');

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const tables = page.split(/^### /m).slice(1);
const rows = tables.flatMap((section) => {
  const table = /^`(\w+)`/.exec(section)?.[1] ?? section.slice(0, 40);
  return [...section.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map(([, column = '', rest = '']) => {
    const cells = rest.split('|').map((cell) => cell.trim());
    return { table, column, cells };
  });
});

/** Every column of the database, without partitions: they have those of their table. */
async function columns(): Promise<readonly Column[]> {
  const found = await sql<Column>`
    SELECT relname AS table, attname AS column,
      replace(format_type(atttypid, atttypmod), 'timestamp(3) with time zone', 'timestamptz(3)')
        || CASE WHEN attnotnull THEN '' ELSE ', null' END AS type
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      AND attnum > 0 AND NOT attisdropped
    ORDER BY relname, attnum
  `.execute(central.db);
  return found.rows;
}

test('every table and column is described with its type, and none that is not there', async () => {
  const described = rows.map(({ table, column, cells }) => `${table}.${column}: ${cells[0]}`);
  const real = (await columns()).map(({ table, column, type }) => `${table}.${column}: ${type}`);
  expect(real.length).toBeGreaterThan(150);
  expect([...described].sort()).toEqual([...real].sort());
});

test('each is told with its meaning and unit, and whether it is personal; each table with how long it is kept', () => {
  const personal = ['no', 'yes', 'pseudonym', 'sealed', 'staff'];
  const incomplete = rows.filter(
    ({ cells }) =>
      cells.length !== 4 || cells.some((cell) => cell === '') || !personal.includes(cells[3] ?? ''),
  );
  expect(incomplete).toEqual([]);
  expect(tables.filter((section) => !section.includes('**Kept:**'))).toEqual([]);
  const unexplained = rows.filter(
    ({ cells }) => cells[0]?.endsWith(', null') === true && !/\bnull\b/.test(cells[1] ?? ''),
  );
  expect(unexplained).toEqual([]);
});
