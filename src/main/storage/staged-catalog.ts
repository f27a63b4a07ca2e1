import { type RecordKind, recordSchemas } from '#shared/domain/catalog/feed.ts';
import type { HashedRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import { required } from '#shared/lib/assert.ts';
import { isLive } from './catalog-records.ts';
import type { ProductIndex } from './product-index.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

/** One import, from `begin` to `publish` or `abandon`. */
export interface CatalogImport {
  readonly token: string;
  readonly base: number;
  readonly version: number;
  readonly index: ProductIndex;
  /** Kinds of which nothing was published: their records need not be looked up. */
  readonly newKinds: ReadonlySet<RecordKind>;
  /** Published records that were staged again unchanged. */
  readonly kept: Set<number>;
  readonly counts: { added: number; changed: number; removed: number; unchanged: number };
  buffer: HashedRecord[];
  segments: number;
}

interface LiveRow {
  readonly id: number;
  readonly from_version: number;
  readonly hash: string;
}

/** Kinds of which the store has no record at all. */
export function kindsWithoutRecords(db: WritableDb): ReadonlySet<RecordKind> {
  // The schemas are listed by kind.
  const kinds = Object.keys(recordSchemas) as RecordKind[];
  return new Set(
    kinds.filter(
      (kind) =>
        db.value('SELECT 1 FROM catalog_records WHERE kind = ? LIMIT 1', kind) === undefined,
    ),
  );
}

/** Writes what a record changes; nothing when it is published just so. */
export function stageRecord(db: WritableDb, run: CatalogImport, staged: HashedRecord): void {
  const { record, key, hash, json } = staged;
  if (run.newKinds.has(record.kind)) {
    if (insertRecord(db, run, staged)) run.counts.added += 1;
    else replaceStaged(db, run, staged);
    return;
  }
  const live = db.get<LiveRow>(
    `SELECT id, from_version, hash FROM catalog_records
     WHERE kind = ? AND key = ? AND ${isLive}`,
    record.kind,
    key,
    run.version,
    run.version,
  );
  if (live === undefined) {
    insertRecord(db, run, { record, key, hash, json });
    run.counts.added += 1;
    return;
  }
  if (live.from_version === run.version) {
    replaceStaged(db, run, staged);
    return;
  }
  if (live.hash === hash) {
    if (!run.kept.has(live.id)) run.counts.unchanged += 1;
    run.kept.add(live.id);
    return;
  }
  endRecord(db, live.id, run.version);
  insertRecord(db, run, staged);
  run.counts.changed += 1;
}

/** False when the key is staged already. */
function insertRecord(db: WritableDb, run: CatalogImport, staged: HashedRecord): boolean {
  const { record, key, hash, json } = staged;
  const { changes, rowId } = db.run(
    `INSERT INTO catalog_records (kind, key, from_version, hash, doc) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, key, from_version) DO NOTHING`,
    record.kind,
    key,
    run.version,
    hash,
    json,
  );
  if (changes === 0) return false;
  if (record.kind === 'product') run.index.add(rowId, run.version, record);
  return true;
}

/** The later of two records with one key counts. */
function replaceStaged(db: WritableDb, run: CatalogImport, staged: HashedRecord): void {
  const { record, key } = staged;
  const id = required(
    db.value<number>(
      'SELECT id FROM catalog_records WHERE kind = ? AND key = ? AND from_version = ?',
      record.kind,
      key,
      run.version,
    ),
    `the staged ${record.kind} ${key}`,
  );
  if (record.kind === 'product') run.index.remove(id);
  db.run('DELETE FROM catalog_gtins WHERE record_id = ?', id);
  db.run('DELETE FROM catalog_records WHERE id = ?', id);
  insertRecord(db, run, staged);
}

/** Gives a record its last version; it stays readable before. */
export function endRecord(db: WritableDb, id: number, version: number): void {
  db.run('UPDATE catalog_records SET to_version = ? WHERE id = ?', version, id);
  db.run('UPDATE catalog_products SET to_version = ? WHERE id = ?', version, id);
}

/** Records of the published version that the staged one still has as they were. */
export function publishedIds(
  db: WritableDb,
  run: CatalogImport,
  kind: RecordKind,
): readonly number[] {
  return [
    ...db.eachValue<number>(
      `SELECT id FROM catalog_records
       WHERE kind = ? AND from_version <= ? AND to_version IS NULL ORDER BY key`,
      kind,
      run.base,
    ),
  ];
}

/** The row of a record of the published version that the staged one has not ended yet. */
export function publishedId(
  db: ReadableDb,
  run: CatalogImport,
  kind: RecordKind,
  key: string,
): number | null {
  const id = db.value<number>(
    `SELECT id FROM catalog_records
     WHERE kind = ? AND key = ? AND from_version <= ? AND to_version IS NULL`,
    kind,
    key,
    run.base,
  );
  return id ?? null;
}

/** Makes the staged version exist; inside the publishing transaction. */
export function insertVersion(
  db: WritableDb,
  run: CatalogImport,
  version: { readonly hash: string; readonly source: string; readonly at: number },
): void {
  const { added, changed, removed, unchanged } = run.counts;
  db.run(
    `INSERT INTO catalog_versions (version, content_hash, source, published_at, last_record_id,
       added, changed, removed, unchanged)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM catalog_records), ?, ?, ?, ?)`,
    run.version,
    version.hash,
    version.source,
    version.at,
    added,
    changed,
    removed,
    unchanged,
  );
}

/** Whether an import is still the one that began last. */
export function isCurrent(db: ReadableDb, token: string): boolean {
  return db.value('SELECT token FROM catalog_import WHERE id = 1') === token;
}
