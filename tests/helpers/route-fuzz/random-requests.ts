import { gzipSync } from 'node:zlib';
import { below, pick } from '../scanner-codes.ts';
import type { Operation } from './api-document.ts';
import { randomCursor } from './random-cursors.ts';
import { fittingValue, type KnownValues, oddValue, spoilt, tooDeep } from './random-values.ts';

type Random = () => number;

/** A request, before it is signed or given its key. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly target: string;
  readonly body: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Too large for any route, and for a device's. Made once: they are megabytes. */
const large = Buffer.from(`{"a":"${'x'.repeat(1_100_000)}"}`);
const larger = Buffer.alloc(4 * 1024 * 1024 + 1, 0x20);
/** Small on the line and 32 MB when it is read. */
const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024, 0x20));
const deepList = Buffer.from('['.repeat(100_000) + ']'.repeat(100_000));
const deepObject = Buffer.from(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`);

/** What the schemas alone would hardly lead to. */
export interface FuzzHints {
  readonly known: KnownValues;
  /** Right bodies, by operation; a list is sent as lines where the route takes those. */
  readonly bodies: Readonly<Record<string, (random: Random) => unknown>>;
  /** Makes good what a spoilt body would be refused for at once, e.g. a hash. */
  readonly finish: (operationId: string, body: unknown) => unknown;
}

/** A request of the operation that is right, nearly right, or nothing at all. */
export function randomRequest(
  random: Random,
  operation: Operation,
  { known, bodies, finish }: FuzzHints,
): FuzzRequest {
  const { operationId } = operation;
  const fate = random();
  const strange = fate > 0.45;
  const target = targetOf(random, operation, known, strange && random() < 0.4);
  const json = operation.requestBody?.content['application/json']?.schema;
  const make = bodies[operationId];
  const takesBody = json !== undefined || make !== undefined;
  const sendsBody = operation.method !== 'GET' && (takesBody || random() < 0.15);
  const extra = strange && random() < 0.2 ? strangeHeaders(random) : {};
  if (!sendsBody) return { operation, target, body: null, headers: extra };
  const media = bodyType(operation);
  const type = { 'content-type': media, ...extra };
  // Where a body is wanted there is none, with and without a word of what it would be.
  if (strange && random() < 0.1) {
    return { operation, target, body: null, headers: random() < 0.5 ? type : extra };
  }
  const fitting =
    make === undefined || random() < 0.3 ? fittingValue(random, json ?? {}, known) : make(random);
  if (!strange) return { operation, target, body: written(fitting, media), headers: type };
  if (random() < 0.65) {
    let value = spoilt(random, fitting);
    while (random() < 0.3) value = spoilt(random, value);
    const body = written(random() < 0.8 ? finish(operationId, value) : value, media);
    return { operation, target, body, headers: type };
  }
  return { operation, target, ...strangeBody(random, written(fitting, media), type) };
}

function bodyType({ requestBody }: Operation): string {
  return Object.keys(requestBody?.content ?? {})[0] ?? 'application/json';
}

const deepText = '['.repeat(20_000) + ']'.repeat(20_000);

function written(value: unknown, media: string): Buffer {
  const lines = media.includes('ndjson') && Array.isArray(value) ? value : [value];
  const text = lines.map((line) => JSON.stringify(line) ?? '').join('\n');
  return Buffer.from(text.replace(`"${tooDeep}"`, deepText));
}

function targetOf(
  random: Random,
  { operationId, path, parameters = [] }: Operation,
  known: KnownValues,
  strange: boolean,
): string {
  let filled = path;
  const query: string[] = [];
  for (const { in: place, name, required, schema } of parameters) {
    const cursor = name === 'cursor' && random() < 0.8 && randomCursor(random, operationId, known);
    const value = cursor || fittingValue(random, schema, known, name);
    const isStrange = strange && random() < 0.6;
    const text = isStrange ? strangeText(random) : encodeURIComponent(String(value));
    if (place === 'path') filled = filled.replace(`{${name}}`, text === '' ? '%20' : text);
    else if (
      place === 'query' &&
      (required === true || isStrange || random() < (cursor ? 0.8 : 0.5))
    ) {
      query.push(`${name}=${text}`);
      if (isStrange && random() < 0.2) query.push(`${name}=again`);
    }
  }
  if (strange && random() < 0.3) {
    query.push(pick(random, ['=', '&&', '__proto__=1', 'a[]=1', 'limit=1e9', '%ZZ=1', '%00']));
  }
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** As it stands in a target: not all of it can be decoded. */
function strangeText(random: Random): string {
  const odd = oddValue(random);
  const written = typeof odd === 'string' ? odd : JSON.stringify(odd);
  return pick(random, [
    '',
    '%00',
    '%ZZ',
    '%FF%FE',
    '%ED%A0%80',
    '..%2F..%2Fetc',
    '%2F',
    '-1',
    '1e400',
    '99999999999999999999',
    '0x10',
    'true',
    'x'.repeat(201),
    'x'.repeat(3_000),
    encodeURIComponent(written.toWellFormed()).slice(0, 2_000),
  ]);
}

function strangeHeaders(random: Random): Readonly<Record<string, string>> {
  return pick<Readonly<Record<string, string>>>(random, [
    { accept: 'text/html' },
    { 'accept-encoding': 'nonsense, br;q=x' },
    { 'accept-encoding': 'gzip' },
    { 'if-none-match': '"\u00e9' },
    { range: 'bytes=0-1' },
    { 'x-forwarded-for': "'; --, ::1" },
    { 'x-http-method-override': 'DELETE' },
    { cookie: 'a='.repeat(500) },
    { expect: '100-continue' },
    { origin: 'null' },
  ]);
}

/** A body that is no JSON, or not of the type that it says, or too much. */
function strangeBody(
  random: Random,
  right: Buffer,
  headers: Readonly<Record<string, string>>,
): Pick<FuzzRequest, 'body' | 'headers'> {
  const coded = (coding: string, body: Buffer) => ({
    body,
    headers: { ...headers, 'content-encoding': coding },
  });
  const plain = (body: Buffer | string) => ({ body: Buffer.from(body), headers });
  const typed = (type: string) => ({ body: right, headers: { ...headers, 'content-type': type } });
  // What takes long is rare.
  if (random() < 0.05) {
    return pick(random, [plain(large), plain(larger), coded('gzip', bomb), coded('br', bomb)]);
  }
  return pick<() => Pick<FuzzRequest, 'body' | 'headers'>>(random, [
    () => plain(''),
    () => plain('{'),
    () => plain('nonsense'),
    () => plain('null'),
    () => plain('"text"'),
    () => plain('[1,2'),
    () => plain('{"a":1}{"b":2}'),
    () => plain('{"a":1e400,"b":-0,"c":12345678901234567890123}'),
    () => plain('{"__proto__":{"x":1},"constructor":{"prototype":{}}}'),
    () => plain('{"a":1,"a":2}'),
    () => plain(Buffer.from([0xff, 0xfe, 0x7b, 0x00])),
    () => plain(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), right])),
    () => plain(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])),
    () => plain(right.subarray(0, below(random, right.length + 1))),
    () => plain(deepList),
    () => plain(deepObject),
    () => typed('text/plain'),
    () => typed('application/xml'),
    () => typed('multipart/form-data'),
    () => typed('application/x-www-form-urlencoded'),
    () => typed('application/json; charset=utf-16'),
    () => typed('application/json;'),
    () => typed('nonsense'),
    () => typed(''),
    () => coded('gzip', right),
    () => coded('br', right),
    () => coded('gzip', gzipSync(right)),
    () => coded('deflate', right),
    () => coded('nonsense', right),
  ])();
}
