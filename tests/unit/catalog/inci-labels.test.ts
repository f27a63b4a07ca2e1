import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { parseInci } from '#shared/domain/catalog/inci.ts';
import { seededRandom } from '../../helpers/random.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';

interface Row {
  readonly name: string;
  readonly ingredients: string;
}

function realLists(): readonly Row[] {
  return parse(readFileSync(realDataFile('ingredient-lists.csv')), { columns: true, bom: true });
}

/** Names that a person read off the lists, by product; made before the parser was. */
const labels: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('../../fixtures/inci-labels.json', import.meta.url), 'utf8'),
);

/** Drawn once with this seed, so that nobody picked easy lists. */
const seed = 20_231_545;

function sampled(rows: readonly Row[]): readonly Row[] {
  const random = seededRandom(seed);
  const shuffled = [...rows];
  for (let index = shuffled.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [shuffled[index], shuffled[other]];
    if (a !== undefined && b !== undefined) [shuffled[index], shuffled[other]] = [b, a];
  }
  return shuffled.slice(0, 20);
}

/** Figures that a person wants to see also when the test passes. */
function print(title: string, lines: readonly string[]): void {
  process.stdout.write(`${[title, ...lines].join('\n  ')}\n`);
}

test('CAT-29 at least 98 % of the entries of 20 labelled lists are read as a person reads them', (context) => {
  needRealData(context);
  const rows = sampled(realLists());
  expect(rows.map((row) => row.name)).toEqual(Object.keys(labels));
  let entries = 0;
  let agreed = 0;
  const differences: string[] = [];
  for (const row of rows) {
    const left = parseInci(row.ingredients).ingredients.map((entry) => entry.name);
    for (const label of labels[row.name] ?? []) {
      entries += 1;
      const at = left.indexOf(label);
      if (at >= 0) {
        agreed += 1;
        left.splice(at, 1);
      } else differences.push(`${row.name}: ${label} was not read`);
    }
    // What was read but is not on the list counts against the parser as well.
    entries += left.length;
    for (const extra of left) differences.push(`${row.name}: ${extra} is not on the list`);
  }
  print(`CAT-29: ${agreed} of ${entries} entries agree`, differences);
  expect(agreed / entries).toBeGreaterThanOrEqual(0.98);
});

test('CAT-28 all 200 real lists are read, and what is unclear in them is reported', (context) => {
  needRealData(context);
  const rows = realLists();
  expect(rows).toHaveLength(200);
  const unclear: string[] = [];
  for (const row of rows) {
    const parsed = parseInci(row.ingredients);
    expect(parsed.ingredients.length, row.name).toBeGreaterThan(0);
    for (const one of parsed.unparsed) if (one.reason === 'unclear') unclear.push(one.text);
    for (const entry of [...parsed.ingredients, ...parsed.mayContain]) {
      expect(entry.name, row.name).not.toMatch(/[<>*]|\.\s|^\W|\bskin\b|\bhelps?\b/i);
    }
  }
  print(`CAT-28: ${unclear.length} unclear parts in 200 lists`, unclear);
  expect(unclear.length).toBeLessThanOrEqual(5);
});
