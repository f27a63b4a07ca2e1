import type { StoreFault } from '#main/core/ports/sale-store.ts';
import type { Result } from '#shared/lib/result.ts';
import { recordsAt } from './catalog-records.ts';
import { deviceStoreId, setDeviceStore } from './device.ts';
import type { WritableDb } from './sqlite.ts';
import { tryWrite } from './sqlite-errors.ts';
import { published } from './unpublished.ts';

/** Which store of the catalog this device stands in. */
export interface DevicePlace {
  /** The store that the device was told, or null; the catalog need not have it. */
  storeId(): string | null;
  /** Ids of the stores in the published catalog, sorted. */
  stores(): readonly string[];
  /** Tells the device its store (`null`: none), and remembers it; programs that run already follow when they start again. */
  moveTo(storeId: string | null): Result<null, StoreFault>;
}

export function createDevicePlace(db: WritableDb): DevicePlace {
  return {
    storeId: () => deviceStoreId(db),
    stores: () =>
      recordsAt(db, published(db).version, 'store')
        .map(({ id }) => id)
        .sort(),
    moveTo: (storeId) =>
      tryWrite(db.file, () => {
        setDeviceStore(db, storeId);
        return null;
      }),
  };
}
