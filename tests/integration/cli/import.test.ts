import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { endOf, runCli, startCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { writeDemoFeed, writeJson } from '../../helpers/demo-feed.ts';
import { writeLargeFeed } from '../../helpers/large-feed.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const header = { format: 'blendbar-catalog', version: 1, mode: 'delta' };
const taxClass = { kind: 'taxClass', id: 'standard', name: { en: 'Standard' }, rates: [] };

function product(sku: string): object {
  const name = { en: `Balm ${sku}` };
  return {
    kind: 'product',
    sku,
    type: 'ready',
    name,
    brand: 'B',
    category: 'C',
    taxClass: 'standard',
  };
}

function writeFeed(file: string, records: readonly object[], head: object = header): string {
  writeFileSync(file, [head, ...records].map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

function search(db: string, text: string): readonly unknown[] {
  const { status, stdout } = runCli(['search', text, '--db', db, '--json']);
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

describe('which store the device stands in', () => {
  test('CLI-10 CLI-22 a plain import settles in the first store, once, and everything works', () => {
    const folder = tempFolder();
    const db = join(folder, 'kiosk.db');
    const feed = writeDemoFeed(folder);
    const first = runCli(['import', feed, '--db', db]);
    expect(first).toMatchObject({
      status: 0,
      stderr:
        'this device now stands in aurel-fenn-berlin, the first of aurel-fenn-berlin, aurel-fenn-helsinki; --store ID changes it\n',
    });
    expect(first.stdout).toMatch(/^catalog version 1: \d{4} added, 0 changed, 0 removed/);
    const [hit] = search(db, demoSku);
    expect(hit).toMatchObject({ sku: demoSku, priceMinor: 2490 });
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    expect(runCli(['quote', basket, '--db', db]).status).toBe(0);
    expect(runCli(['sell', basket, '--tender', 'card', '--db', db]).status).toBe(0);

    const again = runCli(['import', feed, '--db', db]);
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toMatch(/^catalog version 1: 0 added, 0 changed, 0 removed, \d{4} unch/);
  });

  test('CLI-11 --store decides at the import', () => {
    const folder = tempFolder();
    const db = join(folder, 'kiosk.db');
    const feed = writeDemoFeed(folder);
    const chosen = ['--store', 'aurel-fenn-helsinki'];
    expect(runCli(['import', feed, '--db', db, ...chosen])).toMatchObject({
      status: 0,
      stderr: '',
    });
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
    const { stdout } = runCli(['quote', basket, '--db', db, '--json']);
    expect(JSON.parse(stdout).store).toBe('aurel-fenn-helsinki');
  });

  test('CLI-12 a catalog without a store can be searched, and priced when a store comes', () => {
    const folder = tempFolder();
    const db = join(folder, 'kiosk.db');
    const price = { kind: 'price', sku: 'A-1', currency: 'EUR', amountMinor: 995, validFrom: 0 };
    const goods = writeFeed(join(folder, 'goods.ndjson'), [taxClass, product('A-1'), price]);
    const imported = runCli(['import', goods, '--db', db]);
    expect(imported).toMatchObject({ status: 0, stderr: expect.stringContaining('no store yet') });
    expect(search(db, 'balm')).toEqual([
      { sku: 'A-1', name: 'Balm A-1', brand: 'B', priceMinor: null },
    ]);
    const basket = writeJson(folder, 'basket.json', { lines: [{ sku: 'A-1', quantity: 1 }] });
    const design = writeJson(folder, 'design.json', { template: 't', selections: {} });
    for (const args of [
      ['quote', basket],
      ['sell', basket, '--tender', 'card'],
      ['validate', design],
    ]) {
      const { status, stderr } = runCli([...args, '--db', db]);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'the catalog has no store yet, so nothing has a price here; a feed brings one\n',
      });
    }
    const shop = {
      kind: 'store',
      id: 'corner',
      name: 'Corner',
      address: [],
      legalLines: [],
      currency: 'EUR',
      country: 'DE',
      jurisdictions: ['EU', 'DE'],
      timeZone: 'Europe/Berlin',
      locale: 'en-DE',
      pricesIncludeTax: true,
      taxRounding: 'perTotal',
    };
    const store = writeFeed(join(folder, 'store.ndjson'), [shop]);
    expect(runCli(['import', store, '--db', db])).toMatchObject({ status: 0, stderr: '' });
    expect(search(db, 'balm')).toMatchObject([{ priceMinor: 995 }]);

    const moved = join(folder, 'moved.ndjson');
    const onlyStores = { ...header, mode: 'full', kinds: ['store'] };
    writeFeed(moved, [{ ...shop, id: 'mall' }], onlyStores);
    expect(runCli(['import', moved, '--db', db])).toMatchObject({
      status: 0,
      stderr:
        'note: this device stands in corner, which the catalog does not have; it has mall (--store ID)\n',
    });
    expect(runCli(['quote', basket, '--db', db, '--store', 'mall']).status).toBe(0);
  });
});

describe('records that are wrong', () => {
  test('CLI-20 are listed by file, line, field and reason; the rest is imported', () => {
    const folder = tempFolder();
    const db = join(folder, 'kiosk.db');
    const feed = join(folder, 'feed.ndjson');
    const nameless = { ...product('A-2'), name: {} };
    const text = [header, taxClass, product('A-1'), nameless, product('bad sku')]
      .map((line) => JSON.stringify(line))
      .join('\n');
    writeFileSync(feed, `${text}\n{"kind":\n`);
    const plain = runCli(['import', feed, '--db', db]);
    expect(plain.status).toBe(0);
    expect(plain.stdout).toContain('2 added, 0 changed, 0 removed, 0 unchanged, 3 rejected');
    expect(plain.stderr).toContain(`${feed}:4: name.en is missing\n`);
    expect(plain.stderr).toContain(`${feed}:5: sku "bad sku" is not`);
    expect(plain.stderr).toMatch(/feed\.ndjson:6: [^\n]*JSON/);
    const { rejected } = JSON.parse(runCli(['import', feed, '--db', db, '--json']).stdout);
    expect(rejected).toHaveLength(3);
    expect(rejected[0]).toEqual({
      file: feed,
      line: 4,
      kind: 'product',
      key: 'A-2',
      field: 'name.en',
      reason: 'is missing',
    });
    expect(search(db, 'balm')).toHaveLength(1);
  });

  test('CLI-20 CAT-49 a removal that is refused is listed, and the import is none the worse', () => {
    const folder = tempFolder();
    const db = join(folder, 'kiosk.db');
    const all = writeFeed(join(folder, 'all.ndjson'), [taxClass, product('A'), product('B')]);
    expect(runCli(['import', all, '--db', db]).status).toBe(0);
    const head = { ...header, mode: 'full', kinds: ['taxClass'] };
    const other = { ...taxClass, id: 'other' };
    const feed = writeFeed(join(folder, 'classes.ndjson'), [other], head);
    const { status, stdout, stderr } = runCli(['import', feed, '--db', db]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 added, 0 changed, 0 removed, 1 unchanged, 1 rejected/);
    expect(stderr).toContain(
      `${feed}: the taxClass standard is not in the feed, but product A and 1 more cannot do without it: it stays\n`,
    );
  });

  test('CLI-20 when every record is wrong, so is the file', () => {
    const folder = tempFolder();
    const feed = writeFeed(join(folder, 'feed.ndjson'), [product('A-1'), product('A-2')]);
    const { status, stderr } = runCli(['import', feed, '--db', join(folder, 'kiosk.db')]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${feed}:2: taxClass there is no taxClass standard\n`);
    expect(stderr).toContain('every one of its 2 records was rejected');
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'CLI-21 %s leaves the catalog as it was',
  async (signal) => {
    const folder = tempFolder();
    const db = await demoDatabase(folder);
    const feed = join(folder, 'large.ndjson');
    writeLargeFeed(feed, 40_000, 'New');
    const child = startCli(['import', feed, '--db', db]);
    const ended = endOf(child);
    await staging(db);
    child.kill(signal);
    expect(await ended).toEqual({
      status: 1,
      stdout: '',
      stderr: `The import of ${feed} was cancelled; nothing was changed\n`,
    });
    expect(search(db, 'bulk')).toEqual([]);
    expect(search(db, demoSku)).toHaveLength(1);
    expect(runCli(['check', '--db', db])).toMatchObject({ status: 0, stderr: '' });
    expect(countOf(db, 'SELECT count(*) FROM catalog_records WHERE from_version > 1')).toBe(0);
  },
);

test('CLI-21 CAT-44 SIGINT ends an import that is too busy to stop by itself', async () => {
  const folder = tempFolder();
  const db = await demoDatabase(folder);
  const feed = join(folder, 'endless.csv');
  writeFileSync(feed, `sku\n${'a'.repeat(60)}!\n`);
  const fields = { sku: { column: 'sku', match: '(a+)+$' } };
  const mapping = writeJson(folder, 'endless.json', {
    format: 'blendbar-mapping',
    version: 1,
    mode: 'delta',
    records: [{ kind: 'product', fields }],
  });
  const child = startCli(['import', feed, '--mapping', mapping, '--db', db]);
  const ended = endOf(child);
  await pause(2_000);
  expect(child.exitCode).toBeNull();
  const askedAtMs = performance.now();
  child.kill('SIGINT');
  expect(await ended).toEqual({
    status: 1,
    stdout: '',
    stderr: `The import of ${feed} was cancelled; nothing was changed\n`,
  });
  expect(performance.now() - askedAtMs).toBeLessThan(6_000);
  expect(runCli(['check', '--db', db])).toMatchObject({ status: 0, stderr: '' });
});

function countOf(db: string, sql: string): unknown {
  const database = new Database(db, { readonly: true });
  const count = database.prepare(sql).pluck().get();
  database.close();
  return count;
}

/** Resolves when some of the next version is on disk already. */
async function staging(db: string): Promise<void> {
  while (countOf(db, 'SELECT count(*) FROM catalog_records WHERE from_version > 1') === 0) {
    await pause(20);
  }
}

test('CLI-6 a reader that goes away ends the command without a word', async () => {
  const folder = tempFolder();
  const db = await demoDatabase(folder);
  const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
  const args = ['sell', basket, '--tender', 'cash:100000', '--count', '100000', '--json'];
  const child = startCli([...args, '--db', db]);
  child.stdout?.once('data', () => child.stdout?.destroy());
  const [status] = await once(child, 'close');
  expect(status).toBe(0);
  expect(child.stderr?.read()).toBeNull();
  expect(runCli(['check', '--db', db])).toMatchObject({ status: 0, stderr: '' });
});

test('CLI-33 a sale that was printed is stored already', async () => {
  const folder = tempFolder();
  const db = await demoDatabase(folder);
  const basket = writeJson(folder, 'basket.json', { lines: [{ sku: demoSku, quantity: 1 }] });
  const args = ['sell', basket, '--tender', 'cash:100000', '--count', '20', '--json'];
  const child = startCli([...args, '--db', db]);
  let text = '';
  const stored: unknown[] = [];
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString('utf8')).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      const { orderId } = JSON.parse(line);
      stored.push(countOf(db, `SELECT count(*) FROM orders WHERE id = '${orderId}'`));
    }
  });
  await once(child, 'close');
  expect(stored).toEqual(Array.from({ length: 20 }, () => 1));
});
