import type { PublicationTarget } from '#shared/contract/api/catalog.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { type AuditEntry, audit } from '../../storage/audit.ts';
import {
  insertPublications,
  lastTwoVersions,
  type PublicationRow,
} from '../../storage/catalog-publications.ts';
import { storeIdsAt } from '../../storage/catalog-stores.ts';
import { findVersion } from '../../storage/catalog-versions.ts';
import type { Db } from '../../storage/schema.ts';
import { findStoreGroup } from '../../storage/store-groups.ts';
import { applyPublishedCounts } from '../stock/apply-counts.ts';

type Ports = Pick<Central, 'database' | 'now'>;
type TargetFault = Fault<'catalog.group_not_found' | 'catalog.store_unknown'>;
export type PublishFault = TargetFault | Fault<'catalog.version_not_found'>;
export type RollBackFault = TargetFault | Fault<'catalog.nothing_before'>;

/**
 * Makes a version what the stores of the target get from now on, also one that they had before. A
 * group means the stores that are in it now; all means those that come later as well. CCT-10 to CCT-13.
 */
export function publish(
  ports: Ports,
  request: {
    readonly version: number;
    readonly target: PublicationTarget;
    readonly actor: string;
  },
): Promise<Result<readonly PublicationRow[], PublishFault>> {
  const { version, target, actor } = request;
  return ports.database.db.transaction().execute(async (db) => {
    const found = await findVersion(db, version, { hold: true });
    if (found === null || found.discarded_at !== null) {
      return err(fault('catalog.version_not_found', `There is no catalog version ${version}`));
    }
    const stores = await storesOf(db, target);
    if (!stores.ok) return stores;
    const known = await storeIdsAt(db, version);
    const unknown = stores.value.find((store) => store !== null && !known.has(store));
    if (unknown !== undefined) {
      const message = `Catalog version ${version} has no store "${unknown}"`;
      return err(fault('catalog.store_unknown', message, { store: unknown }));
    }
    const publications = stores.value.map((store) => ({ store, version }));
    const details = { version, target };
    return ok(
      await decide(db, ports, publications, { actor, action: 'catalog.published', details }),
    );
  });
}

/**
 * Gives each store of the target the version again that it had before the one that it has now; of all
 * stores, what was published for all before. CCT-14.
 */
export function rollBack(
  ports: Ports,
  { target, actor }: { readonly target: PublicationTarget; readonly actor: string },
): Promise<Result<readonly PublicationRow[], RollBackFault>> {
  return ports.database.db.transaction().execute(async (db) => {
    const stores = await storesOf(db, target);
    if (!stores.ok) return stores;
    const publications: { readonly store: string | null; readonly version: number }[] = [];
    for (const store of stores.value) {
      const [current, previous] = await lastTwoVersions(db, store);
      if (previous === null) {
        const whose = store === null ? 'all stores' : `store "${store}"`;
        const message =
          current === null
            ? `Nothing was ever published for ${whose}`
            : `There is nothing before version ${current} for ${whose}`;
        return err(fault('catalog.nothing_before', message));
      }
      publications.push({ store, version: previous });
    }
    const details = { target, versions: [...new Set(publications.map(({ version }) => version))] };
    return ok(
      await decide(db, ports, publications, { actor, action: 'catalog.rolled_back', details }),
    );
  });
}

async function decide(
  db: Db,
  { now }: Ports,
  publications: readonly { readonly store: string | null; readonly version: number }[],
  entry: AuditEntry,
): Promise<readonly PublicationRow[]> {
  const at = new Date(now());
  const rows = await insertPublications(db, publications, { at, by: entry.actor });
  await applyPublishedCounts(db, publications, at);
  // Last: nobody else can write into the log until this transaction ends.
  await audit(db, entry, at);
  return rows;
}

/** `null` among them is every store. */
async function storesOf(
  db: Db,
  target: PublicationTarget,
): Promise<Result<readonly (string | null)[], TargetFault>> {
  if (target.kind === 'all') return ok([null]);
  if (target.kind === 'store') return ok([target.id]);
  const group = await findStoreGroup(db, target.id);
  if (group === null) {
    return err(fault('catalog.group_not_found', `There is no store group "${target.id}"`));
  }
  return ok(group.stores);
}
