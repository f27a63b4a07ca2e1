import type { Logger } from '../ports/logger.ts';
import type { PeopleStore } from '../ports/people.ts';

/**
 * Clears the store's log of destroyed keys, now and again and again: another connection may be in the
 * way, the program may have ended in between, and a payment that failed leaves a key to destroy too.
 * Costs one read of an empty index when there is nothing. Returns the function that ends it. PPL-13.
 */
export function keepScrubbed(people: PeopleStore, logger: Logger, intervalMs: number): () => void {
  function scrub() {
    try {
      const scrubbed = people.scrub();
      if (!scrubbed.ok) logger.warn('Erased keys stay in the log', { code: scrubbed.error.code });
    } catch (error) {
      // Nobody waits for this answer: a disk that fails now must not end the kiosk.
      logger.error('Erased keys could not be cleared from the log', { error: String(error) });
    }
  }
  scrub();
  const timer = setInterval(scrub, intervalMs);
  timer.unref();
  return () => clearInterval(timer);
}
