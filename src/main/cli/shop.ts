import type { StoreRecord } from '#shared/domain/catalog/store.ts';
import type { KioskStore } from '../storage/kiosk-store.ts';
import { badInput, failureOf } from './failure.ts';

/** So many stores are named in a message; a chain may have hundreds. */
const mostNamed = 8;

/** The published catalog version; bad input when there is none. */
export function requireCatalog(store: KioskStore): number {
  const version = store.catalog.currentVersion();
  if (version === 0) throw badInput('there is no catalog yet; "import FEED" brings one');
  return version;
}

/** This device's store at that version; bad input when it is not known. */
export function requireShop(store: KioskStore, version: number): StoreRecord {
  const shop = store.catalog.store(version);
  if (shop === null) throw badInput(whyNoShop(store));
  return shop;
}

/** Puts this device into a store of the published catalog. */
export function moveInto(store: KioskStore, storeId: string): void {
  requireCatalog(store);
  const { device } = store;
  if (!device.stores().includes(storeId)) {
    throw badInput(`--store "${storeId}" is not in the catalog; it has ${named(device.stores())}`);
  }
  const moved = device.moveTo(storeId);
  if (!moved.ok) throw failureOf(moved.error);
}

/** Where the device stood before, nowhere included. */
export function moveBack({ device }: KioskStore, storeId: string | null): void {
  const moved = device.moveTo(storeId);
  if (!moved.ok) throw failureOf(moved.error);
}

/**
 * After an import: a device that was never told its store takes the first one by id, and keeps it
 * from then on. Returns what somebody should know about that, or null.
 */
export function settleIn(store: KioskStore): string | null {
  const { device } = store;
  const stores = device.stores();
  const [first] = stores;
  if (device.storeId() !== null || first === undefined) {
    const shop = store.catalog.store(store.catalog.currentVersion());
    return shop === null ? `note: ${whyNoShop(store)}` : null;
  }
  moveInto(store, first);
  if (stores.length === 1) return null;
  return `this device now stands in ${first}, the first of ${named(stores)}; --store ID changes it`;
}

function whyNoShop({ device }: KioskStore): string {
  const stores = device.stores();
  const told = device.storeId();
  if (stores.length === 0) {
    return 'the catalog has no store yet, so nothing has a price here; a feed brings one';
  }
  const standing =
    told === null
      ? 'which store this device stands in is not known'
      : `this device stands in ${told}, which the catalog does not have`;
  return `${standing}; it has ${named(stores)} (--store ID)`;
}

function named(stores: readonly string[]): string {
  if (stores.length === 0) return 'none';
  const rest = stores.length - mostNamed;
  return [...stores.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
