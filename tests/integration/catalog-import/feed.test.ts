import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  header,
  type ImportWorld,
  ndjson,
  openImportWorld,
  price,
  product,
  standard,
  textSource,
} from './import-world.ts';

function world(): ImportWorld {
  const opened = openImportWorld(tempFolder());
  onTestFinished(() => opened.close());
  return opened;
}

const small = [berlin, standard, product('A'), price('A', 1250)];

test('CAT-1 JSON and NDJSON hold the same catalog', async () => {
  const { imported, store } = world();
  const first = await imported(ndjson(header, ...small));
  expect(first).toMatchObject({ version: 1, read: 4, added: 4, rejected: [], mode: 'full' });
  expect(store.catalog.priceMinor(1, 'A', 1)).toBe(1250);
  const document = JSON.stringify({ ...header, records: small }, null, 2);
  const second = await imported(document, { source: textSource(document, 'feed.json') });
  expect(second).toMatchObject({ version: 1, unchanged: 4, contentHash: first.contentHash });
  const oneLine = JSON.stringify({ ...header, records: small });
  expect(await imported(oneLine)).toMatchObject({ version: 1, unchanged: 4 });
});

test('CAT-2 a byte order mark, CRLF and blank lines do not matter', async () => {
  const { imported } = world();
  const lines = [header, ...small].map((line) => JSON.stringify(line));
  const report = await imported(`\uFEFF${lines.join('\r\n\r\n')}\r\n\r\n`);
  expect(report).toMatchObject({ added: 4, rejected: [] });
});

test('CAT-2 a broken line is rejected with its number, the others are imported', async () => {
  const { imported } = world();
  const lines = [header, ...small].map((line) => JSON.stringify(line));
  lines.splice(3, 0, '', '{"kind":"product","sku":', '[]', '"text"');
  const report = await imported(lines.join('\n'));
  expect(report.added).toBe(4);
  expect(report.rejected.map(({ line }) => line)).toEqual([5, 6, 7]);
  expect(report.rejected[0]?.reason).toMatch(/^is not JSON: /);
  expect(report.rejected[1]?.reason).toBe('a record must be an object');
});

test('CAT-3 a rejected record of a JSON document is found by the line on which it begins', async () => {
  const { imported } = world();
  const document = JSON.stringify({ ...header, records: [...small, product('B b')] }, null, 2);
  const report = await imported(document, { source: textSource(document, 'feed.json') });
  const line = document.split('\n').findIndex((text) => text.includes('"B b"')) + 1;
  // `kind` stands between the opening brace and the SKU.
  expect(report.rejected).toMatchObject([{ file: 'feed.json', line: line - 2, key: 'B b' }]);
});

test('CAT-4 an input that cannot be read changes nothing', async () => {
  const { run, imported, store } = world();
  await imported(ndjson(header, ...small));
  const cases: readonly (readonly [string | Uint8Array, string])[] = [
    ['', 'feed.ndjson: is empty'],
    [' \n\n', 'feed.ndjson: is empty'],
    ['not json', 'feed.ndjson:1: neither a JSON feed nor an NDJSON header'],
    ['{\n"records": [\n}', 'feed.ndjson:3: neither a JSON feed nor an NDJSON header'],
    ['[]', 'feed.ndjson: a feed must be a JSON object'],
    [ndjson({ ...header, format: 'other' }, ...small), 'format: must be "blendbar-catalog"'],
    [ndjson({ ...header, version: 2 }, ...small), 'feed.ndjson:1: version: must be 1'],
    [ndjson({ ...header, mode: 'all' }), 'mode: must be one of "full", "delta"'],
    [ndjson({ ...header, kinds: ['goods'] }), 'kinds: "goods" is not a known kind'],
    [ndjson({ ...header, extra: 1 }), 'extra: is not a known field'],
    [JSON.stringify({ ...header, records: {} }), 'records: must be a list of records'],
    [Uint8Array.from([0x7b, 0xff, 0xfe, 0x0a]), 'not utf-8 text near byte 0'],
  ];
  for (const [feed, message] of cases) {
    const result = await run(feed);
    expect(result).toMatchObject({ ok: false, error: { code: 'import.malformed' } });
    expect(result.ok ? '' : result.error.message).toContain(message);
  }
  const broken = [ndjson(header, product('Z', { taxClass: 'standard' })), '\n'].join('');
  const bytes = new Uint8Array([...new TextEncoder().encode(broken), 0xff]);
  expect(await run(bytes)).toMatchObject({ ok: false, error: { code: 'import.malformed' } });
  expect(store.catalog.currentVersion()).toBe(1);
  expect(store.catalog.product(1, 'Z')).toBeNull();
});

test('CAT-4 a CSV file needs a mapping', async () => {
  const { run } = world();
  expect(await run('a,b', { source: textSource('a,b', 'export.csv') })).toMatchObject({
    ok: false,
    error: { message: 'export.csv: a CSV file needs a mapping (--mapping FILE)' },
  });
});

test('CAT-5 a rejection names the field and says what is wrong with it', async () => {
  const { imported } = world();
  const cases: readonly (readonly [object, string, string])[] = [
    [{ sku: 'X' }, 'kind', 'is missing'],
    [{ kind: 'goods' }, 'kind', '"goods" is not a known kind'],
    [product('X', { name: { de: 'Creme' } }), 'name.en', 'is missing'],
    [product('X', { brand: '' }), 'brand', 'is empty'],
    [product('X', { color: 'red' }), 'color', 'is not a known field'],
    [product('X', { type: 'set' }), 'type', 'must be one of "ready", "custom", "component"'],
    [product('X', { shade: { hex: 'red' } }), 'shade.hex', '"red" is not a color such as #A06F4A'],
    [product('X', { popularity: 1.5 }), 'popularity', 'must be a whole number'],
    [
      product('X', { ingredients: [{ ingredient: 'aqua', ppm: -1 }] }),
      'ingredients[0].ppm',
      'is -1, less than 0, or null',
    ],
    [product('X', { gtins: '4006381333931' }), 'gtins', 'must be a list'],
    [price('A', 12.5), 'amountMinor', 'must be a whole number'],
    [
      { kind: 'rule', id: 'r', template: 't', action: { kind: 'warm' }, message: { en: 'x' } },
      'action.kind',
      'must be one of "require", "forbid", "limit", "limitIngredient", "warn"',
    ],
    [
      {
        kind: 'rule',
        id: 'r',
        template: 't',
        when: { kind: 'all', of: [{ kind: 'not', of: { kind: 'amount', group: 'g', op: 'eq' } }] },
        action: { kind: 'warn' },
        message: { en: 'x' },
      },
      'when.of[0].of.value',
      'is missing',
    ],
    [
      {
        kind: 'template',
        id: 't',
        name: { en: 'T' },
        use: 'leaveOn',
        ingredients: [],
        doses: [],
        groups: [{ type: 'text', id: 'g', name: { en: 'G' }, required: true, minLength: 'one' }],
      },
      'groups[0].maxLength',
      'is missing',
    ],
  ];
  const report = await imported(ndjson(header, ...small, ...cases.map(([record]) => record)));
  expect(report.rejected.map(({ line, field, reason }) => [line, field, reason])).toEqual(
    cases.map(([, field, reason], index) => [index + 6, field, reason]),
  );
  expect(report).toMatchObject({ added: 4, read: 4 + cases.length });
});

test('CAT-6 a record that is nested without end is rejected, the others are imported', async () => {
  const { imported } = world();
  const nested = (levels: number) =>
    `{"kind":"rule","id":"r","template":"t","message":{"en":"x"},"action":{"kind":"warn"},"when":${'{"kind":"not","of":'.repeat(levels)}{"kind":"age","op":"lt","years":1}${'}'.repeat(levels)}}`;
  const feed = [ndjson(header, standard), nested(100), nested(50_000)].join('\n');
  const report = await imported(feed);
  expect(report).toMatchObject({ added: 1, read: 3 });
  const reason = 'is nested more than 64 levels deep';
  expect(report.rejected).toMatchObject([
    { line: 3, kind: 'rule', key: 'r', reason },
    { line: 4, reason },
  ]);
});

test('CAT-2 a line that comes in very many pieces is read once', async () => {
  const { imported } = world();
  const many = Array.from({ length: 4_000 }, (_, index) => product(`P${index}`));
  const report = await imported(JSON.stringify({ ...header, records: [standard, ...many] }));
  expect(report).toMatchObject({ added: 4_001, rejected: [] });
});

const tenPercent = {
  kind: 'promotion',
  id: 'ten',
  name: { en: 'Ten percent' },
  scope: 'line',
  conditions: [],
  action: { kind: 'percentOff', match: {}, bps: 1000 },
  priority: 0,
  stackingGroup: 'all',
  exclusive: false,
  validFrom: 0,
};

test('CAT-6 a record must agree with itself', async () => {
  const { imported } = world();
  const overlapping = { ...standard.rates[0], validFrom: 50 };
  const report = await imported(
    ndjson(
      header,
      ...small,
      product('B', { type: 'custom' }),
      product('C', { template: 'serum' }),
      product('D', { gtins: ['4006381333932'] }),
      price('A', 990, { validFrom: 20, validTo: 20 }),
      { ...standard, id: 'twice', rates: [...standard.rates, overlapping] },
      { ...berlin, id: 'moon', timeZone: 'Moon/Tycho' },
      { ...tenPercent, id: 'constructor' },
    ),
  );
  expect(report.rejected.map(({ key, field }) => [key, field])).toEqual([
    ['B', 'template'],
    ['C', 'template'],
    ['D', 'gtins[0]'],
    ['A||EUR|20', 'validTo'],
    ['twice', 'rates[1]'],
    ['moon', 'timeZone'],
    ['constructor', 'id'],
  ]);
  expect(report.added).toBe(4);
});

test('CAT-7 the first record of a key counts, CAT-8 other kinds than the header names do not', async () => {
  const { imported, store } = world();
  const kinds = ['store', 'taxClass', 'product'];
  const report = await imported(
    ndjson(
      { ...header, kinds },
      berlin,
      standard,
      product('A', { brand: 'First' }),
      product('A', { brand: 'Second' }),
      price('A', 1),
    ),
  );
  expect(report.rejected).toMatchObject([
    { line: 5, key: 'A', reason: 'the key A is already on line 4' },
    { line: 6, field: 'kind', reason: "price is not in the header's kinds" },
  ]);
  expect(store.catalog.product(1, 'A')?.brand).toBe('First');
});

test('CAT-1 the documented example imports without a complaint', async () => {
  const { imported } = world();
  const text = readFileSync(new URL('../../../docs/catalog-feed.md', import.meta.url), 'utf8');
  const feed = /^```ndjson\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
  expect(await imported(feed)).toMatchObject({ read: 10, added: 10, rejected: [], notes: [] });
});
