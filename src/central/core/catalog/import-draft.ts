import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FeedContents, gatherFeed } from '#shared/domain/catalog-feed/feed-contents.ts';
import { type FeedSource, MalformedInput } from '#shared/domain/catalog-feed/feed-source.ts';
import { type HashedRecord, hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import type { InputReport } from '#shared/domain/catalog-feed/import-report.ts';
import {
  type ImportPlan,
  kindsLookedThrough,
  type PlanFault,
  planImport,
} from '#shared/domain/catalog-feed/plan-import.ts';
import { openFeed } from '#shared/domain/catalog-feed/read-feed.ts';
import { reportInput } from '#shared/domain/catalog-feed/report-input.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { audit } from '../../storage/audit.ts';
import { type CatalogBusy, withCatalogLock } from '../../storage/catalog-lock.ts';
import { wholeContentHash } from '../../storage/catalog-releases.ts';
import {
  type BaseCatalog,
  clearUnfinished,
  endRecords,
  insertRecords,
  loadBase,
  refreshStatistics,
} from '../../storage/catalog-staging.ts';
import { insertVersion, lastVersionNumber, newestVersion } from '../../storage/catalog-versions.ts';
import type { Database } from '../../storage/database.ts';
import type { Db } from '../../storage/schema.ts';

/** A feed, and what is asked of its import. */
export interface DraftInput {
  readonly source: FeedSource;
  /** Makes the input a full feed of its kinds, and says that ending much is meant. */
  readonly replace: boolean;
  /** Lets a full feed end more than half of a kind. */
  readonly allowShrink: boolean;
  /** Who imports, for the audit log. */
  readonly actor: string;
  /** Unix ms. */
  readonly now: number;
}

/** What an import made of a feed. */
export interface DraftReport extends InputReport {
  /** The draft; when nothing changed, the version that has this content already. */
  readonly version: number;
  readonly isNew: boolean;
  readonly contentHash: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export type DraftFault = PlanFault | CatalogBusy | Fault<'import.malformed'>;

/**
 * Makes a draft of a feed on top of the newest version; nobody gets it before it is published. It is
 * written in short transactions: a long one would hold up everybody who reads the feed of events. What an
 * import that broke off has left is never seen, and cleared by the next one. CCT-1 to CCT-8.
 */
export async function importDraft(
  database: Pick<Database, 'db'>,
  input: DraftInput,
): Promise<Result<DraftReport, DraftFault>> {
  const { source } = input;
  try {
    const feed = await openFeed(source, new TextDecoder('utf-8', { fatal: true }));
    const contents = await gatherFeed(feed, {
      file: source.name,
      replace: input.replace,
      onBatch: () => nextTurn(),
    });
    return await withCatalogLock(database, async (db) => {
      const drafted = await draft(db, contents, { ...input, name: feed.header.source });
      return drafted.ok ? ok({ ...reportInput(contents, source.name), ...drafted.value }) : drafted;
    });
  } catch (error) {
    if (error instanceof MalformedInput) return err(fault('import.malformed', error.message));
    throw error;
  }
}

async function draft(
  db: Db,
  contents: FeedContents,
  input: DraftInput & { readonly name: string | undefined },
): Promise<Result<Omit<DraftReport, keyof InputReport>, PlanFault>> {
  const last = await lastVersionNumber(db);
  await clearUnfinished(db, last);
  const newest = await newestVersion(db);
  const base = await loadBase(db, newest?.version ?? 0, kindsLookedThrough(contents));
  const plan = await planImport(contents, base, {
    mayShrink: input.replace || input.allowShrink,
    now: input.now,
    onStep: () => nextTurn(),
  });
  if (!plan.ok) return plan;
  const { added, changed, ended, unchanged } = compare(plan.value, base);
  const counts = {
    added: added.length,
    changed: changed.length,
    removed: ended.length - changed.length,
    unchanged,
  };
  if (added.length + ended.length === 0 && newest !== null) {
    const { version, content_hash: contentHash } = newest;
    return ok({ version, isNew: false, contentHash, ...counts });
  }
  const version = last + 1;
  await inBatches(ended, (ids) => endRecords(db, version, ids));
  await inBatches([...added, ...changed], (records) => insertRecords(db, version, records));
  if (added.length + ended.length >= noticeableRows) await refreshStatistics(db);
  const contentHash = await wholeContentHash(db, version);
  const at = new Date(input.now);
  const sourceName = input.name ?? input.source.name;
  await db.transaction().execute(async (transaction) => {
    await insertVersion(transaction, {
      version,
      content_hash: contentHash,
      source: sourceName,
      imported_at: at,
      imported_by: input.actor,
      rejected: contents.rejections.length,
      ...counts,
    });
    const details = { version, source: sourceName, ...counts };
    await audit(transaction, { actor: input.actor, action: 'catalog.drafted', details }, at);
  });
  return ok({ version, isNew: true, contentHash, ...counts });
}

interface Difference {
  readonly added: readonly HashedRecord[];
  readonly changed: readonly HashedRecord[];
  /** Rows of the base that do not live on: of what is changed, and of what is removed. */
  readonly ended: readonly number[];
  readonly unchanged: number;
}

function compare({ records, ends }: ImportPlan, base: BaseCatalog): Difference {
  const added: HashedRecord[] = [];
  const changed: HashedRecord[] = [];
  const ended: number[] = [];
  const staying = new Set<number>();
  for (const record of records) {
    const hashed = hashRecord(record, (text) => hash('sha256', text));
    const known = base.find(record.kind, hashed.key);
    if (known === null) added.push(hashed);
    else if (known.hash === hashed.hash) staying.add(known.id);
    else {
      changed.push(hashed);
      ended.push(known.id);
      staying.add(known.id);
    }
  }
  const unchanged = staying.size - changed.length;
  for (const kind of ends) {
    for (const [, { id }] of base.all(kind)) if (!staying.has(id)) ended.push(id);
  }
  return { added, changed, ended, unchanged };
}

/** Fewer change nothing that a plan depends on. */
const noticeableRows = 10_000;
const rowsPerBatch = 2_000;

async function inBatches<T>(
  all: readonly T[],
  write: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < all.length; done += rowsPerBatch) {
    await write(all.slice(done, done + rowsPerBatch));
  }
}
