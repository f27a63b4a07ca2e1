import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from './sale-fixture.ts';
import { openStore, product } from './store-fixture.ts';

test('STO-10 migration 0020 adds selling to a store with a catalog, which stays as it was', () => {
  const file = join(tempFolder(), 'kiosk.db');
  const logger = recordingLogger();
  const old = openDatabase(file, { logger });
  migrate(old, readMigrations().slice(0, 1), { clock: { now: () => 1 }, logger });
  old.run(
    `INSERT INTO catalog_records (id, kind, key, from_version, hash, doc)
     VALUES (1, 'product', 'A', 1, 'h', ?)`,
    JSON.stringify(product('A', 'Lipstick')),
  );
  old.run(
    `INSERT INTO catalog_versions (version, content_hash, source, published_at, last_record_id,
       added, changed, removed, unchanged) VALUES (1, 'c', 'test', 1, 1, 1, 0, 0, 0)`,
  );
  old.close();

  const store = openStore(file);
  expect(store.catalog.currentVersion()).toBe(1);
  expect(store.catalog.product(1, 'A')?.name.en).toBe('Lipstick');
  const sale = numberedSale(1);
  expect(store.sales.commit(sale.ids, sale.finish).ok).toBe(true);
  expect(store.sales.device().code).toBe('D7K2M');
});
