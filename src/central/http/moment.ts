import { fault } from '#shared/lib/errors.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { ProblemError } from './problem.ts';

/** Unix ms of an ISO time; its form was checked, `2026-02-31` is refused here. `where` as in problems. */
export function momentOf(text: string, where: string): UnixMs {
  const ms = Date.parse(text);
  if (!Number.isNaN(ms) && new Date(ms).toISOString() === text) return ms;
  throw new ProblemError(400, fault('input.invalid', `${where} is no moment`));
}

/** As it is told: ISO 8601 in UTC, with milliseconds. */
export function isoTime(at: UnixMs): string {
  return new Date(at).toISOString();
}
