import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate } from '#main/storage/migrate.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { openDatabase } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

test('STO-10 migration 0010 makes the catalog tables in an empty file, and they take rows', () => {
  const logger = recordingLogger();
  const db = openDatabase(join(tempFolder(), 'kiosk.db'), { logger });
  const [catalog] = readMigrations();
  expect(catalog?.name).toBe('0010-catalog.sql');
  expect(migrate(db, readMigrations().slice(0, 1), { clock: { now: () => 1 }, logger }).ok).toBe(
    true,
  );
  db.run(
    `INSERT INTO catalog_records (kind, key, from_version, hash, doc)
     VALUES ('product', 'A', 1, 'h', '{}')`,
  );
  db.run("INSERT INTO catalog_search (rowid, words) VALUES (7, 'rose \ue000a')");
  expect(db.value('SELECT rowid FROM catalog_search WHERE catalog_search MATCH \'"ro"*\'')).toBe(7);
  expect(() => db.run('UPDATE catalog_records SET to_version = from_version WHERE id = 1')).toThrow(
    /CHECK/,
  );
  expect(db.value('PRAGMA user_version')).toBe(10);
  db.close();
});
