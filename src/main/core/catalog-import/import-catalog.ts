import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogWriter } from '#main/core/ports/catalog-writer.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { gatherFeed } from '#shared/domain/catalog-feed/feed-contents.ts';
import type { OpenFeed } from '#shared/domain/catalog-feed/feed-items.ts';
import { type FeedSource, MalformedInput } from '#shared/domain/catalog-feed/feed-source.ts';
import { hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import {
  cancelledMessage,
  type ImportProgress,
  type ImportReport,
} from '#shared/domain/catalog-feed/import-report.ts';
import { type PlanFault, planImport } from '#shared/domain/catalog-feed/plan-import.ts';
import { openFeed } from '#shared/domain/catalog-feed/read-feed.ts';
import { reportInput } from '#shared/domain/catalog-feed/report-input.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import type { MappingText } from './mapping-schema.ts';
import { openCsv } from './read-csv.ts';

export type ImportFault = PlanFault | Fault<'import.malformed' | 'import.cancelled'>;

export interface ImportOptions {
  readonly source: FeedSource;
  /** Given for a CSV file, and only then. */
  readonly mapping?: MappingText;
  /** A store that the catalog must have afterwards; without it nothing is changed. */
  readonly storeId?: string;
  /** Makes the input a full feed of its kinds, and says that ending much is meant. */
  readonly replace?: boolean;
  /** Lets a full feed end more than half of the products. */
  readonly allowShrink?: boolean;
  readonly writer: CatalogWriter;
  /** Decides which effective-dated allergen thresholds the templates are analyzed with. */
  readonly now: UnixMs;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Asked between steps: whether to stop, and leave the catalog as it was. */
  readonly isCancelled?: () => boolean;
  /** Asked right before publishing: whether nothing has cancelled the import; then nothing can any more. */
  readonly claimPublishing?: () => boolean;
}

/** Ends an import that was cancelled; caught below. */
class Cancelled extends Error {}

/**
 * Imports a feed or a mapped CSV file: everything is read and checked before anything is staged,
 * and nothing is visible before all of it is. Wrong records are left out and reported; an input
 * that cannot be read changes nothing. Rules: docs/specs/catalog-import.md.
 */
export async function importCatalog(
  options: ImportOptions,
): Promise<Result<ImportReport, ImportFault>> {
  const { source, writer } = options;
  let begun = false;
  try {
    const feed = await open(options);
    const contents = await gatherFeed(feed, {
      file: source.name,
      replace: options.replace === true,
      onBatch: () => reportAndYield(options, 'reading', feed.bytesRead(), source.sizeBytes),
    });
    begun = true;
    writer.begin();
    const plan = await planImport(contents, writer, {
      ...(options.storeId === undefined ? {} : { storeId: options.storeId }),
      mayShrink: options.replace === true || options.allowShrink === true,
      now: options.now,
      onStep: (done, total) => reportAndYield(options, 'checking', done, total),
    });
    if (!plan.ok) {
      writer.abandon();
      return plan;
    }
    const { records, ends } = plan.value;
    await stage(records, options);
    if (ends.length > 0) writer.removeUnstaged(ends);
    throwIfCancelled(options);
    const published = writer.publish(feed.header.source ?? source.name, () => {
      if (options.claimPublishing?.() === false) throw cancelledError(options);
    });
    return ok({ ...reportInput(contents, source.name), ...published });
  } catch (error) {
    if (begun) abandonQuietly(writer);
    if (error instanceof MalformedInput) return err(fault('import.malformed', error.message));
    if (error instanceof Cancelled) return err(fault('import.cancelled', error.message));
    throw error;
  }
}

function open({ source, mapping }: ImportOptions): Promise<OpenFeed> {
  if (mapping !== undefined) return openCsv(source, mapping);
  if (/\.(csv|tsv)$/i.test(source.name)) {
    throw new MalformedInput(`${source.name}: a CSV file needs a mapping (--mapping FILE)`);
  }
  return openFeed(source, new TextDecoder('utf-8', { fatal: true }));
}

/** Tells how far the import is, and lets a cancellation and other work in between. */
async function reportAndYield(
  options: ImportOptions,
  stageName: ImportProgress['stage'],
  done: number,
  total: number,
): Promise<void> {
  options.onProgress?.({ stage: stageName, done, total });
  await nextTurn();
  throwIfCancelled(options);
}

function throwIfCancelled(options: ImportOptions): void {
  if (options.isCancelled?.() === true) throw cancelledError(options);
}

function cancelledError({ source }: ImportOptions): Cancelled {
  return new Cancelled(cancelledMessage(source.name));
}

function abandonQuietly(writer: CatalogWriter): void {
  try {
    writer.abandon();
  } catch {
    // E.g. the disk is full. What is left is invisible, and the next import clears it first.
  }
}

const STAGED_AT_ONCE = 500;

async function stage(records: readonly CatalogRecord[], options: ImportOptions): Promise<void> {
  for (let done = 0; done < records.length; done += STAGED_AT_ONCE) {
    await reportAndYield(options, 'storing', done, records.length);
    const some = records.slice(done, done + STAGED_AT_ONCE);
    options.writer.stage(some.map((record) => hashRecord(record, sha256)));
  }
  await reportAndYield(options, 'storing', records.length, records.length);
}

function sha256(text: string): string {
  return hash('sha256', text);
}
