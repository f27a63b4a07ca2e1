import { parseInci } from '#shared/domain/catalog/inci.ts';
import { parseMoney } from '#shared/domain/money/parse.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { FieldSource } from './mapping-schema.ts';
import { patternFilter, scaleDecimal, slugOf } from './text-filters.ts';

/** One data row of a CSV file. */
export interface MappedRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** The field's value and what to note about it; `undefined` leaves the field out. */
interface FieldValue {
  readonly value: unknown;
  readonly notes: readonly string[];
}

export type FieldReader = (row: MappedRow) => Result<FieldValue, string>;
type TextReader = (row: MappedRow) => string;
type Converter = (text: string) => Result<FieldValue, string>;

const plain = (value: unknown): Result<FieldValue, string> => ok({ value, notes: [] });

/** Prepares the reading of one field; the error says what is wrong with the mapping. */
export function compileField(
  source: FieldSource,
  columns: ReadonlyMap<string, number>,
): Result<FieldReader, string> {
  const given = [source.column, source.constant, source.pattern].filter((one) => one !== undefined);
  if (given.length !== 1) return err('must have exactly one of column, constant and pattern');
  if (source.constant !== undefined) {
    const constant = plain(source.constant);
    return ok(() => constant);
  }
  const text = textReader(source, columns);
  if (!text.ok) return text;
  const filter = textFilter(source);
  if (!filter.ok) return filter;
  const convert = converter(source);
  if (!convert.ok) return convert;
  const origin = source.column === undefined ? 'the text' : `column ${source.column}`;
  return ok((row) => {
    const filtered = filter.value(text.value(row));
    if (filtered === '') {
      if (source.default !== undefined) return plain(source.default);
      return source.optional === true ? plain(undefined) : err(`${origin} is empty`);
    }
    const converted = convert.value(filtered);
    return converted.ok ? converted : err(`${origin}: ${converted.error}`);
  });
}

function textReader(
  source: FieldSource,
  columns: ReadonlyMap<string, number>,
): Result<TextReader, string> {
  if (source.pattern !== undefined) return patternReader(source.pattern, columns);
  return columnReader(source.column ?? '', columns);
}

function columnReader(
  name: string,
  columns: ReadonlyMap<string, number>,
): Result<TextReader, string> {
  if (name === '$row') return ok(({ row }) => String(row));
  const at = columns.get(name);
  if (at === undefined) {
    return err(`there is no column "${name}"; the file has ${[...columns.keys()].join(', ')}`);
  }
  return ok(({ cells }) => cells[at] ?? '');
}

function patternReader(
  pattern: string,
  columns: ReadonlyMap<string, number>,
): Result<TextReader, string> {
  const readers: TextReader[] = [];
  for (const part of pattern.split(/(\{[^{}]*\})/)) {
    if (!part.startsWith('{')) {
      readers.push(() => part);
      continue;
    }
    const [name = '', ...filterNames] = part.slice(1, -1).split('|');
    const column = columnReader(name, columns);
    if (!column.ok) return column;
    let read = column.value;
    for (const filterName of filterNames) {
      const filter = patternFilter(filterName);
      if (filter === null) return err(`there is no filter "${filterName}"`);
      const before = read;
      read = (row) => filter(before(row));
    }
    readers.push(read);
  }
  // An empty column leaves no double space behind.
  return ok((row) =>
    readers
      .map((read) => read(row))
      .join('')
      .replace(/ {2,}/g, ' '),
  );
}

function textFilter(source: FieldSource): Result<(text: string) => string, string> {
  let match: RegExp | null = null;
  if (source.match !== undefined) {
    try {
      match = new RegExp(source.match, 'u');
    } catch {
      return err(`match: "${source.match}" is not a regular expression`);
    }
    const groups = new RegExp(`${source.match}|`, 'u').exec('')?.length;
    if (groups !== 2) return err('match: must have exactly one group in parentheses');
  }
  return ok((text) => {
    let result = source.trim === false ? text : text.trim();
    if (match !== null) result = match.exec(result)?.[1] ?? '';
    if (source.lower === true) result = result.toLowerCase();
    if (source.upper === true) result = result.toUpperCase();
    return source.slug === true ? slugOf(result) : result;
  });
}

function converter(source: FieldSource): Result<Converter, string> {
  const { integer, scale, money, split, inci, map } = source;
  const given = [integer, scale, money, split, inci, map].filter((one) => one !== undefined);
  if (given.length > 1)
    return err('may have only one of map, integer, scale, money, split and inci');
  if (map !== undefined) {
    return ok((text) =>
      Object.hasOwn(map, text) ? plain(map[text]) : err(`"${text}" is not in the map`),
    );
  }
  if (integer !== undefined || scale !== undefined) {
    return ok((text) => {
      const scaled = scaleDecimal(text, scale ?? 1);
      return scaled.ok ? plain(scaled.value) : scaled;
    });
  }
  if (money !== undefined) {
    return ok((text) => {
      const amount = parseMoney(text, money);
      return amount.ok ? plain(amount.value) : amount;
    });
  }
  if (split !== undefined) {
    return ok((text) =>
      plain(
        text
          .split(split)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    );
  }
  if (inci !== undefined) return ok((text) => ok(inciValue(text, inci)));
  return ok(plain);
}

function inciValue(text: string, part: 'ingredients' | 'mayContain'): FieldValue {
  const parsed = parseInci(text);
  const names = parsed[part].map((entry) => entry.name);
  // The list as a whole is noted once, with its ingredients.
  const unclear = part === 'ingredients' ? parsed.unparsed : [];
  const notes = unclear
    .filter((one) => one.reason === 'unclear')
    .map((one) => `left out, unclear: ${JSON.stringify(one.text)}`);
  if (part === 'ingredients' && names.length === 0) notes.push('no ingredient list was found');
  return { value: names.length === 0 ? undefined : names, notes };
}
