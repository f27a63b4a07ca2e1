import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectChargedIsSold } from '../helpers/card-agreement.ts';
import { jsonLines, runCli } from '../helpers/cli.ts';
import { demoDatabase, demoSku } from '../helpers/demo-database.ts';
import { writeJson } from '../helpers/demo-feed.ts';
import { writeLargeFeed } from '../helpers/large-feed.ts';
import { expectSound } from '../helpers/printed-sales.ts';
import { canMountDisk, smallDiskWith } from '../helpers/small-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const needsRoot = 'a small tmpfs can only be mounted by root on Linux';
const oneLineAboutIt = /^[^\n]*disk[^\n]* is full[^\n]*\n$/;

function basketIn(folder: string): string {
  return writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
}

test('STO-63 cash on a full disk: a clear error, nothing half stored, sales go on when space returns', async (context) => {
  context.skip(!canMountDisk, needsRoot);
  const folder = tempFolder();
  const { db, makeRoom } = smallDiskWith(await demoDatabase(folder), folder, 1);
  const cash = ['--tender', 'cash:1000000'];
  const sell = ['sell', basketIn(folder), ...cash, '--db', db, '--json', '--count'];

  const filled = runCli([...sell, '100000']);
  expect(filled.status).toBe(1);
  expect(filled.stderr).toMatch(oneLineAboutIt);
  const told = jsonLines(filled.stdout);
  expect(told.length).toBeGreaterThan(10);

  makeRoom();
  expectSound(db, 'when there is room again');
  expect(jsonLines(runCli(['orders', '--db', db, '--json']).stdout)).toHaveLength(told.length);
  const after = runCli([...sell, '5']);
  expect(after.stderr).toBe('');
  expect(jsonLines(after.stdout)).toHaveLength(5);
  expectSound(db, 'after the next sales');
});

test('SAL-26 cards on a full disk: charged exactly when sold, once there is room again', async (context) => {
  context.skip(!canMountDisk, needsRoot);
  const folder = tempFolder();
  const { db, makeRoom } = smallDiskWith(await demoDatabase(folder), folder, 1);
  const sell = ['sell', basketIn(folder), '--tender', 'card', '--db', db, '--json', '--count'];

  const filled = runCli([...sell, '100000']);
  expect(filled.status).toBe(1);
  expect(filled.stderr).toMatch(/^[^\n]+\n$/);
  const told = jsonLines(filled.stdout);
  expect(told.length).toBeGreaterThan(3);

  makeRoom();
  const after = runCli([...sell, '5']);
  expect(after.stderr).toBe('');
  expect(jsonLines(after.stdout)).toHaveLength(5);
  expectChargedIsSold(db, 'after the next start');
  const stored = jsonLines(runCli(['orders', '--db', db, '--json']).stdout).length;
  // At most the sale that was charged when the disk became full came on top.
  expect([told.length + 5, told.length + 6]).toContain(stored);
  expectSound(db, 'after the next sales');
});

test('CAT-45 an import on a full disk: a clear error, the catalog as it was, and it works with room', async (context) => {
  context.skip(!canMountDisk, needsRoot);
  const folder = tempFolder();
  const { db, makeRoom } = smallDiskWith(await demoDatabase(folder), folder, 1);
  const feed = join(folder, 'large.ndjson');
  writeLargeFeed(feed, 20_000, 'New');

  const failed = runCli(['import', feed, '--db', db]);
  expect(failed.stdout).toBe('');
  expect(failed.stderr).toMatch(oneLineAboutIt);
  expect(failed.status).toBe(1);
  expect(runCli(['search', 'bulk', '--db', db, '--json']).stdout).toBe('[]\n');

  makeRoom();
  expectSound(db, 'when there is room again');
  writeLargeFeed(feed, 1_000, 'New');
  expect(runCli(['import', feed, '--db', db])).toMatchObject({ status: 0, stderr: '' });
  expect(runCli(['search', 'bulk', '--db', db, '--json']).stdout).toContain('BULK-1');
  expectSound(db, 'after the import');
});

test('STO-39 wherever in an import the disk becomes full, it failed exactly when nothing changed', async (context) => {
  context.skip(!canMountDisk, needsRoot);
  const ends: (number | null)[] = [];
  for (const products of [500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000]) {
    const folder = tempFolder();
    const { db, unmount } = smallDiskWith(await demoDatabase(folder), folder, 1);
    const feed = join(folder, 'feed.ndjson');
    writeLargeFeed(feed, products, 'New');
    const { status } = runCli(['import', feed, '--db', db]);
    const found = runCli(['search', 'bulk', '--db', db, '--json', '--limit', String(products)]);
    expect(JSON.parse(found.stdout), `${products} products`).toHaveLength(
      status === 0 ? products : 0,
    );
    ends.push(status);
    unmount();
  }
  expect(new Set(ends)).toEqual(new Set([0, 1]));
});
