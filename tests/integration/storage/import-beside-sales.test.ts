import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from './sale-fixture.ts';
import { openStore, product, publishFull, testShop } from './store-fixture.ts';

test('STO-31 STO-38 sales go on while another thread imports, and see the old catalog until the end', async () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  publishFull(store.catalogWriter(), [testShop, product('OLD', 'Old')]);
  const productCount = 8_000;
  const worker = new Worker(new URL('./importing-thread.ts', import.meta.url), {
    workerData: { file, productCount },
  });
  let ended = false;
  const exit = new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', resolve);
  }).finally(() => {
    ended = true;
  });
  await new Promise((resolve) => worker.once('message', resolve));

  let sold = 0;
  let soldBefore = 0;
  const seen = new Set<string>();
  while (!ended) {
    const before = store.catalog.currentVersion();
    const sale = numberedSale(sold + 1);
    expect(store.sales.commit(sale.ids, sale.finish).ok).toBe(true);
    sold += 1;
    const total = store.catalog.search(before, { text: '', offset: 0, limit: 1 }).total;
    seen.add(`${before}: ${total}`);
    if (before === 1) soldBefore += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await exit).toBe(0);
  expect(soldBefore).toBeGreaterThan(5);
  seen.add(
    `${store.catalog.currentVersion()}: ${store.catalog.search(2, { text: '', offset: 0, limit: 1 }).total}`,
  );
  expect([...seen].sort()).toEqual(['1: 1', '2: 1000']);
  expect([...store.sales.orders()]).toHaveLength(sold);
  expect(store.check()).toEqual([]);
  expect(existsSync(`${file}-turn`)).toBe(false);
});

test('STO-38 a turn that a dead program asked for holds an import up once', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const store = openStore(file);
  writeFileSync(`${file}-turn`, '');
  expect(publishFull(store.catalogWriter(), [testShop])).toBe(1);
  expect(existsSync(`${file}-turn`)).toBe(false);
});
