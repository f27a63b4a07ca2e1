import { existsSync, statSync } from 'node:fs';
import type { CatalogReader } from '#main/core/ports/catalog-reader.ts';
import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import type { CentralLinkStore } from '#main/core/ports/central-link.ts';
import type { Clock } from '#main/core/ports/clock.ts';
import type { DeviceSettings } from '#main/core/ports/device-settings.ts';
import type { SoldHandOffs } from '#main/core/ports/hand-offs.ts';
import type { Ids } from '#main/core/ports/ids.ts';
import type { JourneyStore } from '#main/core/ports/journeys.ts';
import type { Logger } from '#main/core/ports/logger.ts';
import type { Outbox } from '#main/core/ports/outbox.ts';
import type { PeopleStore } from '#main/core/ports/people.ts';
import type { PrintLedger } from '#main/core/ports/print-ledger.ts';
import type { SaleStore } from '#main/core/ports/sale-store.ts';
import type { SavedDesigns } from '#main/core/ports/saved-designs.ts';
import type { SigningKeyStore } from '#main/core/ports/signing-key.ts';
import type { AllotmentLedger, AllotmentReader } from '#main/core/ports/stock.ts';
import type { SurveyStore } from '#main/core/ports/surveys.ts';
import { assert } from '#shared/lib/assert.ts';
import type { Fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { createAllotmentLedger, createAllotmentReader } from './allotments.ts';
import { createCatalogReader } from './catalog-reader.ts';
import { createCatalogWriter } from './catalog-writer.ts';
import { createCentralLinkStore } from './central-link.ts';
import { checkStore } from './check-store.ts';
import { ensureDevice } from './device.ts';
import { createDevicePlace, type DevicePlace } from './device-place.ts';
import { createDeviceSettings } from './device-settings.ts';
import { createSigningKeyStore, createSoldHandOffs } from './hand-offs.ts';
import { createJourneyStore } from './journeys.ts';
import { findDamage, type Migration, migrate } from './migrate.ts';
import { readMigrations } from './migrations-folder.ts';
import { createStoreFile } from './new-store-file.ts';
import { createOutbox } from './outbox.ts';
import { createPeopleStore } from './people.ts';
import { createPrintLedger } from './print-ledger.ts';
import { createSaleStore } from './sales.ts';
import { createSavedDesigns } from './saved-designs.ts';
import { openDatabase, type WritableDb } from './sqlite.ts';
import { damagedFault, openFault, tryWrite } from './sqlite-errors.ts';
import type { StoreFinding } from './store-finding.ts';
import { createSurveyStore } from './surveys.ts';

export interface KioskStoreOptions {
  readonly file: string;
  /** Which store record is this device's; remembered. Without it: the remembered one, else the only one. */
  readonly storeId?: string;
  /** Used when the file is new; otherwise the code that the file carries counts. */
  readonly deviceCode?: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** The migrations of a bundled build; read from `db/kiosk/migrations` when absent. */
  readonly migrations?: readonly Migration[];
  /**
   * `quick` (the default) reads every page before the file is trusted; `none` is for a further
   * connection to a file that this program has opened already, e.g. in the import worker.
   */
  readonly verify?: 'quick' | 'none';
}

/** Why a store cannot be opened; the message names the file and the way out. */
export type OpenFault = Fault<
  | 'store.damaged'
  | 'store.from_future'
  | 'store.migration_changed'
  | 'store.unavailable'
  | 'store.full'
  | 'store.busy'
>;

/** One kiosk store file with everything that stands on it. */
export interface KioskStore {
  readonly catalog: CatalogReader;
  readonly sales: SaleStore;
  readonly outbox: Outbox;
  readonly centralLinks: CentralLinkStore;
  readonly people: PeopleStore;
  readonly journeys: JourneyStore;
  readonly surveys: SurveyStore;
  readonly designs: SavedDesigns;
  readonly handOffs: SoldHandOffs;
  readonly signingKeys: SigningKeyStore;
  readonly allotments: AllotmentReader;
  readonly allotmentLedger: AllotmentLedger;
  readonly printLedger: PrintLedger;
  readonly deviceSettings: DeviceSettings;
  readonly device: DevicePlace;
  /** A writer on a connection of its own; one import at a time. */
  catalogWriter(): CatalogWriter;
  /** Proves the store sound; empty when it is. Reads everything: seconds on a large store. */
  check(): readonly StoreFinding[];
  close(): void;
}

/** Opens the store, brings it to the newest schema, and puts the repositories together. */
export function openKioskStore(options: KioskStoreOptions): Result<KioskStore, OpenFault> {
  const { file, clock, ids, logger } = options;
  const opened = openVerified(options);
  if (!opened.ok) return opened;
  const db = opened.value;
  const device = tryWrite(file, () =>
    ensureDevice(db, {
      code: options.deviceCode,
      storeId: options.storeId,
      uuid: ids.next(),
      at: clock.now(),
    }),
  );
  if (!device.ok) {
    db.close();
    return device;
  }
  const writers: WritableDb[] = [];
  return ok({
    catalog: createCatalogReader(db),
    sales: createSaleStore(db),
    outbox: createOutbox(db),
    centralLinks: createCentralLinkStore(db),
    people: createPeopleStore(db),
    journeys: createJourneyStore(db),
    surveys: createSurveyStore(db),
    designs: createSavedDesigns(db),
    handOffs: createSoldHandOffs(db),
    signingKeys: createSigningKeyStore(db),
    allotments: createAllotmentReader(db),
    allotmentLedger: createAllotmentLedger(db),
    printLedger: createPrintLedger(db),
    deviceSettings: createDeviceSettings(db),
    device: createDevicePlace(db),
    catalogWriter: () => {
      const writer = openDatabase(file, { logger, durability: 'normal', yields: true });
      writers.push(writer);
      return createCatalogWriter(writer, { clock });
    },
    check: () => checkStore(db),
    close: () => {
      for (const writer of writers) writer.close();
      db.close();
    },
  });
}

function openVerified(options: KioskStoreOptions): Result<WritableDb, OpenFault> {
  const { file, logger } = options;
  let db: WritableDb | null = null;
  try {
    if (!existsSync(file)) createEmptyStore(options);
    else if (statSync(file).size === 0) return err(damagedFault(file, 'it is empty'));
    db = openDatabase(file, { logger });
    const problem = bringUpToDate(db, options);
    if (problem === null) return ok(db);
    db.close();
    return err(problem);
  } catch (error) {
    db?.close();
    const problem = openFault(file, error);
    if (problem === null) throw error;
    return err(problem);
  }
}

function createEmptyStore(options: KioskStoreOptions): void {
  createStoreFile(options.file, (draft) => {
    const db = openDatabase(draft, { logger: options.logger });
    try {
      const problem = bringUpToDate(db, options);
      assert(problem === null, `a new store is sound: ${problem?.message}`);
    } finally {
      db.close();
    }
  });
}

function bringUpToDate(db: WritableDb, options: KioskStoreOptions): OpenFault | null {
  const migrated = migrate(db, options.migrations ?? readMigrations(), options);
  if (!migrated.ok) return migrated.error;
  return options.verify === 'none' ? null : findDamage(db);
}
