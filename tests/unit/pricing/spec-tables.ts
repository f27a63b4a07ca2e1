import { readFileSync } from 'node:fs';

/** A row of a Markdown table by its column names. */
export type TableRow = ReadonlyMap<string, string>;

/** A row as the examples of one table hold it. */
export interface SpecTable {
  readonly heading: string;
  readonly rows: readonly TableRow[];
}

const text = readFileSync(new URL('../../../docs/specs/pricing.md', import.meta.url), 'utf8');

/** Every table of the pricing specification, under the heading that it stands below. */
export const specTables: readonly SpecTable[] = text.split(/^### /m).slice(1).map(readSection);

export function tableUnder(heading: string): readonly TableRow[] {
  const table = specTables.find((each) => each.heading === heading);
  if (table === undefined) throw new Error(`docs/specs/pricing.md has no table "${heading}"`);
  return table.rows;
}

/** The cell of a column that must be there. */
export function cell(row: TableRow, column: string): string {
  const value = row.get(column);
  if (value === undefined) throw new Error(`a row of the specification has no "${column}"`);
  return value;
}

function readSection(section: string): SpecTable {
  const [heading = '', ...lines] = section.split('\n');
  const [columns = [], , ...rows] = lines.filter((line) => line.startsWith('|')).map(readCells);
  return {
    heading: heading.trim(),
    rows: rows.map((cells) => new Map(columns.map((column, at) => [column, cells[at] ?? '']))),
  };
}

function readCells(line: string): readonly string[] {
  const cells = line.slice(1, line.lastIndexOf('|')).split('|');
  return cells.map((each) => each.trim().replaceAll('\\*', '*'));
}
