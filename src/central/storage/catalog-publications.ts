import type { Db, Tables } from './schema.ts';

export type PublicationRow = Pick<
  Tables['catalog_publications'],
  'store' | 'version' | 'published_at' | 'published_by'
> & { readonly id: number };

/** Decides what stores get from now on; `null` among them is every store. */
export async function insertPublications(
  db: Db,
  publications: readonly { readonly store: string | null; readonly version: number }[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<readonly PublicationRow[]> {
  if (publications.length === 0) return [];
  return db
    .insertInto('catalog_publications')
    .values(
      publications.map(({ store, version }) => ({
        store,
        version,
        published_at: at,
        published_by: by,
      })),
    )
    .returningAll()
    .execute();
}

/** The newest first; `store` lists only what counted for that store. */
export function publicationsPage(
  db: Db,
  query: { readonly store?: string; readonly before?: number; readonly limit: number },
): Promise<readonly PublicationRow[]> {
  const { store, before, limit } = query;
  let rows = db.selectFrom('catalog_publications').selectAll();
  if (store !== undefined) {
    rows = rows.where((where) =>
      where.or([where('store', '=', store), where('store', 'is', null)]),
    );
  }
  if (before !== undefined) rows = rows.where('id', '<', before);
  return rows.orderBy('id', 'desc').limit(limit).execute();
}

/**
 * What a store, or every store (`null`), has got, the newest first, each version once for as long as it
 * lasted. Of every store only what was published for every store.
 */
export async function lastTwoVersions(
  db: Db,
  store: string | null,
): Promise<readonly [current: number | null, previous: number | null]> {
  let rows = db.selectFrom('catalog_publications').select('version');
  rows =
    store === null
      ? rows.where('store', 'is', null)
      : rows.where((where) => where.or([where('store', '=', store), where('store', 'is', null)]));
  const newest = await rows.orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (newest === undefined) return [null, null];
  const other = await rows
    .where('version', '<>', newest.version)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return [newest.version, other?.version ?? null];
}
