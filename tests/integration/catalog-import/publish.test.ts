import { expect, onTestFinished, test } from 'vitest';
import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  delta,
  header,
  type ImportWorld,
  ndjson,
  openImportWorld,
  price,
  product,
  standard,
  textSource,
} from './import-world.ts';

function world(): ImportWorld {
  const opened = openImportWorld(tempFolder());
  onTestFinished(() => opened.close());
  return opened;
}

const shop = [berlin, standard];
/** Products and prices of a nightly export: the amount comes before what makes its key. */
const priceMapping = {
  format: 'blendbar-mapping',
  version: 1,
  mode: 'full',
  records: [
    {
      kind: 'product',
      fields: {
        sku: { column: 'sku' },
        type: { constant: 'ready' },
        'name.en': { column: 'sku' },
        brand: { constant: 'Nord' },
        category: { constant: 'Care' },
        taxClass: { constant: 'standard' },
      },
    },
    {
      kind: 'price',
      fields: {
        amountMinor: { column: 'price', money: 'EUR' },
        sku: { column: 'sku' },
        currency: { constant: 'EUR' },
        validFrom: { constant: 0 },
      },
    },
  ],
};

const skus = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => product(`P${index}`));

test('CAT-40 records are upserted by key, and the same feed again changes nothing', async () => {
  const { imported, store } = world();
  const first = await imported(ndjson(header, ...shop, product('A'), price('A', 100)));
  const again = await imported(ndjson(header, price('A', 100), product('A'), ...shop));
  expect(again).toMatchObject({ version: 1, added: 0, changed: 0, removed: 0, unchanged: 4 });
  expect(again.contentHash).toBe(first.contentHash);
  const changed = await imported(ndjson(delta, price('A', 120), product('B')));
  expect(changed).toMatchObject({ version: 2, added: 1, changed: 1, removed: 0 });
  expect(store.catalog.priceMinor(1, 'A', 1)).toBe(100);
  expect(store.catalog.priceMinor(2, 'A', 1)).toBe(120);
});

test('CAT-41 a full feed ends what it no longer has, of the kinds that it covers', async () => {
  const { imported, store } = world();
  await imported(ndjson(header, ...shop, product('A'), product('B'), price('A', 100)));
  const full = await imported(ndjson(header, ...shop, product('A')));
  expect(full).toMatchObject({ version: 2, removed: 2, unchanged: 3 });
  expect(store.catalog.product(2, 'B')).toBeNull();
  expect(store.catalog.product(1, 'B')).not.toBeNull();
  const some = await imported(ndjson({ ...header, kinds: ['product'] }, product('C')));
  expect(some).toMatchObject({ version: 3, added: 1, removed: 1 });
  expect(store.catalog.store(3)?.id).toBe('berlin');
});

test('CAT-41 --replace makes a delta full', async () => {
  const { imported } = world();
  await imported(ndjson(header, ...shop, product('A'), product('B')));
  const kinds = ['product'];
  const report = await imported(ndjson({ ...delta, kinds }, product('B')), { replace: true });
  expect(report).toMatchObject({ mode: 'full', removed: 1, unchanged: 1 });
});

test('CAT-42 a rejected record of a full feed keeps what is published under its key', async () => {
  const { imported, store } = world();
  const reduced = { ...standard, id: 'reduced' };
  await imported(
    ndjson(header, ...shop, reduced, product('A', { taxClass: 'reduced' }), price('A', 100)),
  );
  const typo = product('A', { taxClass: 'reduced', brand: '' });
  const report = await imported(ndjson(header, ...shop, typo, price('A', 110), product('B')));
  expect(report.rejected.map(({ kind }) => kind)).toEqual(['product', 'price']);
  expect(report).toMatchObject({ added: 1, changed: 0, removed: 0, unchanged: 5 });
  expect(store.catalog.product(2, 'A')?.brand).toBe('Nord');
  expect(store.catalog.priceMinor(2, 'A', 1)).toBe(100);
});

test('CAT-42 a price that is wrong in a full feed keeps the published one', async () => {
  const { imported, store } = world();
  await imported(ndjson(header, ...shop, product('A'), price('A', 100)));
  const report = await imported(ndjson(header, ...shop, product('A'), price('A', -5)));
  expect(report).toMatchObject({ removed: 0, unchanged: 4 });
  expect(report.rejected).toMatchObject([
    { kind: 'price', key: 'A||EUR|0', field: 'amountMinor', reason: 'is -5, less than 0' },
  ]);
  expect(store.catalog.priceMinor(store.catalog.currentVersion(), 'A', 1)).toBe(100);
});

test('CAT-42 a cell that cannot be read in a full CSV file keeps what is published', async () => {
  const { imported, store } = world();
  await imported(ndjson(header, ...shop));
  const csv = (cell: string) => ({
    source: textSource(`sku,price\nA,${cell}\n`, 'prices.csv'),
    mapping: { name: 'prices.json', text: JSON.stringify(priceMapping) },
  });
  await imported('', csv('1.00'));
  const report = await imported('', csv('one euro'));
  expect(report.rejected).toMatchObject([
    { kind: 'price', key: 'A||EUR|0', field: 'amountMinor', line: 2 },
  ]);
  expect(report.removed).toBe(0);
  expect(store.catalog.priceMinor(store.catalog.currentVersion(), 'A', 1)).toBe(100);
});

test('CAT-43 a full feed that would end most products needs to be meant', async () => {
  const { imported, run, store } = world();
  await imported(ndjson(header, ...shop, ...skus(40)));
  const cut = ndjson(header, ...shop, ...skus(19));
  expect(await run(cut)).toMatchObject({
    ok: false,
    error: { code: 'import.shrinks', details: { removed: 21, published: 40 } },
  });
  expect(store.catalog.currentVersion()).toBe(1);
  expect(await imported(ndjson(header, ...shop, ...skus(20)))).toMatchObject({ removed: 20 });
  expect(await imported(ndjson(header, ...shop), { allowShrink: true })).toMatchObject({
    removed: 20,
  });
});

test('CAT-43 a small shop may change most of its products', async () => {
  const { imported } = world();
  await imported(ndjson(header, ...shop, ...skus(9)));
  expect(await imported(ndjson(header, ...shop))).toMatchObject({ removed: 9 });
});

test.each([
  ['is empty', []],
  ['has lost its products', skus(40).map((_, index) => price(`X${index}`, 100))],
])('CAT-43 a full price list that %s needs to be meant', async (_what, prices) => {
  const { imported, run, store } = world();
  const sold = skus(40).map((_, index) => price(`P${index}`, 100));
  await imported(ndjson(header, ...shop, ...skus(40), ...sold));
  const kinds = { ...header, kinds: ['price', 'stock'] };
  const feed = ndjson(kinds, ...prices, price('P0', 100));
  expect(await run(feed)).toMatchObject({
    ok: false,
    error: { code: 'import.shrinks', details: { kind: 'price', removed: 39, published: 40 } },
  });
  expect(store.catalog.priceMinor(store.catalog.currentVersion(), 'P7', 1)).toBe(100);
  const later = skus(40).map((_, index) => price(`P${index}`, 110, { validFrom: 5 }));
  expect(await imported(ndjson(kinds, ...later))).toMatchObject({ added: 40, removed: 40 });
});

test('CAT-47 a full feed of which nothing can be used ends nothing, even when it may shrink', async () => {
  const { imported, store } = world();
  await imported(ndjson(header, ...shop, ...skus(20), price('P0', 100)));
  const garbage = ndjson({ ...header, kinds: ['product', 'price'] }, { kind: 'product' }, [], {});
  for (const options of [{}, { allowShrink: true }, { replace: true }]) {
    const report = await imported(garbage, options);
    expect(report).toMatchObject({ version: 1, removed: 0, read: 3 });
    expect(report.rejected).toHaveLength(3);
  }
  expect(store.catalog.priceMinor(1, 'P0', 1)).toBe(100);
});

test('CAT-44 a cancelled import leaves the catalog as it was, whenever it is cancelled', async () => {
  const { imported, run, store } = world();
  await imported(ndjson(header, ...shop, product('A')));
  const feed = ndjson(delta, ...skus(2_000));
  for (const stage of ['reading', 'checking', 'storing'] as const) {
    let isCancelled = false;
    const stages: string[] = [];
    const result = await run(feed, {
      isCancelled: () => isCancelled,
      onProgress: (progress) => {
        stages.push(progress.stage);
        if (progress.stage === stage && (stage !== 'storing' || progress.done > 500)) {
          isCancelled = true;
        }
      },
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'import.cancelled' } });
    expect(stages.at(-1)).toBe(stage);
    expect(store.catalog.currentVersion()).toBe(1);
    expect(store.catalog.product(1, 'P0')).toBeNull();
    expect(store.check()).toEqual([]);
  }
  expect(await imported(feed)).toMatchObject({ version: 2, added: 2_000 });
});

test('CAT-45 a writer that fails leaves the catalog as it was, and the next import succeeds', async () => {
  const { imported, run, store, writer } = world();
  await imported(ndjson(header, ...shop));
  const real = writer();
  const failing: CatalogWriter = {
    ...real,
    publish: () => {
      throw new Error('disk I/O error');
    },
  };
  const feed = ndjson(delta, ...skus(100));
  await expect(run(feed, { writer: failing })).rejects.toThrow('disk I/O error');
  expect(store.catalog.currentVersion()).toBe(1);
  expect(store.catalog.product(1, 'P0')).toBeNull();
  expect(await imported(feed)).toMatchObject({ version: 2, added: 100 });
});

test('CAT-46 progress counts up to the whole in each stage', async () => {
  const { imported } = world();
  const seen = new Map<string, { done: number; total: number }>();
  const feed = ndjson(header, ...shop, ...skus(1_200));
  await imported(feed, {
    onProgress: ({ stage, done, total }) => {
      expect(done).toBeGreaterThanOrEqual(seen.get(stage)?.done ?? 0);
      expect(done).toBeLessThanOrEqual(total);
      seen.set(stage, { done, total });
    },
  });
  expect(seen.get('reading')).toEqual({ done: feed.length, total: feed.length });
  expect(seen.get('storing')).toEqual({ done: 1_202, total: 1_202 });
});
