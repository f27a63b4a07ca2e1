import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Logger } from '#main/core/ports/logger.ts';
import { assert } from '#shared/lib/assert.ts';
import { fileIdentity, StoreFileGone } from './file-identity.ts';
import { pauseThread } from './pause-thread.ts';
import { isBusy } from './sqlite-errors.ts';
import { askForTurn, endTurn } from './writer-turn.ts';

export type SqlValue = string | number | null;

/** A connection that can only read: a statement that would write is refused when it is prepared. */
export interface ReadableDb {
  readonly file: string;
  get<Row>(sql: string, ...parameters: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...parameters: readonly SqlValue[]): readonly Row[];
  /** Rows as arrays in column order: twice as fast where there are many. */
  tuples<Row extends readonly SqlValue[]>(
    sql: string,
    ...parameters: readonly SqlValue[]
  ): readonly Row[];
  /** The first column of the first row. */
  value<Value extends SqlValue>(sql: string, ...parameters: readonly SqlValue[]): Value | undefined;
  /** The first column of every row, one by one. No write may happen on this connection meanwhile. */
  eachValue<Value extends SqlValue>(
    sql: string,
    ...parameters: readonly SqlValue[]
  ): IterableIterator<Value>;
  /** Every row, one by one, as `eachValue`. */
  each<Row>(sql: string, ...parameters: readonly SqlValue[]): IterableIterator<Row>;
}

export interface WritableDb extends ReadableDb {
  run(
    sql: string,
    ...parameters: readonly SqlValue[]
  ): { readonly changes: number; readonly rowId: number };
  /** Several statements without parameters, e.g. a migration. */
  execute(sql: string): void;
  /**
   * Runs `write` in one IMMEDIATE transaction and rolls it back when it throws. Waits for another
   * writer for up to `busyTimeoutMs`.
   */
  immediate<T>(write: () => T): T;
  /**
   * Brings the write-ahead log into the file and empties it, so that what was overwritten is in neither.
   * False when another connection was in the way for `emptyLogMs`.
   */
  emptyLog(): boolean;
  close(): void;
}

export interface OpenOptions {
  readonly logger: Logger;
  readonly readonly?: boolean;
  /** `full` (the default): a commit is on disk when it returns. `normal`: at the next checkpoint. */
  readonly durability?: 'full' | 'normal';
  /** An importer's connection: never asks others to let it go first. */
  readonly yields?: boolean;
}

const oldestSqlite = [3, 53, 0] as const;
const slowQueryMs = 40;
const busyTimeoutMs = 5_000;
const busyPollMs = 0.25;
/** A sale could wait for this. */
const emptyLogMs = 100;

type Mode = 'rows' | 'tuples' | 'values';

function refuseOldSqlite(connection: Database.Database): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    assert(part === oldest, `SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  }
}

function configure(connection: Database.Database, options: OpenOptions): void {
  connection.pragma(`synchronous = ${options.durability === 'normal' ? 'NORMAL' : 'FULL'}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cache_size = -32000');
  if (options.readonly === true) return;
  // What is overwritten or moved to another page leaves nothing behind, keys above all. An importer
  // writes no keys, and a catalog is no secret.
  connection.pragma(`secure_delete = ${options.yields === true ? 'OFF' : 'ON'}`);
  connection.pragma('journal_size_limit = 67108864');
  // An importer keeps the log shorter than this by itself, so that no sale has to during an import.
  connection.pragma('wal_autocheckpoint = 4000');
}

/**
 * Opens a SQLite file and prepares the connection; what is in the file is not looked at.
 * @throws SqliteError, e.g. when the file is no database.
 */
export function openDatabase(file: string, options: OpenOptions): WritableDb {
  if (options.readonly !== true && !existsSync(dirname(file))) {
    mkdirSync(dirname(file), { recursive: true });
  }
  const connection = new Database(file, {
    readonly: options.readonly ?? false,
    timeout: busyTimeoutMs,
  });
  try {
    refuseOldSqlite(connection);
    configure(connection, options);
    return wrapConnection(connection, options.logger, options.yields ?? false);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function wrapConnection(
  connection: Database.Database,
  logger: Logger,
  yields: boolean,
): WritableDb {
  const statements: Readonly<Record<Mode, Map<string, Database.Statement>>> = {
    rows: new Map(),
    tuples: new Map(),
    values: new Map(),
  };

  function statement(mode: Mode, sql: string): Database.Statement {
    const known = statements[mode].get(sql);
    if (known !== undefined) return known;
    const prepared = connection.prepare(sql);
    assert(prepared.reader && prepared.readonly, `a reading statement does not write: ${sql}`);
    if (mode === 'tuples') prepared.raw();
    if (mode === 'values') prepared.pluck();
    statements[mode].set(sql, prepared);
    return prepared;
  }

  const identity = fileIdentity(connection.name);

  const writing = new Map<string, Database.Statement>();
  function writingStatement(sql: string): Database.Statement {
    const known = writing.get(sql);
    if (known !== undefined) return known;
    const prepared = connection.prepare(sql);
    writing.set(sql, prepared);
    return prepared;
  }

  function noteIfSlow(sql: string, startedMs: number): void {
    const durationMs = performance.now() - startedMs;
    if (durationMs > slowQueryMs) {
      logger.warn('slow query', { sql, durationMs: Math.round(durationMs) });
    }
  }

  function timed<T>(sql: string, run: () => T): T {
    const startedMs = performance.now();
    const result = run();
    noteIfSlow(sql, startedMs);
    return result;
  }

  const setBusyTimeout = (timeoutMs: number): void => {
    connection.pragma(`busy_timeout = ${timeoutMs}`);
  };

  /** SQLite's own busy handler sleeps longer and longer and would miss the moment. */
  function beginImmediate(): void {
    const begin = writingStatement('BEGIN IMMEDIATE');
    const giveUpMs = performance.now() + busyTimeoutMs;
    let hasAsked = false;
    setBusyTimeout(0);
    try {
      for (;;) {
        try {
          begin.run();
          return;
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpMs) throw error;
        }
        if (!yields) askForTurn(connection.name);
        hasAsked = true;
        pauseThread(busyPollMs);
      }
    } finally {
      setBusyTimeout(busyTimeoutMs);
      if (hasAsked && !yields) endTurn(connection.name);
    }
  }

  // The rows' types are the caller's claim about its own SQL: SQLite cannot tell TypeScript.
  return {
    file: connection.name,
    get: <Row>(sql: string, ...parameters: readonly SqlValue[]) =>
      timed(sql, () => statement('rows', sql).get(...parameters)) as Row | undefined,
    all: <Row>(sql: string, ...parameters: readonly SqlValue[]) =>
      timed(sql, () => statement('rows', sql).all(...parameters)) as Row[],
    tuples: <Row extends readonly SqlValue[]>(sql: string, ...parameters: readonly SqlValue[]) =>
      timed(sql, () => statement('tuples', sql).all(...parameters)) as Row[],
    value: <Value extends SqlValue>(sql: string, ...parameters: readonly SqlValue[]) =>
      timed(sql, () => statement('values', sql).get(...parameters)) as Value | undefined,
    eachValue: <Value extends SqlValue>(sql: string, ...parameters: readonly SqlValue[]) =>
      statement('values', sql).iterate(...parameters) as IterableIterator<Value>,
    each: <Row>(sql: string, ...parameters: readonly SqlValue[]) =>
      statement('rows', sql).iterate(...parameters) as IterableIterator<Row>,
    run: (sql, ...parameters) => {
      // Not through `timed`: an import comes by here half a million times.
      const startedMs = performance.now();
      const result = writingStatement(sql).run(...parameters);
      noteIfSlow(sql, startedMs);
      return { changes: result.changes, rowId: Number(result.lastInsertRowid) };
    },
    execute: (sql) => {
      connection.exec(sql);
    },
    immediate: (write) => {
      beginImmediate();
      try {
        if (fileIdentity(connection.name) !== identity) throw new StoreFileGone(connection.name);
        const result = write();
        writingStatement('COMMIT').run();
        return result;
      } catch (error) {
        // SQLite may have rolled back already, e.g. when the disk is full.
        if (connection.inTransaction) writingStatement('ROLLBACK').run();
        throw error;
      }
    },
    emptyLog: () => {
      setBusyTimeout(emptyLogMs);
      try {
        // The first column says whether somebody was in the way.
        return connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
      } finally {
        setBusyTimeout(busyTimeoutMs);
      }
    },
    close: () => {
      connection.close();
    },
  };
}
