import { spawn } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { numberedSale } from './sale-fixture.ts';
import { openStore, publishFull, rawDb, storeOptions, testShop } from './store-fixture.ts';

const released = readMigrations();
const next = {
  name: '9000-next.sql',
  sql: "CREATE TABLE next_things (id INTEGER PRIMARY KEY) STRICT; UPDATE device SET store = 'moved';",
};

/** A closed store with a catalog and a sale in it. */
function usedStore(): string {
  const file = join(tempFolder(), 'kiosk.db');
  const opened = openKioskStore(storeOptions(file));
  if (!opened.ok) throw new Error(opened.error.message);
  publishFull(opened.value.catalogWriter(), [testShop]);
  const sale = numberedSale(1);
  opened.value.sales.commit(sale.ids, sale.finish);
  opened.value.close();
  return file;
}

function refusal(file: string, migrations = released): { code: string; message: string } {
  const opened = openKioskStore({ ...storeOptions(file), migrations });
  if (opened.ok) {
    opened.value.close();
    throw new Error('the store was opened');
  }
  return opened.error;
}

function backupsOf(file: string): readonly string[] {
  return readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.backup-`));
}

describe('migrations', () => {
  test('STO-10 they are applied in order, each with its row and its user_version', () => {
    const file = join(tempFolder(), 'kiosk.db');
    openStore(file);
    const db = rawDb(file);
    expect(db.tuples('SELECT number, name FROM schema_migrations ORDER BY number')).toEqual(
      released.map(({ name }) => [Number(name.slice(0, 4)), name]),
    );
    expect(db.value('PRAGMA user_version')).toBe(91);
  });

  test('STO-11 a released file that was changed is refused', () => {
    const file = usedStore();
    const changed = released.map(({ name, sql }) => ({ name, sql: `${sql}-- edited\n` }));
    const before = readFileSync(file);
    expect(refusal(file, changed)).toMatchObject({
      code: 'store.migration_changed',
      message: expect.stringContaining(file),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('STO-11 a file put in before one that was applied is refused', () => {
    const file = usedStore();
    const between = { name: '0015-between.sql', sql: 'SELECT 1;' };
    const migrations = [...released, between].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(refusal(file, migrations).code).toBe('store.migration_changed');
  });

  test('STO-11 other line ends are the same migration', () => {
    const file = usedStore();
    const windows = released.map(({ name, sql }) => ({ name, sql: sql.replaceAll('\n', '\r\n') }));
    expect(openStore(file, { migrations: windows }).sales.device().code).toBe('D7K2M');
  });

  test('STO-12 a store from the future is refused', () => {
    const file = usedStore();
    openStore(file, { migrations: [...released, next] }).close();
    const fault = refusal(file);
    expect(fault).toMatchObject({ code: 'store.from_future' });
    expect(fault.message).toContain('9000');
    expect(fault.message).toContain(join(dirname(file), backupsOf(file)[0] ?? 'no backup'));
    expect(fault.message).not.toContain('\n');
  });

  test('STO-13 a store with something in it is backed up first, a new one is not', () => {
    const file = usedStore();
    expect(backupsOf(file)).toEqual([]);
    openStore(file, { migrations: [...released, next] });
    expect(backupsOf(file)).toEqual(['kiosk.db.backup-0091-20261121T101530Z']);
    expect(readdirSync(dirname(file)).some((name) => name.includes('partial'))).toBe(false);
  });

  test('STO-14 a migration that fails leaves the store at the one before it', () => {
    const file = usedStore();
    const broken = { name: '9001-broken.sql', sql: 'CREATE TABLE half (id); SELECT nonsense;' };
    expect(() =>
      openKioskStore({ ...storeOptions(file), migrations: [...released, next, broken] }),
    ).toThrow(/nonsense/);
    const db = rawDb(file);
    expect(db.value('PRAGMA user_version')).toBe(9000);
    expect(db.value("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")).toBe(0);
    expect(db.value('PRAGMA quick_check')).toBe('ok');
  });

  test('STO-14 a migration that is killed leaves the store at the one before it', async () => {
    const file = usedStore();
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('./killed-migration.ts', import.meta.url)), file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    // It says so once the long migration is well under way and has spilled to disk.
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 150));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.signalCode).toBe('SIGKILL');

    const store = openStore(file, { migrations: [...released, next] });
    expect([...store.sales.orders()]).toHaveLength(1);
    expect(store.check()).toEqual([]);
    expect(rawDb(file).value("SELECT count(*) FROM sqlite_schema WHERE name = 'long'")).toBe(0);
  });

  test('STO-15 a migration that breaks a reference is rolled back', () => {
    const file = usedStore();
    const orphans = { name: '9000-orphans.sql', sql: 'DELETE FROM orders;' };
    expect(() =>
      openKioskStore({ ...storeOptions(file), migrations: [...released, orphans] }),
    ).toThrow(/9000-orphans\.sql leaves .* rows that refer to nothing/);
    expect([...openStore(file).sales.orders()]).toHaveLength(1);
  });

  test('STO-16 a backup copied over a lost store opens with everything that was in it', () => {
    const file = usedStore();
    openStore(file, { migrations: [...released, next] }).close();
    const [backup] = backupsOf(file);
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    copyFileSync(join(dirname(file), backup ?? ''), file);
    const restored = openStore(file);
    expect([...restored.sales.orders()].map(({ number }) => number)).toEqual(['D7K2M-000001']);
    expect(restored.catalog.currentVersion()).toBe(1);
    expect(restored.check()).toEqual([]);
    const sale = numberedSale(2);
    expect(restored.sales.commit(sale.ids, sale.finish)).toMatchObject({
      ok: true,
      value: { number: 'D7K2M-000002' },
    });
  });
});

describe('a file that cannot be trusted', () => {
  const damages: Readonly<Record<string, (file: string) => void>> = {
    'overwritten in the middle': (file) => {
      const handle = openSync(file, 'r+');
      const { size } = statSync(file);
      for (let at = 4096; at < size - 1024; at += 4096) {
        writeSync(handle, Buffer.alloc(1024, 0x5a), 0, 1024, at);
      }
      closeSync(handle);
    },
    'cut off': (file) => truncateSync(file, 20_000),
    'not a database': (file) => writeFileSync(file, 'a shopping list\n'.repeat(500)),
  };

  for (const [name, damage] of Object.entries(damages)) {
    test(`STO-6 STO-7 ${name}: refused with the way out, and left as it is`, () => {
      const file = usedStore();
      damage(file);
      const before = readFileSync(file);
      const fault = refusal(file);
      expect(fault.code).toBe('store.damaged');
      expect(fault.message).toContain(file);
      expect(fault.message).toMatch(/Keep .*There is no backup beside it/);
      expect(fault.message).not.toContain('\n');
      expect(readFileSync(file).equals(before)).toBe(true);

      const backup = `${file}.backup-0020-20261120T080000Z`;
      writeFileSync(backup, '');
      expect(refusal(file).message).toContain(`copy ${backup} to ${file}`);
    });
  }

  test("STO-6 STO-7 another program's database: refused, and left as it is", () => {
    const file = join(tempFolder(), 'kiosk.db');
    const other = new Database(file);
    other.exec("CREATE TABLE notes (text); INSERT INTO notes VALUES ('not ours')");
    other.close();
    const before = readFileSync(file);
    expect(refusal(file)).toMatchObject({
      code: 'store.damaged',
      message: expect.stringContaining('is not a store of Blendbar'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('STO-7 a damaged store is not opened by a second attempt either', () => {
    const file = usedStore();
    damages['cut off']?.(file);
    expect(refusal(file).code).toBe('store.damaged');
    expect(refusal(file).code).toBe('store.damaged');
  });
});
