import { publicationsPage } from '../../storage/catalog-publications.ts';
import { publishedVersion } from '../../storage/catalog-releases.ts';
import { storeIdsAt } from '../../storage/catalog-stores.ts';
import type { Db } from '../../storage/schema.ts';

/** What the published catalog says of a store. */
export interface StoreLookup {
  /** Of the catalog that the store gets, or that was published last when it gets none; `null`: none ever was. */
  readonly version: number | null;
  readonly isThere: boolean;
  /** The stores that are, in order. */
  readonly stores: readonly string[];
}

/** Looks a store up before a device is let into it: a slip of the pen would let it into none. ENR-9 */
export async function lookUpStore(db: Db, store: string): Promise<StoreLookup> {
  const version = (await publishedVersion(db, store)) ?? (await lastPublished(db));
  if (version === null) return { version, isThere: false, stores: [] };
  const stores = await storeIdsAt(db, version);
  return { version, isThere: stores.has(store), stores: [...stores].sort() };
}

async function lastPublished(db: Db): Promise<number | null> {
  const [last] = await publicationsPage(db, { limit: 1 });
  return last?.version ?? null;
}
