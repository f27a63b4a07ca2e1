import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import type { ReadableDb } from '#main/storage/sqlite.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { openStore, rawDb, storeOptions } from './store-fixture.ts';

describe('the file', () => {
  test('STO-1 WAL, full durability, foreign keys, strict tables, and our application id', () => {
    const file = join(tempFolder(), 'kiosk.db');
    openStore(file);
    const db = rawDb(file);
    // Bytes 18 and 19 of the header: 2 is WAL (SQLite file format, 1.3.3).
    expect([...readFileSync(file).subarray(18, 20)]).toEqual([2, 2]);
    expect(db.value('PRAGMA synchronous')).toBe(2);
    expect(db.value('PRAGMA foreign_keys')).toBe(1);
    expect(db.value('PRAGMA secure_delete')).toBe(1);
    expect(db.value('PRAGMA application_id')).toBe(0x42_6c_6e_64);
    const tables = db.tuples<[name: string, strict: number]>(
      `SELECT name, strict FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    );
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(([, strict]) => strict !== 1)).toEqual([]);
  });

  test('STO-2 a reading function refuses a statement that writes', () => {
    const file = join(tempFolder(), 'kiosk.db');
    openStore(file);
    const db: ReadableDb = rawDb(file);
    expect(() => db.get("UPDATE device SET code = 'X' RETURNING code")).toThrow(/does not write/);
    // @ts-expect-error a reader has no function that writes
    expect(() => db.run('DELETE FROM device')).not.toThrow(TypeError);
  });

  test('STO-4 a slow query is logged with its SQL and without its parameters', () => {
    const file = join(tempFolder(), 'kiosk.db');
    openStore(file);
    const logger = recordingLogger();
    const db = rawDb(file, logger);
    const sql = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000)
      SELECT count(*) FROM n WHERE i <> length(?)`;
    db.value(sql, 'typed by a shopper');
    expect(logger.entries).toEqual([
      { level: 'warn', message: 'slow query', fields: { sql, durationMs: expect.any(Number) } },
    ]);
    expect(JSON.stringify(logger.entries)).not.toContain('typed by');
  });

  test('STO-5 a missing folder is made, a file that cannot be opened is refused', () => {
    const folder = tempFolder();
    const file = join(folder, 'new', 'deep', 'kiosk.db');
    openStore(file);
    expect(existsSync(file)).toBe(true);
    const opened = openKioskStore(storeOptions(folder));
    expect(opened).toMatchObject({ ok: false, error: { code: 'store.unavailable' } });
    expect(!opened.ok && opened.error.message).toContain(folder);
  });
});

describe('writing', () => {
  test('STO-3 what throws inside a transaction is rolled back whole', () => {
    const file = join(tempFolder(), 'kiosk.db');
    openStore(file);
    const db = rawDb(file);
    expect(() =>
      db.immediate(() => {
        db.run("UPDATE device SET code = 'CHANGED'");
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(db.value('SELECT code FROM device')).toBe('D7K2M');
    db.immediate(() => db.run("UPDATE device SET store = 'later'"));
    expect(db.value('SELECT store FROM device')).toBe('later');
  });

  test('STO-3 a writer waits while another one has the lock, and gets in when it lets go', async () => {
    const file = join(tempFolder(), 'kiosk.db');
    openStore(file);
    const db = rawDb(file);
    await holdLock(file, 300);
    const startedMs = performance.now();
    db.immediate(() => db.run("UPDATE device SET store = 'later'"));
    const waitedMs = performance.now() - startedMs;
    expect(waitedMs).toBeGreaterThan(50);
    expect(waitedMs).toBeLessThan(4_000);
  });

  test('STO-3 a lock that is never let go is answered as store.busy', async () => {
    const file = join(tempFolder(), 'kiosk.db');
    const store = openStore(file);
    await holdLock(file, 7_000);
    const result = store.sales.setIntentState('none', 'declined');
    expect(result).toMatchObject({ ok: false, error: { code: 'store.busy' } });
  });
});

/** Takes the writer lock in another thread for a while; resolves when it is taken. */
async function holdLock(file: string, durationMs: number): Promise<void> {
  const worker = new Worker(new URL('./lock-holder.ts', import.meta.url), {
    workerData: { file, durationMs },
  });
  worker.unref();
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
