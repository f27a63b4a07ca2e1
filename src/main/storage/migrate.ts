import type { Clock } from '#main/core/ports/clock.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import { assert } from '#shared/lib/assert.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { backUp } from './backup.ts';
import { sha256 } from './sha256.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';
import { wayOut } from './way-out.ts';

/** One numbered SQL file, e.g. `0010-catalog.sql`; never edited once it is released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export type MigrationFault = Fault<
  'store.damaged' | 'store.from_future' | 'store.migration_changed'
>;

interface NumberedMigration extends Migration {
  readonly number: number;
  readonly checksum: string;
}

interface AppliedRow {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** `Blnd`: tells our files from other SQLite files. */
const applicationId = 0x42_6c_6e_64;

function numbered(migrations: readonly Migration[]): readonly NumberedMigration[] {
  let previous = 0;
  return migrations.map(({ name, sql }) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    assert(number > previous, `migrations are named NNNN-words.sql and in order: ${name}`);
    previous = number;
    // A checkout with other line ends is the same migration.
    return { name, sql, number, checksum: sha256(sql.replaceAll('\r\n', '\n')) };
  });
}

function isEmpty(db: ReadableDb): boolean {
  return db.value('SELECT 1 FROM sqlite_schema LIMIT 1') === undefined;
}

function isOurs(db: ReadableDb): boolean {
  return (
    db.value<number>('PRAGMA application_id') === applicationId &&
    db.value("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'") !== undefined
  );
}

function appliedMigrations(db: ReadableDb): readonly AppliedRow[] {
  return db.all<AppliedRow>('SELECT number, name, checksum FROM schema_migrations ORDER BY number');
}

/** What is still to be applied, or why this program must not touch the file. */
function pendingMigrations(
  db: ReadableDb,
  migrations: readonly NumberedMigration[],
): Result<readonly NumberedMigration[], MigrationFault> {
  if (!isOurs(db)) {
    return err(fault('store.damaged', `${db.file} is not a store of Blendbar. ${wayOut(db.file)}`));
  }
  const applied = appliedMigrations(db);
  const newest = migrations.at(-1)?.number ?? 0;
  const version = Math.max(
    db.value<number>('PRAGMA user_version') ?? 0,
    applied.at(-1)?.number ?? 0,
  );
  if (version > newest) {
    return err(
      fault(
        'store.from_future',
        `${db.file} was written by a newer Blendbar (schema ${version}, this one knows ${newest}). Start that version, or go back with a backup. ${wayOut(db.file)}`,
      ),
    );
  }
  for (const [index, row] of applied.entries()) {
    const known = migrations[index];
    if (known?.number !== row.number || known.checksum !== row.checksum) {
      return err(
        fault(
          'store.migration_changed',
          `${db.file} was made with another ${row.name} than this program carries. Install the release that the store was used with. ${wayOut(db.file)}`,
        ),
      );
    }
  }
  return ok(migrations.slice(applied.length));
}

function applyMigration(db: WritableDb, migration: NumberedMigration, at: number): void {
  db.immediate(() => {
    // Another program may have applied it while this one waited for the lock.
    const isDone = appliedMigrations(db).some(({ number }) => number === migration.number);
    if (isDone) return;
    db.execute(migration.sql);
    db.run(
      'INSERT INTO schema_migrations (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)',
      migration.number,
      migration.name,
      migration.checksum,
      at,
    );
    db.execute(`PRAGMA user_version = ${migration.number}`);
    const broken = db.all<{ readonly table: string }>('PRAGMA foreign_key_check');
    assert(
      broken.length === 0,
      `${migration.name} leaves ${broken.length} rows that refer to nothing, first in ${broken[0]?.table}; it was rolled back`,
    );
  });
}

function prepareEmptyFile(db: WritableDb): void {
  db.immediate(() => {
    if (!isEmpty(db)) return;
    db.execute(`
      PRAGMA application_id = ${applicationId};
      CREATE TABLE schema_migrations (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at INTEGER NOT NULL
      ) STRICT;
    `);
  });
}

/** `quick_check` reads every page of the file; null when it is sound. */
export function findDamage(db: ReadableDb): MigrationFault | null {
  const [verdict] = db.eachValue<string>('PRAGMA quick_check(1)');
  if (verdict === 'ok') return null;
  const reason = String(verdict).replaceAll(/\s+/g, ' ');
  return fault('store.damaged', `${db.file} is damaged (${reason}). ${wayOut(db.file)}`);
}

/**
 * Brings a store to the newest schema: order and checksums verified, the file backed up first (a new
 * one has nothing to lose), each migration in a transaction of its own, everything checked after.
 * @throws when a migration fails; the file is then at the migration before it.
 */
export function migrate(
  db: WritableDb,
  list: readonly Migration[],
  ports: { readonly clock: Clock; readonly logger: Logger },
): Result<null, MigrationFault> {
  const migrations = numbered(list);
  if (isEmpty(db)) prepareEmptyFile(db);
  const pending = pendingMigrations(db, migrations);
  if (!pending.ok) return pending;
  // Only now is it certain that the file is ours; a restored backup is not in WAL mode.
  db.execute('PRAGMA journal_mode = WAL');
  if (pending.value.length === 0) return ok(null);

  const at = ports.clock.now();
  const schemaVersion = db.value<number>('PRAGMA user_version') ?? 0;
  if (schemaVersion > 0) {
    const damage = findDamage(db);
    if (damage !== null) return err(damage);
    backUp(db, { schemaVersion, at, logger: ports.logger });
  }
  // Tables may be rebuilt inside a migration; what refers to them is checked before its commit.
  db.execute('PRAGMA foreign_keys = OFF');
  try {
    for (const migration of pending.value) {
      applyMigration(db, migration, at);
      ports.logger.info('Migrated the store', { migration: migration.name });
    }
  } finally {
    db.execute('PRAGMA foreign_keys = ON');
  }
  const damage = findDamage(db);
  return damage === null ? ok(null) : err(damage);
}
