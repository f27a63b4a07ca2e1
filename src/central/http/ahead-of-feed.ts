import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../central.ts';
import { type FeedPlace, isAhead } from '../storage/feed.ts';
import { ProblemError } from './problem.ts';

const message =
  'The cursor is ahead of the feed: the database was put back to an earlier time, and "central restored" was not run';

/** Whether a cursor is from a time that the database has forgotten; whoever runs it is told. EVO-28 */
export async function isAheadOfFeed(
  { db, logger }: Pick<Central, 'db' | 'logger'>,
  place: FeedPlace,
): Promise<boolean> {
  const ahead = await isAhead(db, place);
  if (ahead) logger.error({ epoch: place.epoch }, message);
  return ahead;
}

/** To whoever asked with such a cursor. */
export function cursorAhead(): ProblemError {
  return new ProblemError(410, fault('feed.cursor_ahead', message));
}
