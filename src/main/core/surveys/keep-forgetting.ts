import { keptDays } from '../journey/keep-pruned.ts';
import { keepDoing } from '../keep-doing.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { SurveyStore } from '../ports/surveys.ts';

const dayMs = 86_400_000;
/** No visit is asked for so long: what is open then was cut off with the kiosk. */
const longestMs = 3_600_000;

/**
 * Forgets visits that were asked when journeys of their day are forgotten, and which sale a survey was about that
 * nobody ended; now, and again and again. Returns the function that ends it. SUR-22, SUR-26
 */
export function keepForgetting(
  { surveys, clock, logger }: { surveys: SurveyStore; clock: Clock; logger: Logger },
  intervalMs: number,
): () => void {
  function forget() {
    const at = clock.now();
    const before = { visitsBefore: at - keptDays * dayMs, salesBefore: at - longestMs };
    const forgotten = surveys.forget(before);
    if (!forgotten.ok) {
      logger.warn('Visits that were asked stay for now', { code: forgotten.error.code });
    }
  }
  return keepDoing(forget, {
    logger,
    failed: 'Visits that were asked could not be forgotten',
    intervalMs,
  });
}
