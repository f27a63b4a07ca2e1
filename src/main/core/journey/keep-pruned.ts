import { dayAfter, storeDay } from '#shared/domain/journey/store-day.ts';
import { keepDoing } from '../keep-doing.ts';
import type { JourneyPorts } from './journey-handlers.ts';

/** So many days journeys are kept, the present one included. JRN-30 */
export const keptDays = 90;
/** So many events go at once, so that no tap waits for them. */
const eventsAtOnce = 1_000;

/**
 * Removes journeys that are older than `keptDays`, now and again and again, a piece at a time. Those of a day to
 * come, from before the clock was set back, go too. Returns the function that ends it. JRN-30
 */
export function keepPruned(
  { journeys, catalog, clock, logger }: JourneyPorts,
  intervalMs: number,
): () => void {
  function prune() {
    const timeZone = catalog.store(catalog.currentVersion())?.timeZone ?? 'UTC';
    const today = storeDay(clock.now(), timeZone);
    // The store may have been moved into a time zone where it is still yesterday.
    const kept = { from: dayAfter(today, 1 - keptDays), to: dayAfter(today, 1) };
    const pruned = journeys.prune(kept, eventsAtOnce);
    if (!pruned.ok) logger.warn('Old journeys stay for now', { code: pruned.error.code });
  }
  return keepDoing(prune, { logger, failed: 'Old journeys could not be removed', intervalMs });
}
