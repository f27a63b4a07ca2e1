import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCatalogImport } from '#main/hosts/worker/run-catalog-import.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  header,
  ndjson,
  openImportWorld,
  price,
  product,
  standard,
} from './import-world.ts';

function setUp(count: number) {
  const folder = tempFolder();
  const world = openImportWorld(folder);
  onTestFinished(() => world.close());
  const products = Array.from({ length: count }, (_, index) => product(`P${index}`));
  const prices = products.map((_, index) => price(`P${index}`, 100 + index));
  const feed = join(folder, 'feed.ndjson');
  writeFileSync(feed, ndjson(header, berlin, standard, ...products, ...prices));
  return { folder, feed, db: join(folder, 'kiosk.db'), catalog: world.store.catalog, world };
}

test('CAT-46 an import runs in a worker, and this thread sees it when it is published', async () => {
  const { db, feed, catalog } = setUp(300);
  const stages = new Set<string>();
  const run = runCatalogImport({ db, feed, onProgress: ({ stage }) => stages.add(stage) });
  expect(await run.done).toMatchObject({ ok: true, value: { added: 602, version: 1 } });
  expect([...stages]).toEqual(['reading', 'checking', 'storing']);
  expect(catalog.priceMinor(catalog.currentVersion(), 'P299', 1)).toBe(399);
});

test('CAT-44 a cancelled worker leaves the catalog as it was', async () => {
  const { db, feed, catalog, world } = setUp(20_000);
  const run = runCatalogImport({
    db,
    feed,
    onProgress: ({ stage }) => {
      if (stage === 'storing') run.cancel();
    },
  });
  expect(await run.done).toMatchObject({ ok: false, error: { code: 'import.cancelled' } });
  expect(catalog.currentVersion()).toBe(0);
  expect(world.store.check()).toEqual([]);
});

test('CAT-4 files that cannot be read are named', async () => {
  const { db, feed, folder } = setUp(1);
  const missing = join(folder, 'missing.ndjson');
  expect(await runCatalogImport({ db, feed: missing }).done).toMatchObject({
    ok: false,
    error: { code: 'import.malformed', message: expect.stringContaining(missing) },
  });
  expect(await runCatalogImport({ db, feed: folder }).done).toMatchObject({
    ok: false,
    error: { message: `${folder} is not a file` },
  });
  const mapping = join(folder, 'mapping.json');
  expect(await runCatalogImport({ db, feed, mapping }).done).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining(mapping) },
  });
});
