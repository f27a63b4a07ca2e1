import { createHash } from 'node:crypto';
import { isLive } from './catalog-records.ts';
import type { ReadableDb } from './sqlite.ts';

const rowsPerPage = 1_000;

/**
 * SHA-256 over `kind TAB key TAB hash LF` of every record that lives at a version, in order of kind
 * and key: equal catalogs have equal hashes, however they came about.
 */
export function contentHash(db: ReadableDb, version: number): string {
  const hash = createHash('sha256');
  let last: readonly [kind: string, key: string] = ['', ''];
  for (;;) {
    const rows = db.tuples<[kind: string, key: string, hash: string]>(
      `SELECT kind, key, hash FROM catalog_records
       WHERE (kind, key) > (?, ?) AND ${isLive} ORDER BY kind, key LIMIT ?`,
      ...last,
      version,
      version,
      rowsPerPage,
    );
    hash.update(rows.map(([kind, key, recordHash]) => `${kind}\t${key}\t${recordHash}\n`).join(''));
    const [kind, key] = rows.at(-1) ?? last;
    if (rows.length < rowsPerPage) return hash.digest('hex');
    last = [kind, key];
  }
}
