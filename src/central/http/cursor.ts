import { fault } from '#shared/lib/errors.ts';
import { ProblemError } from './problem.ts';

/** An opaque cursor from its parts. */
export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor of ours; `accepts` says whether they are what this list gives out. */
export function decodeCursor<T extends readonly (string | number)[]>(
  cursor: string,
  accepts: (parts: readonly unknown[]) => T | null,
): T {
  let parts: unknown = null;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    // Refused below, like any other that is not ours.
  }
  const decoded = Array.isArray(parts) ? accepts(parts) : null;
  if (decoded === null) throw wrongCursor();
  return decoded;
}

/** A cursor that this list did not give out. */
export function wrongCursor(where = 'query/cursor'): ProblemError {
  return new ProblemError(400, fault('input.invalid', `${where} is not one of this list`));
}
