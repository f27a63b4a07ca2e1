import { Check } from 'typebox/value';
import type { RecordKind } from '#shared/domain/catalog/feed.ts';
import type { FeedItem } from '#shared/domain/catalog-feed/feed-items.ts';
import { MalformedInput } from '#shared/domain/catalog-feed/feed-source.ts';
import { isRecordKind } from '#shared/domain/catalog-feed/validate-record.ts';
import { explainInvalid } from '#shared/lib/explain-invalid.ts';
import { err } from '#shared/lib/result.ts';
import { compileField, type FieldReader, type MappedRow } from './compile-field.ts';
import { fieldProblem } from './field-path.ts';
import { CatalogMapping, type MappingText, type RecordMapping } from './mapping-schema.ts';

/** @throws MalformedInput */
export function parseMapping({ name, text }: MappingText): CatalogMapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new MalformedInput(`${name}: ${error instanceof Error ? error.message : 'is not JSON'}`);
  }
  if (Check(CatalogMapping, value)) return value;
  const { field, reason } = explainInvalid(CatalogMapping, value);
  throw new MalformedInput(`${name}: ${field === '' ? 'mapping' : field}: ${reason}`);
}

/** Makes the records of one row. */
export type RowMapper = (row: MappedRow, line: number) => readonly FeedItem[];

/**
 * Prepares a mapping for a file with these columns.
 * @throws MalformedInput when it names a column, a filter, a field or a kind that there is not.
 */
export function compileMapping(
  mapping: CatalogMapping,
  columns: readonly string[],
  mappingName: string,
): RowMapper {
  const indexes = new Map(columns.map((column, index) => [column, index]));
  const makers = mapping.records.map((record, index) =>
    compileRecord(record, indexes, `${mappingName}: records[${index}]`),
  );
  return (row, line) => {
    const items: FeedItem[] = [];
    for (const make of makers) {
      const item = make(row, line);
      if (item !== null) items.push(item);
    }
    return items;
  };
}

/** The kinds that a mapping makes, its static records included. */
export function mappedKinds(mapping: CatalogMapping): readonly string[] {
  const kinds = mapping.records.map((record) => record.kind);
  for (const record of mapping.static ?? []) {
    // Anything at all may stand there; it is checked as a record later.
    const { kind } = (record ?? {}) as { readonly kind?: unknown };
    if (isRecordKind(kind)) kinds.push(kind);
  }
  return [...new Set(kinds)];
}

type RecordMaker = (row: MappedRow, line: number) => FeedItem | null;

function compileRecord(
  record: RecordMapping,
  columns: ReadonlyMap<string, number>,
  place: string,
): RecordMaker {
  const { kind, when } = record;
  if (!isRecordKind(kind)) throw new MalformedInput(`${place}.kind: "${kind}" is not a known kind`);
  const applies = compileWhen(when, columns, place);
  const fields = Object.entries(record.fields).map(([field, source]) => {
    const problem =
      clashOf(field, Object.keys(record.fields)) ?? fieldProblem(kind, field, source.constant);
    const reader = problem === null ? compileField(source, columns) : err(problem);
    if (!reader.ok)
      throw new MalformedInput(`${place}.fields${memberPath(field)}: ${reader.error}`);
    return { field, path: field.split('.'), read: reader.value };
  });
  return (row, line) => (applies(row) ? makeRecord(kind, fields, row, line) : null);
}

/** The name as it is found in the mapping file, also when it is empty or has spaces. */
function memberPath(field: string): string {
  return /^[\w.-]+$/.test(field) ? `.${field}` : `[${JSON.stringify(field)}]`;
}

/** Why no record can have this field beside the others. */
function clashOf(field: string, all: readonly string[]): string | null {
  const inner = all.find((other) => other.startsWith(`${field}.`));
  return inner === undefined ? null : `cannot be given as a whole and by ${inner}`;
}

function compileWhen(
  when: RecordMapping['when'],
  columns: ReadonlyMap<string, number>,
  place: string,
): (row: MappedRow) => boolean {
  if (when === undefined) return () => true;
  const at = columns.get(when.column);
  if (at === undefined) {
    throw new MalformedInput(`${place}.when: there is no column "${when.column}"`);
  }
  const wanted = when.in === undefined ? null : new Set(when.in);
  return ({ cells }) => {
    const text = (cells[at] ?? '').trim();
    return wanted === null ? text !== '' : wanted.has(text);
  };
}

interface CompiledField {
  readonly field: string;
  readonly path: readonly string[];
  readonly read: FieldReader;
}

function makeRecord(
  kind: RecordKind,
  fields: readonly CompiledField[],
  row: MappedRow,
  line: number,
): FeedItem {
  const value: Record<string, unknown> = { kind };
  const notes: { field: string; message: string }[] = [];
  let first: { readonly field: string; readonly problem: string } | null = null;
  for (const { field, path, read } of fields) {
    const result = read(row);
    if (!result.ok) {
      first ??= { field, problem: result.error };
      continue;
    }
    if (result.value.value !== undefined) setAt(value, path, result.value.value);
    for (const message of result.value.notes) notes.push({ field, message });
  }
  if (first !== null) return { line, kind, ...first, draft: value };
  return notes.length === 0 ? { line, value } : { line, value, notes };
}

function setAt(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = Object.hasOwn(target, name) ? target[name] : {};
  // Members on the way are objects that we made.
  const next = inner as Record<string, unknown>;
  target[name] = next;
  setAt(next, rest, value);
}
