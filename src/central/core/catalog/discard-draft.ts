import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Central } from '../../central.ts';
import { audit } from '../../storage/audit.ts';
import { type CatalogBusy, withCatalogLock } from '../../storage/catalog-lock.ts';
import { discardVersion, findVersion, newestVersion } from '../../storage/catalog-versions.ts';
import type { Db } from '../../storage/schema.ts';

export type DiscardFault =
  | CatalogBusy
  | Fault<'catalog.version_not_found' | 'catalog.version_in_use'>;

/**
 * Throws the newest version away, if nobody ever got it: the next import builds upon the one before.
 * Its number is not used again. CCT-9.
 */
export function discardDraft(
  { database, now }: Pick<Central, 'database' | 'now'>,
  request: { readonly version: number; readonly actor: string },
): Promise<Result<null, DiscardFault>> {
  return withCatalogLock(database, (connection) =>
    connection.transaction().execute((db) => discard(db, request, new Date(now()))),
  );
}

async function discard(
  db: Db,
  { version, actor }: { readonly version: number; readonly actor: string },
  at: Date,
): Promise<Result<null, DiscardFault>> {
  const found = await findVersion(db, version, { hold: true });
  if (found === null || found.discarded_at !== null) {
    return err(fault('catalog.version_not_found', `There is no catalog version ${version}`));
  }
  if (found.was_published) {
    const message = `Catalog version ${version} was published; publish another one instead`;
    return err(fault('catalog.version_in_use', message));
  }
  const newest = await newestVersion(db);
  if (newest !== null && newest.version !== version) {
    const message = `Version ${newest.version} builds upon catalog version ${version}; discard that first`;
    return err(fault('catalog.version_in_use', message));
  }
  await discardVersion(db, version, at);
  await audit(db, { actor, action: 'catalog.discarded', details: { version } }, at);
  return ok(null);
}
