import { canonicalJson } from '../../lib/canonical-json.ts';
import { type CatalogRecord, type RecordKind, recordKey } from '../catalog/feed.ts';
import type { RecordProblem } from '../catalog/record-problems.ts';
import type { FeedItem, OpenFeed } from './feed-items.ts';
import type { ImportNote, Rejection } from './import-report.ts';
import { ownerKindOf, ownerOf } from './record-owner.ts';
import { keyOf, recordKinds, validateRecord } from './validate-record.ts';

/** A record that has passed so far, and where it came from. */
export interface Held {
  readonly record: CatalogRecord;
  readonly file: string;
  readonly line: number;
}

/** Everything that an input holds. Checks take records out of it with `reject`. */
export interface FeedContents {
  readonly mode: 'full' | 'delta';
  /** Kinds that a full feed replaces. */
  readonly covers: ReadonlySet<RecordKind>;
  /** Whether what is published of a kind ends unless this input has it. */
  replaces(kind: RecordKind): boolean;
  held(kind: RecordKind): ReadonlyMap<string, Held>;
  /** Keys that the input has, but that were rejected. */
  rejectedKeys(kind: RecordKind): ReadonlySet<string>;
  /** What rejected records of a kind are part of, each with the key of one such record. */
  ownersOfRejected(kind: RecordKind): ReadonlyMap<string, string>;
  /** A rejected rule that does not say which template it is about: its key as far as it is known. */
  strayRule(): string | null;
  /** Whether something was rejected of which not even the kind can be told. */
  hasUnreadable(): boolean;
  reject(kind: RecordKind, key: string, problem: RecordProblem): void;
  /** Reports that a record which the input does not have is not ended. */
  refuseRemoval(kind: RecordKind, key: string, reason: string): void;
  note(note: ImportNote): void;
  /** A note about a record that the input does not have. */
  noteKept(kind: RecordKind, key: string, message: string): void;
  readonly rejections: readonly Rejection[];
  readonly notes: readonly ImportNote[];
  read(): number;
}

/**
 * Reads all records, each checked by itself. `onBatch` is called after each batch and may wait.
 */
export async function gatherFeed(
  feed: OpenFeed,
  options: {
    readonly file: string;
    readonly replace: boolean;
    readonly onBatch: () => Promise<void>;
  },
): Promise<FeedContents> {
  const contents = emptyContents(feed, options);
  for await (const batch of feed.batches) {
    for (const item of batch) contents.take(item);
    await options.onBatch();
  }
  return contents;
}

function emptyContents(
  { header }: OpenFeed,
  options: { readonly file: string; readonly replace: boolean },
): FeedContents & { take(item: FeedItem): void } {
  const named = header.kinds;
  const covers = new Set(recordKinds.filter((kind) => named === undefined || named.includes(kind)));
  const mode = options.replace ? 'full' : header.mode;
  const byKind = new Map(recordKinds.map((kind) => [kind, new Map<string, Held>()]));
  const rejectedByKind = new Map(recordKinds.map((kind) => [kind, new Set<string>()]));
  const ownersByKind = new Map(recordKinds.map((kind) => [kind, new Map<string, string>()]));
  const rejections: Rejection[] = [];
  const notes: ImportNote[] = [];
  let read = 0;
  let strayRule: string | null = null;
  let hasUnreadable = false;

  const mapOf = (kind: RecordKind): Map<string, Held> => byKind.get(kind) ?? new Map();
  const rejectedOf = (kind: RecordKind): Set<string> => rejectedByKind.get(kind) ?? new Set();
  const ownersOf = (kind: RecordKind): Map<string, string> => ownersByKind.get(kind) ?? new Map();

  /** `value` is what can be read of the record. */
  function add(rejection: Rejection, value: unknown): void {
    rejections.push(rejection);
    const { kind, key } = rejection;
    if (kind === undefined) {
      hasUnreadable = true;
      return;
    }
    if (key !== undefined) rejectedOf(kind).add(key);
    rememberOwner(kind, value, key);
  }

  function rememberOwner(kind: RecordKind, value: unknown, key = ''): void {
    if (ownerKindOf(kind) === null) return;
    const owner = ownerOf(kind, value);
    if (owner === null) {
      if (kind === 'rule') strayRule ??= key;
    } else if (!ownersOf(kind).has(owner.key)) {
      ownersOf(kind).set(owner.key, key);
    }
  }

  function take(item: FeedItem): void {
    read += 1;
    const { line } = item;
    if ('problem' in item) {
      const { kind, field = '', problem, draft } = item;
      const known = kind === undefined ? {} : { kind, ...keyOf(kind, draft) };
      add({ file: options.file, line, ...known, field, reason: problem }, draft);
      return;
    }
    const file = item.file ?? options.file;
    const result = validateRecord(item.value);
    if (!result.ok) {
      add({ file, line, ...result.error }, item.value);
      return;
    }
    const record = result.value;
    const { kind } = record;
    const key = recordKey(record);
    const earlier = mapOf(kind).get(key);
    if (!covers.has(kind)) {
      const reason = `${kind} is not in the header's kinds`;
      add({ file, line, kind, key, field: 'kind', reason }, record);
    } else if (earlier !== undefined) {
      const reason = `the key ${key} is already on line ${earlier.line}`;
      rejections.push({ file, line, kind, key, field: '', reason });
      // Another record under the same key was perhaps meant to have a key of its own.
      if (canonicalJson(earlier.record) !== canonicalJson(record)) rememberOwner(kind, record, key);
    } else {
      mapOf(kind).set(key, { record, file, line });
      for (const note of item.notes ?? []) notes.push({ file, line, kind, key, ...note });
    }
  }

  return {
    mode,
    covers,
    replaces: (kind) => mode === 'full' && covers.has(kind),
    held: mapOf,
    rejectedKeys: rejectedOf,
    ownersOfRejected: ownersOf,
    strayRule: () => strayRule,
    hasUnreadable: () => hasUnreadable,
    reject: (kind, key, { field, reason }) => {
      const held = mapOf(kind).get(key);
      if (held === undefined) return;
      mapOf(kind).delete(key);
      add({ file: held.file, line: held.line, kind, key, field, reason }, held.record);
    },
    refuseRemoval: (kind, key, reason) => {
      rejections.push({
        file: options.file,
        line: 0,
        kind,
        key,
        field: '',
        reason,
        isRemoval: true,
      });
    },
    note: (note) => {
      notes.push(note);
    },
    noteKept: (kind, key, message) => {
      notes.push({ file: options.file, line: 0, kind, key, field: '', message });
    },
    rejections,
    notes,
    read: () => read,
    take,
  };
}
