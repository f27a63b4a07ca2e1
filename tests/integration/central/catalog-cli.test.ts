import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedVersion } from '#central/storage/catalog-releases.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { runCentral } from '../../helpers/central-process.ts';
import { writeDemoFeed } from '../../helpers/demo-feed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { berlin, delta, ndjson, product } from '../catalog-import/import-world.ts';

const central = startTestCentral();
/** Each command is a process of its own. */
const timeout = 240_000;

function run(...args: readonly string[]): string {
  return runCentral(central.databaseUrl, args);
}

function refused(...args: readonly string[]): string {
  try {
    run(...args);
  } catch (error) {
    return error instanceof Error ? error.message.trimEnd() : String(error);
  }
  throw new Error(`central ${args.join(' ')} was not refused`);
}

test('CCT-8 CCT-10 CCT-14 the command line imports, publishes, rolls back and discards', {
  timeout,
}, async () => {
  const folder = tempFolder();
  const written = (name: string, ...lines: readonly object[]): string => {
    const file = join(folder, name);
    writeFileSync(file, ndjson(delta, ...lines));
    return file;
  };
  const demo = writeDemoFeed(folder);
  expect(run('import', demo, '--publish')).toMatch(
    /^draft catalog version 1: 1136 added, 0 changed, 0 removed, 0 unchanged, 0 rejected\npublished version 1 for all stores$/,
  );
  expect(run('import', demo)).toMatch(/^nothing new in catalog version 1: /);
  const store = written('store.ndjson', berlin, product('A', { brand: 7 }));
  const report = JSON.parse(run('import', store, '--json'));
  expect(report).toMatchObject({ version: 2, isNew: true, added: 1, read: 2 });
  expect(report.rejected).toMatchObject([{ file: store, line: 3, key: 'A', field: 'brand' }]);

  expect(run('catalog', 'publish', '2', '--store', 'berlin')).toMatch(/^berlin: version 2 {2}/);
  expect(await publishedVersion(central.db, 'berlin')).toBe(2);
  expect(run('catalog', 'roll-back', '--store', 'berlin')).toMatch(/^berlin: version 1 {2}/);
  expect(await publishedVersion(central.db, 'berlin')).toBe(1);
  expect(run('catalog', 'groups', 'set', 'north', 'berlin', '--name', 'The north')).toBe('');
  expect(run('catalog', 'groups')).toBe('north  The north  berlin');
  expect(run('catalog', 'publish', '2', '--group', 'north')).toMatch(/^berlin: version 2 {2}/);
  expect(run('catalog', 'publications', '--store', 'berlin').split('\n')).toHaveLength(4);
  expect(run('catalog', 'groups', 'delete', 'north')).toBe('');

  run('import', written('b.ndjson', product('B')));
  expect(run('catalog', 'discard', '3')).toBe('');
  const listed = run('catalog', 'list').split('\n');
  expect(listed.map((line) => line.split('  ').slice(0, 2))).toEqual([
    ['3', 'discarded'],
    ['2', 'published'],
    ['1', 'published'],
  ]);
});

test('CCT-4 CCT-9 what cannot be done is told in one line', { timeout }, () => {
  const folder = tempFolder();
  const nonsense = join(folder, 'nonsense.ndjson');
  writeFileSync(nonsense, 'nonsense');
  for (const [args, message] of [
    [['import', join(folder, 'none.ndjson')], /no such file/],
    [['import', nonsense], /neither a JSON feed nor an NDJSON header/],
    [['catalog', 'publish', '99', '--all'], /There is no catalog version 99/],
    [['catalog', 'publish', '1'], /Name exactly one of --store ID, --group ID and --all/],
    [
      ['catalog', 'groups', 'set', 'The North', 'berlin'],
      /id: "The North" is not lower-case words/,
    ],
  ] as const) {
    const told = refused(...args);
    expect(told).toMatch(message);
    expect(told.split('\n')).toHaveLength(1);
  }
});
