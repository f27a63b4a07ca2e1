import Database from 'better-sqlite3';
import type { StoreFault } from '#main/core/ports/sale-store.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { StoreFileGone } from './file-identity.ts';
import { wayOut } from './way-out.ts';

function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** Another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error) === 'SQLITE_LOCKED';
}

/** The disk is full or does not take writes. */
function isFull(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'SQLITE_FULL' || /^SQLITE_IOERR_(WRITE|FSYNC|SHM|TRUNCATE)/.test(code);
}

/** The bytes in the file are not a sound database. */
function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_IOERR_SHORT_READ'
  );
}

function storeFault(file: string, error: unknown): StoreFault | null {
  if (isFull(error)) {
    return fault(
      'store.full',
      `The disk of ${file} is full or takes no writes; nothing was stored`,
    );
  }
  if (error instanceof StoreFileGone) return fault('store.unavailable', error.message);
  if (isBusy(error)) return fault('store.busy', `${file} is being written by another program`);
  return null;
}

/** Runs a write and turns a full disk or a busy store into a fault; everything else is thrown on. */
export function tryWrite<T>(file: string, write: () => T): Result<T, StoreFault> {
  try {
    return ok(write());
  } catch (error) {
    const problem = storeFault(file, error);
    if (problem === null) throw error;
    return err(problem);
  }
}

export function damagedFault(file: string, reason: string): Fault<'store.damaged'> {
  return fault('store.damaged', `${file} is damaged (${reason}). ${wayOut(file)}`);
}

/** Why a file cannot be opened; null when the reason is not the file's. */
export function openFault(
  file: string,
  error: unknown,
): Fault<StoreFault['code'] | 'store.damaged'> | null {
  if (isDamage(error)) return damagedFault(file, reasonOf(error));
  const problem = storeFault(file, error);
  if (problem !== null) return problem;
  const code = codeOf(error);
  const isFile = /^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)/.test(code) || isSystemError(error);
  return isFile
    ? fault('store.unavailable', `${file} cannot be opened (${reasonOf(error)})`)
    : null;
}

/** Of Node's file system, e.g. a folder that may not be made. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
