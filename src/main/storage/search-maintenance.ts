import type { ShortTransactions } from './short-transactions.ts';
import type { WritableDb } from './sqlite.ts';

/**
 * Merges index segments, writing at most about `pages` pages; inside a transaction. Answers `pages`,
 * or 0 when there was nothing to merge.
 */
export function mergeSearchSegments(db: WritableDb, pages: number): number {
  const before = db.value<number>('SELECT total_changes()') ?? 0;
  db.run("INSERT INTO catalog_search (catalog_search, rank) VALUES ('merge', ?)", pages);
  const after = db.value<number>('SELECT total_changes()') ?? 0;
  // The statement itself counts as one change (SQLite FTS5, 6.9).
  return after - before < 2 ? 0 : pages;
}

/** Adds the words of an import to those that suggestions and corrections are made from. */
export function writeWords(
  db: WritableDb,
  words: ReadonlyMap<string, number>,
  transactions: ShortTransactions,
): void {
  const entries = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  let done = 0;
  transactions.drain((limit) => {
    const batch = entries.slice(done, done + limit);
    for (const [word, documents] of batch) {
      db.run(
        `INSERT INTO catalog_words (word, documents) VALUES (?, ?)
         ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents`,
        word,
        documents,
      );
    }
    done += batch.length;
    return batch.length;
  });
}
