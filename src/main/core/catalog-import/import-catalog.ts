import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CatalogWriter, StagedRecord } from '#main/core/ports/catalog-writer.ts';
import { type CatalogRecord, recordKey } from '#shared/domain/catalog/feed.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { UnixMs } from '#shared/lib/time.ts';
import { checkBarcodes } from './check-barcodes.ts';
import { checkCurrencies } from './check-currencies.ts';
import { checkReferences } from './check-references.ts';
import { createTemplateCheck } from './check-templates.ts';
import { type FeedContents, gatherFeed } from './feed-contents.ts';
import type { OpenFeed } from './feed-items.ts';
import {
  cancelledMessage,
  type ImportProgress,
  type ImportReport,
  type Rejection,
} from './import-report.ts';
import { type ImportSource, MalformedInput, type MappingText } from './import-source.ts';
import { createKeptRecords } from './kept-records.ts';
import { type NextCatalog, recordsAfterImport } from './live-records.ts';
import { openCsv } from './read-csv.ts';
import { openFeed } from './read-feed.ts';
import { shrinkFault } from './shrink-fault.ts';
import { recordKinds } from './validate-record.ts';

export type ImportFault = Fault<
  'import.malformed' | 'import.cancelled' | 'import.shrinks' | 'input.invalid'
>;

export interface ImportOptions {
  readonly source: ImportSource;
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
    const next = await check(contents, options);
    const records = recordsToStage(next);
    const ends = contents.mode === 'full' && !isHollow(contents);
    const refusal =
      storeFault(next, options) ??
      (!ends || mayShrink(options) ? null : shrinkFault(contents, records, writer));
    if (refusal !== null) {
      writer.abandon();
      return err(refusal);
    }
    await stage(records, options);
    if (ends) writer.removeUnstaged([...contents.covers]);
    throwIfCancelled(options);
    const published = writer.publish(feed.header.source ?? source.name, () => {
      if (options.claimPublishing?.() === false) throw cancelledError(options);
    });
    return ok({
      source: source.name,
      mode: contents.mode,
      ...published,
      read: contents.read(),
      rejected: inOrder(contents.rejections, source.name),
      notes: contents.notes,
    });
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
  return openFeed(source);
}

/** In the order of the input; what does not stand in the file itself comes first. */
function inOrder(rejections: readonly Rejection[], file: string): readonly Rejection[] {
  const position = (one: Rejection): number => (one.file === file ? one.line : -1 / (1 + one.line));
  return rejections.toSorted((a, b) => position(a) - position(b));
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

/**
 * Checks across records. What one of them rejects may be named by others, and what is published
 * comes back in its place: then they all look again.
 */
async function check(contents: FeedContents, options: ImportOptions): Promise<NextCatalog> {
  const { writer, now } = options;
  const kept = createKeptRecords(contents, writer);
  const next: NextCatalog = { contents, published: writer, kept };
  const checkTemplates = createTemplateCheck(next, now);
  let settled = -1;
  const steps = [
    () => checkReferences(next),
    () => {
      kept.update();
      settled = contents.rejections.length;
    },
    () => checkCurrencies(next),
    () => checkBarcodes(next),
    () => checkTemplates(),
  ];
  let done = 0;
  while (settled !== contents.rejections.length) {
    for (const step of steps) {
      await reportAndYield(options, 'checking', Math.min(done, steps.length), steps.length);
      step();
      done += 1;
    }
  }
  return next;
}

function recordsToStage({ contents, kept }: NextCatalog): readonly CatalogRecord[] {
  const records: CatalogRecord[] = [];
  for (const kind of recordKinds) {
    for (const { record } of contents.held(kind).values()) records.push(record);
    for (const record of kept.of(kind)) records.push(record);
  }
  return records;
}

/** CAT-47: an input of which nothing can be used says nothing about what there is. */
function isHollow(contents: FeedContents): boolean {
  return contents.read() > 0 && recordKinds.every((kind) => contents.held(kind).size === 0);
}

function storeFault(next: NextCatalog, { storeId }: ImportOptions): ImportFault | null {
  if (storeId === undefined) return null;
  const stores: string[] = [];
  for (const { id } of recordsAfterImport('store', next)) stores.push(id);
  if (stores.includes(storeId)) return null;
  const there = stores.length === 0 ? 'none' : stores.sort().slice(0, 8).join(', ');
  const message = `The catalog has no store "${storeId}"; it has ${there}. Nothing was changed`;
  return fault('input.invalid', message, { storeId });
}

function mayShrink({ replace, allowShrink }: ImportOptions): boolean {
  return replace === true || allowShrink === true;
}

const STAGED_AT_ONCE = 500;

async function stage(records: readonly CatalogRecord[], options: ImportOptions): Promise<void> {
  for (let done = 0; done < records.length; done += STAGED_AT_ONCE) {
    await reportAndYield(options, 'storing', done, records.length);
    options.writer.stage(records.slice(done, done + STAGED_AT_ONCE).map(stagedRecord));
  }
  await reportAndYield(options, 'storing', records.length, records.length);
}

function stagedRecord(record: CatalogRecord): StagedRecord {
  const json = canonicalJson(record);
  return { record, key: recordKey(record), hash: hash('sha256', json), json };
}
