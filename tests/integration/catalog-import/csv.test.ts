import { expect, onTestFinished, test } from 'vitest';
import type { ImportReport } from '#shared/domain/catalog-feed/import-report.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { berlin, type ImportWorld, openImportWorld, standard, textSource } from './import-world.ts';

function world(): ImportWorld {
  const opened = openImportWorld(tempFolder());
  onTestFinished(() => opened.close());
  return opened;
}

const productFields = {
  sku: { column: 'id' },
  type: { constant: 'ready' },
  'name.en': { column: 'name' },
  brand: { column: 'brand' },
  category: { constant: 'Care' },
  taxClass: { constant: 'standard' },
};

function mapping(more: object = {}, fields: object = {}) {
  const value = {
    format: 'blendbar-mapping',
    version: 1,
    mode: 'delta',
    static: [berlin, standard],
    records: [{ kind: 'product', fields: { ...productFields, ...fields } }],
    ...more,
  };
  return { name: 'mapping.json', text: JSON.stringify(value, null, 2) };
}

function importCsv(
  { imported }: ImportWorld,
  csv: string | Uint8Array,
  map = mapping(),
): Promise<ImportReport> {
  return imported('', { source: textSource(csv, 'export.csv'), mapping: map });
}

test('CAT-10 one row may make several records', async () => {
  const opened = world();
  const records = [
    { kind: 'product', fields: productFields },
    {
      kind: 'price',
      when: { column: 'price' },
      fields: {
        sku: { column: 'id' },
        currency: { constant: 'EUR' },
        amountMinor: { column: 'price', money: 'EUR' },
        validFrom: { constant: 0 },
      },
    },
  ];
  const report = await importCsv(
    opened,
    'id,name,brand,price\nA,Cream,Nord,"12,50 €"\nB,Oil,Nord,\nC,Balm,Nord,about 5\n',
    mapping({ records }),
  );
  expect(report).toMatchObject({ added: 6, read: 7 });
  expect(report.rejected).toMatchObject([
    { line: 4, kind: 'price', field: 'amountMinor', reason: expect.stringContaining('about 5') },
  ]);
  expect(opened.store.catalog.priceMinor(1, 'A', 1)).toBe(1250);
});

test('CAT-10 a mapping that cannot be used changes nothing and says where it is wrong', async () => {
  const { run } = world();
  const cases: readonly (readonly [{ name: string; text: string }, string])[] = [
    [{ name: 'm.json', text: '{' }, 'm.json: '],
    [mapping({ version: 2 }), 'mapping.json: version: must be 1'],
    [mapping({ records: [] }), 'mapping.json: records: must have at least 1 entries'],
    [mapping({}, { sku: { colum: 'id' } }), 'records[0].fields.sku.colum: is not a known field'],
    [mapping({}, { sku: {} }), 'must have exactly one of column, constant and pattern'],
    [mapping({}, { sku: { column: 'sku' } }), 'there is no column "sku"; the file has id, name'],
    [mapping({}, { sku: { pattern: '{id|shout}' } }), 'there is no filter "shout"'],
    [mapping({}, { size: { column: 'id', match: '(' } }), 'is not a regular expression'],
    [mapping({}, { size: { column: 'id', match: 'x' } }), 'must have exactly one group'],
    [mapping({}, { size: { column: 'id', scale: 2, integer: true } }), 'may have only one of'],
    [mapping({ records: [{ kind: 'goods', fields: {} }] }), '"goods" is not a known kind'],
    [mapping({}, { name: { column: 'name' } }), 'fields.name: cannot be given as a whole and by'],
    [mapping({}, { '__proto__.x': { column: 'id' } }), '__proto__.x: is not a known field'],
  ];
  for (const [map, message] of cases) {
    const source = textSource('id,name,brand\nA,Cream,Nord\n', 'export.csv');
    const result = await run('', { source, mapping: map });
    expect(result).toMatchObject({ ok: false, error: { code: 'import.malformed' } });
    expect(result.ok ? '' : result.error.message).toContain(message);
  }
});

test.each([
  ['colour', 'is not a known field of product'],
  ['', 'is not a known field of product'],
  ['Name.en', 'is not a known field of product'],
  ['constructor.prototype.x', 'is not a known field of product'],
  ['size.en', 'is not a known field of product'],
  ['shade.colour', 'is not a known field of product'],
  ['shade.hex.x', 'is not a known field of product'],
  ['description.', 'is not a known field of product'],
  ['description.constructor', 'is not a known field of product'],
  ['description.__proto__', 'is not a known field of product'],
  ['description.en.x', 'is not a known field of product'],
  ['ingredients.0.ingredient', 'is inside a list, which is given as a whole'],
  ['kind', 'is given beside the fields, once for all'],
])('CAT-10 a mapping of a field that there is not (%j) is refused', async (field, problem) => {
  const { run, store } = world();
  const map = mapping({}, { [field]: { column: 'id' } });
  const source = textSource('id,name,brand\nA,Cream,Nord\n', 'export.csv');
  const result = await run('', { source, mapping: map });
  expect(result).toMatchObject({ ok: false, error: { code: 'import.malformed' } });
  const name = field === '' || field.endsWith('.') ? '' : `.${field}`;
  expect(result.ok ? '' : result.error.message).toContain(`mapping.json: records[0].fields${name}`);
  expect(result.ok ? '' : result.error.message).toContain(problem);
  expect(store.catalog.currentVersion()).toBe(0);
});

test('CAT-10 fields of every depth are known: of a union, of what holds its like, in any language', async () => {
  const { run } = world();
  const constants = {
    kind: 'rule',
    fields: {
      id: { column: 'id' },
      template: { constant: 't' },
      'message.en': { column: 'name' },
      'message.zh-Hant-TW': { column: 'name' },
      'when.kind': { constant: 'not' },
      'when.of': { constant: { kind: 'age', op: 'lt', years: 18 } },
      'action.kind': { constant: 'limitIngredient' },
      'action.ingredient': { column: 'id' },
      'action.maxPpm': { column: 'id', integer: true },
    },
  };
  const source = textSource('id,name\n1,Cream\n', 'export.csv');
  const result = await run('', { source, mapping: mapping({ records: [constants] }) });
  expect(result).toMatchObject({
    ok: true,
    value: { rejected: [{ reason: 'there is no template t' }] },
  });
});

test('CAT-10 a constant that no record can hold is refused with its place', async () => {
  const { run } = world();
  const cases: readonly (readonly [object, string])[] = [
    [{ taxClass: { constant: 19 } }, 'fields.taxClass: constant: must be a text'],
    [{ type: { constant: 'done' } }, 'fields.type: constant: must be one of "ready", "custom"'],
    [
      { shade: { constant: { hex: '#ffffff', colour: 'x' } } },
      'fields.shade: constant: colour is not a known field',
    ],
  ];
  for (const [fields, message] of cases) {
    const source = textSource('id,name,brand\nA,Cream,Nord\n', 'export.csv');
    const result = await run('', { source, mapping: mapping({}, fields) });
    expect(result).toMatchObject({ ok: false, error: { code: 'import.malformed' } });
    expect(result.ok ? '' : result.error.message).toContain(message);
  }
});

test('CAT-11 a row with more or fewer columns is rejected by its line', async () => {
  const report = await importCsv(world(), 'id,name,brand\nA,Cream,Nord\nB,Oil\n\nC,Balm,Nord,x\n');
  expect(report.added).toBe(3);
  expect(report.rejected).toMatchObject([
    { line: 3, reason: 'has 2 columns, the header has 3' },
    { line: 5, reason: 'has 4 columns, the header has 3' },
  ]);
});

test('CAT-12 quotes, line breaks in cells, CRLF and a byte order mark', async () => {
  const opened = world();
  const csv =
    '\uFEFFid,name,brand\r\nA,"The ""big"", blue\r\none",Nord\r\nB,,Nord\r\n"C","x\n\ny",Nord\r\n"D d",z,Nord';
  const report = await importCsv(opened, csv);
  expect(opened.store.catalog.product(1, 'A')?.name.en).toBe('The "big", blue\r\none');
  expect(report.rejected).toMatchObject([
    { line: 4, field: 'name.en', reason: 'column name is empty' },
    { line: 8, field: 'sku', key: 'D d' },
  ]);
  const { run } = world();
  const source = textSource('id,name,brand\nA,"open,Nord\n', 'export.csv');
  expect(await run('', { source, mapping: mapping() })).toMatchObject({
    ok: false,
    error: { code: 'import.malformed', message: expect.stringContaining('export.csv: not a CSV') },
  });
});

test('CAT-12 a quote within a cell that is not quoted is part of it', async () => {
  const opened = world();
  const report = await importCsv(opened, 'id,name,brand\nA,5" brush,Nord\nB,Oil,Nord\n');
  expect(report.rejected).toEqual([]);
  expect(opened.store.catalog.product(1, 'A')?.name.en).toBe('5" brush');
});

test('CAT-12 other delimiters, quotes and encodings', async () => {
  const opened = world();
  const csv = { delimiter: ';', quote: "'", encoding: 'windows-1252' };
  // 0xE8 is è, 0x80 the euro sign.
  const bytes = Uint8Array.from(
    [..."id;name;brand\nA;'Cr.me; 5.';Nord"].map((char, index) =>
      char === '.' ? (index < 22 ? 0xe8 : 0x80) : char.charCodeAt(0),
    ),
  );
  await importCsv(opened, bytes, mapping({ csv }));
  expect(opened.store.catalog.product(1, 'A')?.name.en).toBe('Crème; 5€');
});

test('CAT-13 a field runs through its filters in their order', async () => {
  const opened = world();
  const fields = {
    sku: { pattern: '{brand|slug}-{$row|pad3}' },
    'name.en': { pattern: '{name} {shade} {id}' },
    category: { column: 'kind', lower: true, map: { cream: 'Creams', oil: 'Oils' } },
    size: { column: 'size', match: '([0-9.]+ ml)', optional: true },
    popularity: { column: 'sold', integer: true, default: 7 },
    gtins: { column: 'codes', split: '|', optional: true },
  };
  const report = await importCsv(
    opened,
    'id,name,brand,kind,shade,size,sold,codes\n' +
      'A, Cream ,Âme Nord, CREAM ,,"1.7 fl. oz / 50 ml",12,4006381333931 | 036000291452\n' +
      'B,Oil,Nord,oil,Dark,one,,\n' +
      'C,Balm,Nord,balm,,,x,\n',
    mapping({}, fields),
  );
  expect(opened.store.catalog.product(1, 'ame-nord-001')).toMatchObject({
    name: { en: 'Cream A' },
    brand: 'Âme Nord',
    category: 'Creams',
    size: '50 ml',
    popularity: 12,
    gtins: ['4006381333931', '036000291452'],
  });
  const second = opened.store.catalog.product(1, 'nord-002');
  expect(second).toMatchObject({ name: { en: 'Oil Dark B' }, popularity: 7 });
  expect(second).not.toHaveProperty('size');
  expect(second).not.toHaveProperty('gtins');
  expect(report.rejected).toMatchObject([
    { line: 4, field: 'category', reason: 'column kind: "balm" is not in the map' },
  ]);
});

test('CAT-17 static records go along, and a wrong one is found by its line in the mapping', async () => {
  const map = mapping({ static: [berlin, standard, { ...standard, id: 'Wrong Id' }] });
  const report = await importCsv(world(), 'id,name,brand\nA,Cream,Nord\n', map);
  const line = map.text.split('\n').findIndex((text) => text.includes('Wrong Id'));
  expect(report).toMatchObject({ added: 3, rejected: [{ file: 'mapping.json', field: 'id' }] });
  expect(report.rejected[0]?.line).toBe(line - 1);
});

test('CAT-18 an ingredient list becomes names, and what is unclear in it is noted', async () => {
  const opened = world();
  const fields = {
    inci: { column: 'list', inci: 'ingredients', optional: true },
    mayContain: { column: 'list', inci: 'mayContain', optional: true },
  };
  const report = await importCsv(
    opened,
    'id,name,brand,list\n' +
      'A,Cream,Nord,"Water/Aqua, Mica. May contain: CI 77491, CI 77492"\n' +
      'B,Oil,Nord,"Water, A Sativa (Oat) Extract B Alba (Elm) Oil, Silica"\n' +
      'C,Balm,Nord,Softens the skin.\n' +
      'D,Salt,Nord,\n',
    mapping({}, fields),
  );
  expect(report.rejected).toEqual([]);
  expect(opened.store.catalog.product(1, 'A')).toMatchObject({
    inci: ['Aqua', 'Mica'],
    mayContain: ['CI 77491', 'CI 77492'],
  });
  expect(report.notes).toMatchObject([
    { line: 3, key: 'B', field: 'inci', message: expect.stringContaining('A Sativa') },
    { line: 4, key: 'C', field: 'inci', message: 'no ingredient list was found' },
  ]);
});
