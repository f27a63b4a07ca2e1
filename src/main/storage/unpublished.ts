import type { ProductIndex } from './product-index.ts';
import type { ShortTransactions } from './short-transactions.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

/** The published version and the last record that belongs to it; zeros before the first import. */
export function published(db: ReadableDb): {
  readonly version: number;
  readonly lastRecordId: number;
  readonly contentHash: string;
} {
  const row = db.get<{ version: number; last_record_id: number; content_hash: string }>(
    `SELECT version, last_record_id, content_hash FROM catalog_versions
     ORDER BY version DESC LIMIT 1`,
  );
  return {
    version: row?.version ?? 0,
    lastRecordId: row?.last_record_id ?? 0,
    contentHash: row?.content_hash ?? '',
  };
}

/** Removes what an import left that was never published: its records, and the ends it gave others. */
export function clearUnpublished(
  db: WritableDb,
  index: ProductIndex,
  transactions: ShortTransactions,
): void {
  const { version, lastRecordId } = published(db);
  removeProducts(db, index, transactions, lastRecordId);
  removeGtins(db, transactions, lastRecordId);
  for (const table of ['catalog_products', 'catalog_records']) {
    transactions.drain(
      (limit) =>
        db.run(
          `UPDATE ${table} SET to_version = NULL WHERE id IN
             (SELECT id FROM ${table} WHERE to_version > ? LIMIT ?)`,
          version,
          limit,
        ).changes,
    );
  }
  transactions.drain(
    (limit) =>
      db.run(
        `DELETE FROM catalog_records WHERE id IN
           (SELECT id FROM catalog_records WHERE id > ? ORDER BY id LIMIT ?)`,
        lastRecordId,
        limit,
      ).changes,
  );
}

function removeProducts(
  db: WritableDb,
  index: ProductIndex,
  transactions: ShortTransactions,
  lastRecordId: number,
): void {
  transactions.drain((limit) => {
    const ids = db.tuples<[id: number]>(
      'SELECT id FROM catalog_products WHERE id > ? ORDER BY id LIMIT ?',
      lastRecordId,
      limit,
    );
    for (const [id] of ids) index.remove(id);
    return ids.length;
  });
}

function removeGtins(db: WritableDb, transactions: ShortTransactions, lastRecordId: number): void {
  // One pass over the small table instead of an index that only this would use.
  const left = db.tuples<[gtin14: string, recordId: number]>(
    'SELECT gtin14, record_id FROM catalog_gtins WHERE record_id > ?',
    lastRecordId,
  );
  let removed = 0;
  transactions.drain((limit) => {
    const batch = left.slice(removed, removed + limit);
    for (const [gtin14, recordId] of batch) {
      db.run('DELETE FROM catalog_gtins WHERE gtin14 = ? AND record_id = ?', gtin14, recordId);
    }
    removed += batch.length;
    return batch.length;
  });
}

/**
 * Takes products out of the search that ended before the version that came before the published one:
 * nobody browses those any more, and they would slow every search down.
 */
export function pruneSearch(db: WritableDb, transactions: ShortTransactions): void {
  const { version } = published(db);
  transactions.drain((limit) => {
    const rows = db.tuples<[id: number, searchId: number]>(
      `SELECT id, search_id FROM catalog_products
       WHERE to_version < ? AND search_id IS NOT NULL LIMIT ?`,
      version,
      limit,
    );
    for (const [id, searchId] of rows) {
      db.run('DELETE FROM catalog_search WHERE rowid = ?', searchId);
      db.run('UPDATE catalog_products SET search_id = NULL WHERE id = ?', id);
    }
    return rows.length;
  });
}
