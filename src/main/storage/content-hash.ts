import { createHash } from 'node:crypto';
import type { RecordKind } from '#shared/domain/catalog/feed.ts';
import { contentLine } from '#shared/domain/catalog-feed/hashed-record.ts';
import { isLive } from './catalog-records.ts';
import type { ReadableDb } from './sqlite.ts';

const rowsPerPage = 1_000;

/** The content hash of a version, over every record that lives there; see `contentLine`. */
export function contentHash(db: ReadableDb, version: number): string {
  const hash = createHash('sha256');
  let last: readonly [kind: RecordKind | '', key: string] = ['', ''];
  for (;;) {
    const rows = db.tuples<[kind: RecordKind, key: string, hash: string]>(
      `SELECT kind, key, hash FROM catalog_records
       WHERE (kind, key) > (?, ?) AND ${isLive} ORDER BY kind, key LIMIT ?`,
      ...last,
      version,
      version,
      rowsPerPage,
    );
    hash.update(rows.map((row) => contentLine(...row)).join(''));
    const [kind, key] = rows.at(-1) ?? last;
    if (rows.length < rowsPerPage) return hash.digest('hex');
    last = [kind, key];
  }
}
