import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../core/ports/logger.ts';
import type { SecretBox } from '../core/ports/secret-box.ts';
import type { KioskStore, KioskStoreOptions } from '../storage/kiosk-store.ts';
import { createAllotmentSync } from '../sync/allotments.ts';
import { createCentralLine, type RunningLine } from '../sync/central-line.ts';
import { createPeopleSync } from '../sync/people.ts';
import { createCatalogPull } from '../sync/pull.ts';
import { createSurveySync } from '../sync/surveys.ts';
import { systemClock } from './system.ts';
import { createReleaseApplier } from './worker/release-worker.ts';

/** The line to head office with everything that goes over it; it does nothing before it is started. */
export function connectHeadOffice({
  file,
  store,
  secretBox,
  appVersion,
  logger,
  migrations,
}: {
  readonly file: string;
  readonly store: KioskStore;
  readonly secretBox: SecretBox;
  readonly appVersion: string;
  readonly logger: Logger;
  readonly migrations?: KioskStoreOptions['migrations'];
}): RunningLine {
  const { catalog, outbox, people, sales, surveys, allotmentLedger, centralLinks: links } = store;
  const now = () => systemClock.now();
  const catalogVersion = () => catalog.currentVersion();
  return createCentralLine({
    links,
    outbox,
    secretBox,
    now,
    random: Math.random,
    logger,
    deviceCode: () => sales.device().code,
    appVersion,
    catalogVersion,
    parts: [
      createPeopleSync({ people, secretBox, links, now, logger }),
      createCatalogPull({
        catalogHash: () => catalog.contentHash(catalogVersion()),
        applier: createReleaseApplier({
          db: file,
          ...(migrations === undefined ? {} : { migrations }),
        }),
        logger,
        random: Math.random,
        pause: (ms) => pause(ms, undefined, { ref: false }),
      }),
      createAllotmentSync({ ledger: allotmentLedger, now, catalogVersion }),
      createSurveySync({ surveys, logger }),
    ],
  });
}
