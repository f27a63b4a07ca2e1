import { type CatalogRecord, type RecordKind, recordKey } from '#shared/domain/catalog/feed.ts';
import type { RecordProblem } from '#shared/domain/catalog/record-problems.ts';
import type { FeedItem, OpenFeed } from './feed-items.ts';
import type { ImportNote, Rejection } from './import-report.ts';
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
  held(kind: RecordKind): ReadonlyMap<string, Held>;
  /** Keys that the input has, but that were rejected. */
  rejectedKeys(kind: RecordKind): ReadonlySet<string>;
  /** Templates that rejected rules are about, each with one such rule. */
  templatesOfRejectedRules(): ReadonlyMap<string, string>;
  reject(kind: RecordKind, key: string, problem: RecordProblem): void;
  note(note: ImportNote): void;
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
  const byKind = new Map(recordKinds.map((kind) => [kind, new Map<string, Held>()]));
  const rejectedByKind = new Map(recordKinds.map((kind) => [kind, new Set<string>()]));
  const ruled = new Map<string, string>();
  const rejections: Rejection[] = [];
  const notes: ImportNote[] = [];
  let read = 0;

  const mapOf = (kind: RecordKind): Map<string, Held> => byKind.get(kind) ?? new Map();
  const rejectedOf = (kind: RecordKind): Set<string> => rejectedByKind.get(kind) ?? new Set();

  function add(rejection: Rejection): void {
    rejections.push(rejection);
    if (rejection.kind !== undefined && rejection.key !== undefined) {
      rejectedOf(rejection.kind).add(rejection.key);
    }
  }

  function rememberRule(rule: unknown, key = ''): void {
    // Only objects get as far as being a rule.
    const { template } = rule as { readonly template?: unknown };
    if (typeof template === 'string') ruled.set(template, key);
  }

  function take(item: FeedItem): void {
    read += 1;
    const { line } = item;
    if ('problem' in item) {
      const { kind, field = '', problem, draft } = item;
      const known = kind === undefined ? {} : { kind, ...keyOf(kind, draft) };
      if (kind === 'rule' && draft !== undefined) rememberRule(draft);
      add({ file: options.file, line, ...known, field, reason: problem });
      return;
    }
    const file = item.file ?? options.file;
    const result = validateRecord(item.value);
    if (!result.ok) {
      if (result.error.kind === 'rule') rememberRule(item.value, result.error.key);
      add({ file, line, ...result.error });
      return;
    }
    const record = result.value;
    const { kind } = record;
    const key = recordKey(record);
    const earlier = mapOf(kind).get(key);
    if (!covers.has(kind)) {
      add({ file, line, kind, key, field: 'kind', reason: `${kind} is not in the header's kinds` });
    } else if (earlier !== undefined) {
      const reason = `the key ${key} is already on line ${earlier.line}`;
      rejections.push({ file, line, kind, key, field: '', reason });
    } else {
      mapOf(kind).set(key, { record, file, line });
      for (const note of item.notes ?? []) notes.push({ file, line, kind, key, ...note });
    }
  }

  return {
    mode: options.replace ? 'full' : header.mode,
    covers,
    held: mapOf,
    rejectedKeys: rejectedOf,
    templatesOfRejectedRules: () => ruled,
    reject: (kind, key, { field, reason }) => {
      const held = mapOf(kind).get(key);
      if (held === undefined) return;
      mapOf(kind).delete(key);
      if (kind === 'rule') rememberRule(held.record, key);
      add({ file: held.file, line: held.line, kind, key, field, reason });
    },
    note: (note) => {
      notes.push(note);
    },
    rejections,
    notes,
    read: () => read,
    take,
  };
}
