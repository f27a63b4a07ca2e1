import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FeedItem, OpenFeed } from '#shared/domain/catalog-feed/feed-items.ts';
import { type FeedSource, MalformedInput } from '#shared/domain/catalog-feed/feed-source.ts';
import { decodeSource } from '#shared/domain/catalog-feed/read-text.ts';
import { recordLines } from '#shared/domain/catalog-feed/record-lines.ts';
import { compileMapping, mappedKinds, parseMapping, type RowMapper } from './compile-mapping.ts';
import type { CatalogMapping, MappingText } from './mapping-schema.ts';

/**
 * Opens a CSV file through a mapping, which stands for the header of a feed.
 * @throws MalformedInput when the mapping or the file's header row cannot be used.
 */
export async function openCsv(source: FeedSource, mappingText: MappingText): Promise<OpenFeed> {
  const mapping = parseMapping(mappingText);
  const { texts, bytesRead } = decodeSource(
    source,
    new TextDecoder(mapping.csv?.encoding ?? 'utf-8', { fatal: true }),
  );
  const rows = csvRows(source.name, texts, mapping)[Symbol.asyncIterator]();
  const first = await rows.next();
  if (first.done === true) throw new MalformedInput(`${source.name}: is empty`);
  const columns = first.value.cells.map((cell) => cell.trim());
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  if (repeated !== undefined) {
    throw new MalformedInput(`${source.name}:1: the column "${repeated}" is there twice`);
  }
  const mapRow = compileMapping(mapping, columns, mappingText.name);
  return {
    header: {
      format: 'blendbar-catalog',
      version: 1,
      mode: mapping.mode,
      kinds: [...mappedKinds(mapping)],
    },
    bytesRead,
    batches: csvItems(staticItems(mapping, mappingText), rows, columns.length, mapRow),
  };
}

interface CsvRow {
  /** The line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

async function* csvRows(
  name: string,
  texts: AsyncIterable<string>,
  mapping: CatalogMapping,
): AsyncGenerator<CsvRow> {
  const parser = Readable.from(texts).compose(
    parse({
      delimiter: mapping.csv?.delimiter ?? ',',
      quote: mapping.csv?.quote ?? '"',
      relax_column_count: true,
      // `5" brush`: a quote within an unquoted cell is part of it.
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }),
  );
  // csv-parse counts a CRLF inside quotes twice, so the lines are counted here.
  let next = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      readonly record: readonly string[];
      readonly info: { readonly empty_lines: number };
    }>) {
      yield { line: next + info.empty_lines, cells: record };
      next += 1;
      for (const cell of record) next += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new MalformedInput(`${name}: not a CSV file from line ${next}: ${error.message}`);
  }
}

const BATCH = 500;

async function* csvItems(
  first: readonly FeedItem[],
  rows: AsyncIterator<CsvRow>,
  width: number,
  mapRow: RowMapper,
): AsyncGenerator<readonly FeedItem[]> {
  let batch: FeedItem[] = [...first];
  let row = 0;
  try {
    for (;;) {
      const next = await rows.next();
      if (next.done === true) break;
      const { line, cells } = next.value;
      row += 1;
      if (cells.length === width) batch.push(...mapRow({ row, cells }, line));
      else batch.push({ line, problem: `has ${cells.length} columns, the header has ${width}` });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } finally {
    // Closes the file also when the import was cancelled.
    await rows.return?.();
  }
}

function staticItems(mapping: CatalogMapping, { name, text }: MappingText): readonly FeedItem[] {
  const lines = recordLines(text, 'static');
  return (mapping.static ?? []).map((value, index) => ({
    line: lines[index] ?? 0,
    file: name,
    value,
  }));
}
