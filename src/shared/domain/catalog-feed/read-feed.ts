import type { TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { explainInvalid } from '../../lib/explain-invalid.ts';
import { isPlainText } from '../../lib/plain-text.ts';
import { FeedHeader } from '../catalog/feed.ts';
import type { FeedItem, OpenFeed } from './feed-items.ts';
import { type FeedSource, MalformedInput, type TextDecoding } from './feed-source.ts';
import { decodeSource, linesOf, type TextLine } from './read-text.ts';
import { recordLines } from './record-lines.ts';
import { isRecordKind } from './validate-record.ts';

/**
 * Opens a JSON or NDJSON feed. NDJSON is told by its first line: a header by itself. It is read
 * as a stream; JSON is read as a whole, so large feeds should be NDJSON.
 * `decoder` makes UTF-8 text.
 * @throws MalformedInput when there is no header to be read.
 */
export async function openFeed(source: FeedSource, decoder: TextDecoding): Promise<OpenFeed> {
  const { texts, bytesRead } = decodeSource(source, decoder);
  const lines = linesOf(texts)[Symbol.asyncIterator]();
  const first = await lines.next();
  const [head] = first.done === true ? [] : first.value;
  if (first.done === true || head === undefined)
    throw new MalformedInput(`${source.name}: is empty`);
  const header = parsedOrNull(head.text);
  if (isObject(header) && !('records' in header)) {
    return {
      header: checkHeader(header, `${source.name}:${head.line}`),
      bytesRead,
      batches: ndjsonItems(first.value.slice(1), lines),
    };
  }
  const text = await wholeText(first.value, lines);
  const { records, ...envelope } = parseDocument(source.name, text);
  const checked = checkHeader(envelope, source.name);
  if (!Array.isArray(records)) {
    throw new MalformedInput(`${source.name}: records: must be a list of records`);
  }
  return { header: checked, bytesRead, batches: documentItems(text, records) };
}

function checkHeader(value: unknown, place: string): FeedHeader {
  const schema: TSchema = FeedHeader;
  if (isObject(value) && value.format !== 'blendbar-catalog') {
    throw new MalformedInput(
      `${place}: format: must be "blendbar-catalog" (see docs/catalog-feed.md)`,
    );
  }
  if (!Check(schema, value)) {
    const { field, reason } = explainInvalid(FeedHeader, value);
    throw new MalformedInput(`${place}: ${field === '' ? 'header' : field}: ${reason}`);
  }
  // The schema is the type's own.
  const header = value as FeedHeader;
  const unknown = header.kinds?.find((kind) => !isRecordKind(kind));
  if (header.source !== undefined && !isPlainText(header.source)) {
    throw new MalformedInput(`${place}: source: holds a NUL or no character`);
  }
  if (unknown !== undefined) {
    throw new MalformedInput(`${place}: kinds: "${unknown}" is not a known kind`);
  }
  return header;
}

async function* ndjsonItems(
  first: readonly TextLine[],
  rest: AsyncIterator<readonly TextLine[]>,
): AsyncGenerator<readonly FeedItem[]> {
  try {
    yield first.map(ndjsonItem);
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value.map(ndjsonItem);
    }
  } finally {
    // Closes the file also when the import was cancelled.
    await rest.return?.();
  }
}

function ndjsonItem({ line, text }: TextLine): FeedItem {
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    return { line, problem: `is not JSON: ${messageOf(error)}` };
  }
}

async function wholeText(
  first: readonly TextLine[],
  rest: AsyncIterator<readonly TextLine[]>,
): Promise<string> {
  const kept: TextLine[] = [...first];
  for (;;) {
    const next = await rest.next();
    if (next.done === true) break;
    for (const line of next.value) kept.push(line);
  }
  // Blank lines come back, so that line numbers are those of the file.
  let text = '';
  let line = 1;
  for (const part of kept) {
    text += '\n'.repeat(part.line - line) + part.text;
    line = part.line;
  }
  return text;
}

function parseDocument(name: string, text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = messageOf(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const line = text.slice(0, Number(position ?? text.length)).split('\n').length;
    throw new MalformedInput(
      `${name}:${line}: neither a JSON feed nor an NDJSON header: ${message}`,
    );
  }
  if (!isObject(value)) throw new MalformedInput(`${name}: a feed must be a JSON object`);
  return value;
}

const BATCH = 500;

async function* documentItems(
  text: string,
  records: readonly unknown[],
): AsyncGenerator<readonly FeedItem[]> {
  const lines = recordLines(text, 'records');
  for (let start = 0; start < records.length; start += BATCH) {
    yield records
      .slice(start, start + BATCH)
      .map((value, index) => ({ line: lines[start + index] ?? 0, value }));
  }
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
