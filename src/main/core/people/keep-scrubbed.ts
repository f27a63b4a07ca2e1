import { keepDoing } from '../keep-doing.ts';
import type { Logger } from '../ports/logger.ts';
import type { PeopleStore } from '../ports/people.ts';

/**
 * Clears the store's log of destroyed keys, now and again and again: another connection may be in the
 * way, the program may have ended in between, and a payment that failed leaves a key to destroy too.
 * Costs one read of an empty index when there is nothing. Returns the function that ends it. PPL-13.
 */
export function keepScrubbed(people: PeopleStore, logger: Logger, intervalMs: number): () => void {
  function scrub() {
    const scrubbed = people.scrub();
    if (!scrubbed.ok) logger.warn('Erased keys stay in the log', { code: scrubbed.error.code });
  }
  return keepDoing(scrub, {
    logger,
    failed: 'Erased keys could not be cleared from the log',
    intervalMs,
  });
}
