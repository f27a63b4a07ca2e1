import { sql } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** A version and whether any store ever got it. */
export type VersionRow = Tables['catalog_versions'] & { readonly was_published: boolean };

/** What an import made. */
export type NewVersion = Omit<Tables['catalog_versions'], 'discarded_at'>;

const wasPublished = sql<boolean>`EXISTS (
  SELECT 1 FROM catalog_publications p WHERE p.version = catalog_versions.version
)`.as('was_published');

/** The version that the next import builds upon; `null` before the first one. */
export async function newestVersion(db: Db): Promise<VersionRow | null> {
  const row = await db
    .selectFrom('catalog_versions')
    .selectAll()
    .select(wasPublished)
    .where('discarded_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The largest number that a version ever had, thrown away or not; 0 before the first one. */
export async function lastVersionNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('catalog_versions')
    .select(({ fn }) => fn.max('version').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** `hold` keeps others from publishing or discarding it until the transaction ends. */
export async function findVersion(
  db: Db,
  version: number,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<VersionRow | null> {
  const rows = db
    .selectFrom('catalog_versions')
    .selectAll()
    .select(wasPublished)
    .where('version', '=', version);
  const row = await (hold ? rows.forUpdate() : rows).executeTakeFirst();
  return row ?? null;
}

/** Versions, the newest first. */
export function versionsPage(
  db: Db,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<readonly VersionRow[]> {
  let rows = db.selectFrom('catalog_versions').selectAll().select(wasPublished);
  if (before !== undefined) rows = rows.where('version', '<', before);
  return rows.orderBy('version', 'desc').limit(limit).execute();
}

/** Makes a version exist whose records are all there. */
export async function insertVersion(db: Db, version: NewVersion): Promise<void> {
  await db
    .insertInto('catalog_versions')
    .values({ ...version, discarded_at: null })
    .execute();
}

/** Takes back everything that the newest version brought; its row stays, so that its number does. */
export async function discardVersion(db: Db, version: number, at: Date): Promise<void> {
  await db
    .updateTable('catalog_versions')
    .set({ discarded_at: at })
    .where('version', '=', version)
    .execute();
  await db.deleteFrom('catalog_records').where('from_version', '=', version).execute();
  await db
    .updateTable('catalog_records')
    .set({ to_version: null })
    .where('to_version', '=', version)
    .execute();
}
