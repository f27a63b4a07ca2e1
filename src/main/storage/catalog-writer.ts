import { randomUUID } from 'node:crypto';
import type {
  CatalogWriter,
  PublishedVersion,
  RecordName,
} from '#main/core/ports/catalog-writer.ts';
import type { Clock } from '#main/core/ports/clock.ts';
import type { RecordKind } from '#shared/domain/catalog/feed.ts';
import type { HashedRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import { assert, required } from '#shared/lib/assert.ts';
import { eachRecordAt, isLive } from './catalog-records.ts';
import { contentHash } from './content-hash.ts';
import { countFacets, writeFacetCounts } from './facet-counts.ts';
import { createLogUpkeep } from './log-upkeep.ts';
import { createProductIndex } from './product-index.ts';
import { mergeSearchSegments, writeWords } from './search-maintenance.ts';
import {
  createPace,
  createShortTransactions,
  type ShortTransactions,
} from './short-transactions.ts';
import type { WritableDb } from './sqlite.ts';
import {
  type CatalogImport,
  endRecord,
  insertVersion,
  isCurrent,
  kindsWithoutRecords,
  publishedId,
  publishedIds,
  stageRecord,
} from './staged-catalog.ts';
import { clearUnpublished, pruneSearch, published } from './unpublished.ts';

/** More would be a long transaction on the day when there is much to merge. */
const mostMergedPages = 128;
const segmentsPerMerge = 16;
/** Records that are gathered before they are sorted by kind and written. */
const bufferedRecords = 2_000;

/**
 * `db` should be a connection of its own with `durability: 'normal'`: what is staged may be lost in
 * a power cut, what is published is not.
 */
export function createCatalogWriter(
  db: WritableDb,
  { clock }: { readonly clock: Clock },
): CatalogWriter {
  const pace = createPace(db.file);
  const transactions = createShortTransactions(db, pace);
  const searchRows = createShortTransactions(db, pace);
  const merges = createShortTransactions(db, pace, mostMergedPages);
  // A product takes ten times as long as a price: each kind has its own measure.
  const byKind = new Map<RecordKind, ShortTransactions>();
  let current: CatalogImport | null = null;
  const log = createLogUpkeep(db);

  const running = (): CatalogImport => required(current, 'an import that has begun');

  function begin(): void {
    const index = createProductIndex(db);
    const token = randomUUID();
    const base = published(db).version;
    db.immediate(() => {
      db.run(
        'INSERT OR REPLACE INTO catalog_import (id, token, version, began_at) VALUES (1, ?, ?, ?)',
        token,
        base + 1,
        clock.now(),
      );
    });
    clearUnpublished(db, index, transactions);
    pruneSearch(db, transactions);
    current = {
      token,
      base,
      version: base + 1,
      index,
      newKinds: kindsWithoutRecords(db),
      kept: new Set(),
      counts: { added: 0, changed: 0, removed: 0, unchanged: 0 },
      buffer: [],
      segments: segmentsPerMerge - 1,
    };
  }

  /** A batch of the import; refused when another import has begun since. */
  function batch(run: CatalogImport, using: ShortTransactions, write: () => number): void {
    let items = 0;
    using.run(() => {
      assert(
        isCurrent(db, run.token),
        'no other import has begun meanwhile; this one changed nothing',
      );
      items = write();
      return items;
    });
    log.wrote(items);
  }

  function measureOf(kind: RecordKind): ShortTransactions {
    const known = byKind.get(kind) ?? createShortTransactions(db, pace);
    byKind.set(kind, known);
    return known;
  }

  function flush(run: CatalogImport): void {
    const kinds = Map.groupBy(run.buffer, ({ record }) => record.kind);
    run.buffer = [];
    for (const [kind, records] of kinds) stageKind(run, kind, records);
  }

  function stageKind(run: CatalogImport, kind: RecordKind, records: readonly HashedRecord[]): void {
    const measured = measureOf(kind);
    let done = 0;
    while (done < records.length) {
      const some = records.slice(done, done + measured.batchSize);
      batch(run, measured, () => {
        for (const record of some) stageRecord(db, run, record);
        return some.length;
      });
      done += some.length;
    }
    if (run.index.waiting() >= searchRows.batchSize) writeSearchRows(run);
  }

  function writeSearchRows(run: CatalogImport): void {
    while (run.index.waiting() > 0) {
      batch(run, searchRows, () => run.index.writeSearchRows(searchRows.batchSize));
      mergeSometimes(run);
    }
  }

  /** Every batch of search rows adds a segment to the index; FTS5 merges sixteen at a time. */
  function mergeSometimes(run: CatalogImport): void {
    run.segments += 1;
    if (run.segments < segmentsPerMerge) return;
    run.segments = 0;
    let merged = 0;
    do {
      batch(run, merges, () => {
        merged = mergeSearchSegments(db, merges.batchSize);
        return merged;
      });
    } while (merged > 0);
  }

  function removeUnstaged(kinds: readonly RecordKind[]): void {
    const run = running();
    flush(run);
    for (const kind of kinds) {
      endAll(
        run,
        publishedIds(db, run, kind).filter((id) => !run.kept.has(id)),
      );
    }
  }

  function remove(records: readonly RecordName[]): boolean {
    const run = running();
    flush(run);
    const ids = new Set<number>();
    for (const { kind, key } of records) {
      const id = publishedId(db, run, kind, key);
      if (id !== null && !run.kept.has(id)) ids.add(id);
    }
    endAll(run, [...ids]);
    return ids.size === records.length;
  }

  function endAll(run: CatalogImport, ids: readonly number[]): void {
    let done = 0;
    while (done < ids.length) {
      const some = ids.slice(done, done + transactions.batchSize);
      batch(run, transactions, () => {
        for (const id of some) endRecord(db, id, run.version);
        return some.length;
      });
      done += some.length;
    }
    run.counts.removed += ids.length;
  }

  function publish(
    source: string,
    beforeCommit: (contentHash: string) => void = () => {},
  ): PublishedVersion {
    const run = running();
    flush(run);
    writeSearchRows(run);
    const { added, changed, removed } = run.counts;
    if (added + changed + removed === 0) {
      const { version, contentHash: hash } = published(db);
      beforeCommit(hash);
      end(run);
      return { version, contentHash: hash, ...run.counts };
    }
    writeWords(db, run.index.takeWords(), transactions);
    const hash = contentHash(db, run.version);
    const facets = countFacets(db, run.version);
    // Then the publishing commit, which is synced under the lock, is a short one.
    log.settle();
    beforeCommit(hash);
    db.execute('PRAGMA synchronous = FULL');
    try {
      batch(run, transactions, () => {
        writeFacetCounts(db, run.version, facets);
        insertVersion(db, run, { hash, source, at: clock.now() });
        db.run('DELETE FROM catalog_import');
        return 1;
      });
    } finally {
      db.execute('PRAGMA synchronous = NORMAL');
    }
    current = null;
    log.settle();
    return { version: run.version, contentHash: hash, ...run.counts };
  }

  function end(run: CatalogImport): void {
    current = null;
    db.immediate(() => db.run('DELETE FROM catalog_import WHERE token = ?', run.token));
  }

  return {
    begin,
    has: (kind, key) =>
      db.value(
        `SELECT 1 FROM catalog_records WHERE kind = ? AND key = ? AND ${isLive}`,
        kind,
        key,
        running().base,
        running().base,
      ) !== undefined,
    live: (kind) => eachRecordAt(db, running().base, kind),
    stage: (records) => {
      const run = running();
      for (const record of records) run.buffer.push(record);
      if (run.buffer.length >= bufferedRecords) flush(run);
    },
    remove,
    removeUnstaged,
    publish,
    abandon: () => {
      const run = current;
      if (run === null) return;
      // What another import has staged since is not ours to clear away.
      if (isCurrent(db, run.token)) clearUnpublished(db, createProductIndex(db), transactions);
      end(run);
    },
  };
}
