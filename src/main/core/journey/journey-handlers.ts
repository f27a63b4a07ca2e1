import { storeDay } from '#shared/domain/journey/store-day.ts';
import { fault } from '#shared/lib/errors.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handlers } from '../handlers.ts';
import type { CatalogReader } from '../ports/catalog-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { JourneyStore } from '../ports/journeys.ts';
import type { Logger } from '../ports/logger.ts';
import { isOfCatalog } from './of-catalog.ts';

export interface JourneyPorts {
  readonly catalog: CatalogReader;
  readonly journeys: JourneyStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Keeps what happens in visits. Nothing depends on it: what cannot be stored is dropped. JRN-20 to JRN-23 */
export function journeyHandlers(ports: JourneyPorts): Handlers<'journey.record'> {
  const { catalog, journeys, clock, logger } = ports;
  let dropped = 0;

  return {
    'journey.record': ({ journeyId, events }) => {
      const version = catalog.currentVersion();
      const store = catalog.store(version);
      if (store === null) {
        return err(fault('catalog.unavailable', 'There is no catalog for this store yet.'));
      }
      const known = events.filter(({ what }) => isOfCatalog(catalog, version, what));
      if (known.length === 0) return ok({ kept: 0 });
      const day = storeDay(clock.now(), store.timeZone);
      const stored = journeys.append(journeyId, day, known);
      if (!stored.ok) {
        // Once for a whole full disk, which may last for hours.
        if (dropped === 0) logger.warn('Journey events are dropped', { code: stored.error.code });
        dropped += known.length;
        return ok({ kept: 0 });
      }
      if (dropped > 0) logger.info('Journey events are stored again', { dropped });
      dropped = 0;
      return ok({ kept: known.length });
    },
  };
}
