import { fault } from '#shared/lib/errors.ts';
import { isoTime, type UnixMs } from '#shared/lib/time.ts';
import { ProblemError } from './problem.ts';

/** Unix ms of an ISO time; its form was checked, `2026-02-31` is refused here. `where` as in problems. */
export function momentOf(text: string, where: string): UnixMs {
  const ms = Date.parse(text);
  if (!Number.isNaN(ms) && isoTime(ms) === text) return ms;
  throw new ProblemError(400, fault('input.invalid', `${where} is no moment`));
}
