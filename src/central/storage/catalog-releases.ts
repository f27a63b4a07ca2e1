import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** A version as one store gets it. */
export interface Release {
  readonly version: number;
  /** As the kiosk counts it over the same records. */
  readonly contentHash: string;
  readonly records: number;
}

/** The version that is published for a store; `null` before the first one. */
export async function publishedVersion(db: Db, store: string): Promise<number | null> {
  const row = await db
    .selectFrom('catalog_publications')
    .select('version')
    .where((where) => where.or([where('store', '=', store), where('store', 'is', null)]))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** What a store gets now; `null` before anything is published for it. */
export async function releaseOf(db: Db, store: string): Promise<Release | null> {
  const version = await publishedVersion(db, store);
  return version === null ? null : await releaseAt(db, store, version);
}

/** A version that a store was given once; `null` when it was not. */
export async function findRelease(db: Db, store: string, version: number): Promise<Release | null> {
  const row = await db
    .selectFrom('catalog_releases')
    .select(['content_hash', 'records'])
    .where('store', '=', store)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { version, contentHash: row.content_hash, records: row.records };
}

/** A version as a store gets it. Its hash is counted once, by the database: it reads every record. */
export async function releaseAt(db: Db, store: string, version: number): Promise<Release> {
  const known = await findRelease(db, store, version);
  if (known !== null) return known;
  const counted = await countRelease(db, store, version);
  await db
    .insertInto('catalog_releases')
    .values({ store, version, content_hash: counted.contentHash, records: counted.records })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { version, ...counted };
}

/** The newest version that a store gets with this content; `null` when it never had it from here. */
export async function releaseByHash(
  db: Db,
  store: string,
  contentHash: string,
): Promise<Release | null> {
  const row = await db
    .selectFrom('catalog_releases')
    .select(['version', 'records'])
    .where('store', '=', store)
    .where('content_hash', '=', contentHash)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, contentHash };
}

/** The lines are those of `contentLine`. */
async function countRelease(
  db: Db,
  store: string,
  version: number,
): Promise<Omit<Release, 'version'>> {
  const { rows } = await sql<{ readonly content_hash: string; readonly records: number }>`
    SELECT ${contentHashOf} AS content_hash, count(*) AS records
    FROM catalog_records
    WHERE from_version <= ${version} AND (to_version IS NULL OR to_version > ${version})
      AND (store IS NULL OR store = ${store})
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate gives one row');
  return { contentHash: row.content_hash, records: row.records };
}

const contentHashOf = sql<string>`encode(sha256(convert_to(coalesce(string_agg(
  kind || E'\t' || key || E'\t' || hash || E'\n', '' ORDER BY kind, key), ''), 'UTF8')), 'hex')`;

/** The content hash of a whole version, with the records of every store. */
export async function wholeContentHash(db: Db, version: number): Promise<string> {
  const { rows } = await sql<{ readonly content_hash: string }>`
    SELECT ${contentHashOf} AS content_hash
    FROM catalog_records
    WHERE from_version <= ${version} AND (to_version IS NULL OR to_version > ${version})
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate gives one row');
  return row.content_hash;
}
