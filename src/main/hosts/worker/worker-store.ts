import { dirname, join } from 'node:path';
import type { Result } from '#shared/lib/result.ts';
import { type KioskStore, type OpenFault, openKioskStore } from '../../storage/kiosk-store.ts';
import { fileLogger } from '../file-logger.ts';
import { systemClock, systemIds } from '../system.ts';
import type { CatalogJob } from './catalog-job.ts';

/** The store of a worker's job, on a connection of its own. */
export function openWorkerStore({
  db,
  migrations,
}: Pick<CatalogJob, 'db' | 'migrations'>): Result<KioskStore, OpenFault> {
  return openKioskStore({
    file: db,
    clock: systemClock,
    ids: systemIds,
    logger: fileLogger(join(dirname(db), 'kiosk.log')),
    verify: 'none',
    ...(migrations === undefined ? {} : { migrations }),
  });
}
