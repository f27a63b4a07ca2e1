import { createHash, hash } from 'node:crypto';
import { Compile } from 'typebox/compile';
import type {
  CatalogWriter,
  PublishedVersion,
  RecordName,
} from '#main/core/ports/catalog-writer.ts';
import type { PageTaken } from '#main/core/ports/release-applier.ts';
import { type CatalogChange, CatalogChanges } from '#shared/contract/api/catalog.ts';
import { type HashedRecord, hashRecord } from '#shared/domain/catalog-feed/hashed-record.ts';
import {
  type ChangePlace,
  follows,
  putLine,
  removeLine,
} from '#shared/domain/catalog-feed/release-change.ts';
import {
  isRecordKind,
  recordKinds,
  validateRecord,
} from '#shared/domain/catalog-feed/validate-record.ts';
import { type Fault, fault } from '#shared/lib/errors.ts';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

type Damage = Fault<'catalog.release_damaged'>;

/** Takes the pages of one release, checks that they are what head office meant, and stages them. */
export interface ReleaseIntake {
  take(page: string): Result<PageTaken, Damage>;
  publish(): Result<PublishedVersion, Damage>;
  abandon(): void;
}

const form = Compile(CatalogChanges);

/** Ends a publication that turned out to be another release; caught below. */
class OtherContent extends Error {}

/**
 * Stages a release with `writer`. What is checked of a page is CCT-31, of the whole CCT-32; a fault abandons
 * everything. The writer's own errors are thrown.
 */
export function createReleaseIntake(writer: CatalogWriter): ReleaseIntake {
  let first: CatalogChanges | null = null;
  let last: ChangePlace | null = null;
  let done = 0;
  let isWhole = false;

  function damaged(message: string): { readonly ok: false; readonly error: Damage } {
    writer.abandon();
    return err(fault('catalog.release_damaged', message));
  }

  function take(text: string): Result<PageTaken, Damage> {
    const page = parsePage(text);
    if (!page.ok) return damaged(page.error);
    const { target, mode, total, position, changes, nextCursor = null } = page.value;
    const unlike = first === null ? null : differenceOf(page.value, first);
    if (unlike !== null) return damaged(unlike);
    if (position !== done) {
      return damaged(`The page begins after ${position} changes, but ${done} came before it`);
    }
    const read = readChanges(page.value, last);
    if (!read.ok) return damaged(read.error);
    done += changes.length;
    isWhole = nextCursor === null;
    if (isWhole ? done !== total : done >= total) {
      return damaged(`After ${done} of ${total} changes the pages ${isWhole ? 'end' : 'go on'}`);
    }
    if (first === null) writer.begin();
    first ??= { ...page.value, changes: [] };
    last = read.value.last;
    writer.stage(read.value.puts);
    if (read.value.removes.length > 0 && !writer.remove(read.value.removes)) {
      return damaged(`Version ${target.version} removes a record that is not there`);
    }
    return ok({ nextCursor, mode, done, total });
  }

  function publish(): Result<PublishedVersion, Damage> {
    if (first === null || !isWhole) return damaged('The pages have not all come');
    const { target, mode } = first;
    if (mode === 'snapshot') writer.removeUnstaged(recordKinds);
    try {
      return ok(
        writer.publish(`head office, version ${target.version}`, (contentHash) => {
          if (contentHash !== target.contentHash) throw new OtherContent();
        }),
      );
    } catch (error) {
      if (!(error instanceof OtherContent)) throw error;
      return damaged(`What came is not the content of version ${target.version}`);
    }
  }

  return { take, publish, abandon: () => writer.abandon() };
}

function parsePage(text: string): Result<CatalogChanges, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return err(`The page is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (form.Check(value)) return ok(value);
  const { field, reason } = explainInvalid(CatalogChanges, value);
  return err(`The page is not of the expected form: ${field} ${reason}`);
}

function differenceOf(page: CatalogChanges, first: CatalogChanges): string | null {
  const isSame =
    page.mode === first.mode &&
    page.total === first.total &&
    page.target.version === first.target.version &&
    page.target.contentHash === first.target.contentHash;
  return isSame ? null : `The page belongs to another way than the first one`;
}

interface ReadChanges {
  readonly puts: readonly HashedRecord[];
  readonly removes: readonly RecordName[];
  readonly last: ChangePlace | null;
}

/** Checks each change, their order, and the digest over all of them. */
function readChanges(
  { changes, digest, mode }: CatalogChanges,
  before: ChangePlace | null,
): Result<ReadChanges, string> {
  const puts: HashedRecord[] = [];
  const removes: RecordName[] = [];
  const sum = createHash('sha256');
  let last = before;
  for (const change of changes) {
    const read = readChange(change);
    if (!read.ok) return read;
    const { place, line, put } = read.value;
    const { op, kind, key } = place;
    if (last !== null && !follows(place, last)) {
      return err(`The ${kind} ${key} is out of order, or came already`);
    }
    if (op === 'remove' && mode === 'snapshot') return err('A snapshot removes a record');
    last = place;
    sum.update(line);
    if (put === null) removes.push({ kind, key });
    else puts.push(put);
  }
  if (sum.digest('hex') !== digest) return err('The digest is not that of the page');
  return ok({ puts, removes, last });
}

interface ReadChange {
  readonly place: ChangePlace;
  /** As in the digest. */
  readonly line: string;
  readonly put: HashedRecord | null;
}

function readChange(change: CatalogChange): Result<ReadChange, string> {
  if (change.op === 'put') {
    const record = validateRecord(change.record);
    if (!record.ok) {
      const { kind, key = 'record', field, reason } = record.error;
      return err(`The ${kind} ${key} is not sound: ${field} ${reason}`);
    }
    const put = hashRecord(record.value, (text) => hash('sha256', text));
    const { kind } = record.value;
    return ok({ place: { op: 'put', kind, key: put.key }, line: putLine(kind, put), put });
  }
  const { kind, key } = change;
  if (!isRecordKind(kind)) return err(`"${kind}" is not a known kind`);
  return ok({ place: { op: 'remove', kind, key }, line: removeLine(kind, key), put: null });
}
