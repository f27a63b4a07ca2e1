import { sql } from 'kysely';
import type { CatalogRecord, RecordKind } from '#shared/domain/catalog/feed.ts';
import type { HashedRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import type { PublishedRecords } from '#shared/domain/catalog-feed/published-records.ts';
import { required } from '#shared/lib/assert.ts';
import type { Db } from './schema.ts';

/** A record of the version that an import builds upon. */
interface BaseRecord {
  readonly id: number;
  readonly hash: string;
}

/** The version that an import builds upon, in memory: checking it must not wait for the database. */
export interface BaseCatalog extends PublishedRecords {
  find(kind: RecordKind, key: string): BaseRecord | null;
  all(kind: RecordKind): Iterable<readonly [key: string, record: BaseRecord]>;
}

interface LoadedRecord extends BaseRecord {
  /** JSON; absent when only keys and hashes are needed. */
  readonly doc: string | null;
}

const rowsPerPage = 5_000;

/** Reads a version; the documents of `withDocuments` only, which `live` may then be asked for. */
export async function loadBase(
  db: Db,
  version: number,
  withDocuments: ReadonlySet<RecordKind>,
): Promise<BaseCatalog> {
  const byKind = new Map<RecordKind, Map<string, LoadedRecord>>();
  const kinds = [...withDocuments];
  await db.transaction().execute(async (transaction) => {
    // One pass over the table, however the rows are paged.
    await sql`
      DECLARE base NO SCROLL CURSOR FOR
      SELECT id, kind, key, hash, CASE WHEN kind = ANY(${kinds}::text[]) THEN doc::text END AS doc
      FROM catalog_records
      WHERE from_version <= ${version} AND (to_version IS NULL OR to_version > ${version})
      ORDER BY kind, key
    `.execute(transaction);
    for (;;) {
      const { rows } = await sql<
        LoadedRecord & { readonly kind: RecordKind; readonly key: string }
      >`FETCH ${sql.lit(rowsPerPage)} FROM base`.execute(transaction);
      for (const { kind, key, id, hash, doc } of rows) {
        const records = byKind.get(kind) ?? new Map<string, LoadedRecord>();
        byKind.set(kind, records);
        records.set(key, { id, hash, doc });
      }
      if (rows.length < rowsPerPage) return;
    }
  });
  return {
    has: (kind, key) => byKind.get(kind)?.has(key) === true,
    find: (kind, key) => byKind.get(kind)?.get(key) ?? null,
    all: (kind) => byKind.get(kind) ?? [],
    *live(kind) {
      for (const { doc } of byKind.get(kind)?.values() ?? []) {
        // It was checked before it was stored, and its hash was taken of this very text.
        yield JSON.parse(required(doc, `the document of a ${kind}`)) as CatalogRecord;
      }
    },
  };
}

/** Clears what an import left that broke off: nobody has ever read at its version. */
export async function clearUnfinished(db: Db, lastVersion: number): Promise<void> {
  await db.deleteFrom('catalog_records').where('from_version', '>', lastVersion).execute();
  await db
    .updateTable('catalog_records')
    .set({ to_version: null })
    .where('to_version', '>', lastVersion)
    .execute();
}

/** Stages records of a version that does not exist yet. */
export async function insertRecords(
  db: Db,
  version: number,
  records: readonly HashedRecord[],
): Promise<void> {
  const kinds = records.map(({ record }) => record.kind);
  const keys = records.map(({ key }) => key);
  const stores = records.map(({ record }) => storeOf(record));
  const hashes = records.map(({ hash }) => hash);
  const docs = records.map(({ json }) => json);
  await sql`
    INSERT INTO catalog_records (kind, key, from_version, store, hash, doc)
    SELECT kind, key, ${version}::integer, store, hash, doc::json
    FROM unnest(${kinds}::text[], ${keys}::text[], ${stores}::text[], ${hashes}::text[], ${docs}::text[])
      AS staged (kind, key, store, hash, doc)
  `.execute(db);
}

/** Ends records before a version; they stay readable in the earlier ones. */
export async function endRecords(db: Db, version: number, ids: readonly number[]): Promise<void> {
  await sql`
    UPDATE catalog_records SET to_version = ${version} WHERE id = ANY(${ids}::bigint[])
  `.execute(db);
}

/** After much has changed: plans and index-only scans are otherwise bad until the server comes by itself. */
export async function refreshStatistics(db: Db): Promise<void> {
  try {
    await sql`VACUUM (ANALYZE) catalog_records`.execute(db);
  } catch {
    // E.g. it took longer than a statement may: then everything is only slower for a while.
  }
}

/** The one store that a record concerns; `null` when it is for all of them. */
function storeOf(record: CatalogRecord): string | null {
  return 'store' in record ? (record.store ?? null) : null;
}
