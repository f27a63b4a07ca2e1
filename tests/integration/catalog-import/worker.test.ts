import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { cancellationIn, cancellationMemory } from '#main/hosts/worker/cancellation.ts';
import type { ImportJob, ImportMessage } from '#main/hosts/worker/import-messages.ts';
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

/** A mapping whose expression takes longer on this text than anybody lives. */
function endlessCsv(folder: string) {
  const feed = join(folder, 'endless.csv');
  const mapping = join(folder, 'endless.json');
  writeFileSync(feed, `sku\n${'a'.repeat(60)}!\n`);
  const fields = { sku: { column: 'sku', match: '(a+)+$' } };
  const records = [{ kind: 'product', fields }];
  const text = { format: 'blendbar-mapping', version: 1, mode: 'full', records };
  writeFileSync(mapping, JSON.stringify(text));
  return { feed, mapping };
}

test('CAT-44 a worker that is too busy to stop is ended, and the next import finds all as it was', async () => {
  const { db, feed, folder, catalog, world } = setUp(10);
  expect(await runCatalogImport({ db, feed }).done).toMatchObject({ ok: true });
  const endless = endlessCsv(folder);
  const run = runCatalogImport({ db, ...endless });
  let isOver = false;
  const done = run.done.finally(() => {
    isOver = true;
  });
  await pause(1_500);
  expect(isOver).toBe(false);
  const askedAtMs = performance.now();
  run.cancel();
  run.cancel();
  expect(await done).toMatchObject({
    ok: false,
    error: {
      code: 'import.cancelled',
      message: `The import of ${endless.feed} was cancelled; nothing was changed`,
    },
  });
  expect(performance.now() - askedAtMs).toBeLessThan(5_000);
  expect(catalog.currentVersion()).toBe(1);
  expect(world.store.check()).toEqual([]);
  expect(await runCatalogImport({ db, feed }).done).toMatchObject({
    ok: true,
    value: { version: 1, unchanged: 22 },
  });
});

test('CAT-44 CAT-45 a worker that is ended in the middle of its work leaves what a crash leaves', async () => {
  const { db, folder, catalog, world } = setUp(0);
  await world.imported(ndjson(header, berlin, standard, product('A'), price('A', 100)));
  const feed = join(folder, 'next.ndjson');
  const many = Array.from({ length: 20_000 }, (_, index) => product(`N${index}`));
  writeFileSync(feed, ndjson(header, berlin, standard, product('A'), price('A', 120), ...many));
  // Once a batch is written; later, when others are; and while the search index is filled.
  for (const afterMs of [0, 10, 40, 120]) {
    await endWhileStoring({ db, feed }, afterMs);
    expect(world.store.check()).toEqual([]);
    // The lock is free, and nothing of it is to be seen.
    expect(world.store.device.moveTo('berlin')).toMatchObject({ ok: true });
    expect(catalog.currentVersion()).toBe(1);
    expect(catalog.priceMinor(1, 'A', 1)).toBe(100);
  }
  expect(
    await world.imported(ndjson(header, berlin, standard, product('A'), price('A', 130))),
  ).toEqual(
    expect.objectContaining({ version: 2, added: 0, changed: 1, removed: 0, unchanged: 3 }),
  );
  expect(world.store.check()).toEqual([]);
});

/** Ends the worker of an import that never gets as far as publishing. */
async function endWhileStoring(
  files: { db: string; feed: string },
  afterMs: number,
): Promise<void> {
  const memory = cancellationMemory();
  const job: ImportJob = {
    ...files,
    work: 'import',
    replace: false,
    allowShrink: false,
    cancellation: memory,
  };
  const entry = new URL('../../../src/main/hosts/worker/catalog-worker.ts', import.meta.url);
  const worker = new Worker(entry, { workerData: job });
  await new Promise<void>((resolve) => {
    worker.on('message', (message: ImportMessage) => {
      if (message.type === 'progress' && message.progress.stage === 'storing') resolve();
    });
  });
  await pause(afterMs);
  await worker.terminate();
}

test('CAT-44 an import that publishes is not cancelled, and one that is cancelled never publishes', () => {
  const memory = cancellationMemory();
  const [caller, worker] = [cancellationIn(memory), cancellationIn(memory)];
  expect(worker.notice()).toBe(false);
  expect(caller.request()).toBe(true);
  expect(caller.isNoticed()).toBe(false);
  expect(worker.claimPublishing()).toBe(false);
  expect(worker.notice()).toBe(true);
  expect(caller.isNoticed()).toBe(true);
  expect(caller.request()).toBe(true);
  const late = cancellationIn(cancellationMemory());
  expect(late.claimPublishing()).toBe(true);
  expect(late.request()).toBe(false);
  expect(late.isRequested()).toBe(false);
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
