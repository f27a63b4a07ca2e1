import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { endOf, jsonLines, runCli, startCli } from '../../helpers/cli.ts';
import { demoDatabase, demoSku } from '../../helpers/demo-database.ts';
import { writeDemoFeed, writeJson } from '../../helpers/demo-feed.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

const folder = suiteFolder();
const at = (name: string): string => join(folder, name);
const line = { sku: demoSku, quantity: 1 };
let db = '';

const files: Readonly<Record<string, unknown>> = {
  'basket.json': { lines: [line] },
  'unknown-sku.json': { lines: [line, { sku: 'NOPE', quantity: 1 }] },
  'component.json': { lines: [{ sku: 'CMP-SILICA', quantity: 1 }] },
  'no-quantity.json': { lines: [{ sku: demoSku }] },
  'zero.json': { lines: [line, { sku: demoSku, quantity: 0 }] },
  'surplus.json': { lines: [{ ...line, price: 1 }] },
  'coupon.json': { lines: [line], coupons: ['SUMMER26', 'No Such'] },
  'when.json': { lines: [line], at: '21/11/2026' },
  'never.json': { lines: [line], at: '2026-02-30' },
  'no-design.json': { lines: [{ sku: 'AT-POLISH', quantity: 1 }] },
  'two-files.json': [1, 2],
  'template.json': { template: 'nope', selections: {} },
  'option.json': { template: 'nail-polish', selections: { shade: 'tartan' } },
  'group.json': { template: 'nail-polish', selections: { aroma: 'tea' } },
  'selection.json': { template: 'nail-polish', selections: { shade: true } },
  'mapping-column.json': mapping({ sku: { column: 'article' } }),
  'mapping-shape.json': mapping({ sku: { colum: 'sku' } }),
  'not-a-mapping.json': { lines: [] },
};

function mapping(fields: object): object {
  return {
    format: 'blendbar-mapping',
    version: 1,
    mode: 'delta',
    records: [{ kind: 'product', fields }],
  };
}

beforeAll(async () => {
  db = await demoDatabase(folder);
  for (const [name, value] of Object.entries(files)) writeJson(folder, name, value);
  writeFileSync(at('cut-off.json'), '{"lines":[');
  writeFileSync(at('rows.csv'), 'sku,name\nA-1,Balm\n');
  writeFileSync(at('feed.ndjson'), '{"format":"blendbar-catalog","version":2,"mode":"delta"}\n');
  writeFileSync(at('broken.ndjson'), '{"format":"blendbar-catalog","version":1,"mode":"delta"\n');
  mkdirSync(at('folder'));
  writeDemoFeed(folder);
});

const sell = (file: string, ...more: readonly string[]) => ['sell', at(file), ...more];
const cash = ['--tender', 'cash:100000'];
const mapped = (file: string) => ['import', at('rows.csv'), '--mapping', at(file)];

/** Arguments, and what the one line must say. File names stand for their full paths. */
const refusals: readonly (readonly [string, () => readonly string[], RegExp])[] = [
  ['a missing basket', () => sell('none.json', ...cash), /none\.json: there is no such file$/],
  ['a folder for a basket', () => sell('folder', ...cash), /folder: is not a file$/],
  ['a basket that is no JSON', () => sell('cut-off.json', ...cash), /cut-off\.json: is not JSON/],
  [
    'a list for a basket',
    () => ['quote', at('two-files.json')],
    /two-files\.json: the document: must be an object$/,
  ],
  [
    'a missing field',
    () => ['quote', at('no-quantity.json')],
    /no-quantity\.json: \/lines\/0\/quantity: is missing$/,
  ],
  [
    'a wrong number',
    () => ['quote', at('zero.json')],
    /zero\.json: \/lines\/1\/quantity: is 0, less than 1$/,
  ],
  [
    'a field too many',
    () => ['quote', at('surplus.json')],
    /surplus\.json: \/lines\/0\/price: is not a known field$/,
  ],
  ['a time that is none', () => ['quote', at('when.json')], /when\.json: \/at: "21\/11\/2026" is/],
  ['a day that is none', () => ['quote', at('never.json')], /never\.json: \/at: there is no/],
  ['an unknown SKU, quoted', () => ['quote', at('unknown-sku.json')], /\/lines\/1: NOPE is not in/],
  ['an unknown SKU, sold', () => sell('unknown-sku.json', ...cash), /\/lines\/1: .*NOPE/],
  ['a component', () => sell('component.json', ...cash), /\/lines\/0: CMP-SILICA is a component/],
  [
    'a product without design',
    () => sell('no-design.json', ...cash),
    /\/lines\/0: AT-POLISH .*design/,
  ],
  ['an unknown coupon, quoted', () => ['quote', at('coupon.json')], /\/coupons\/1: .*NOSUCH/],
  ['an unknown coupon, sold', () => sell('coupon.json', ...cash), /\/coupons\/1: .*NOSUCH/],
  ['no tender', () => sell('basket.json'), /--tender/],
  ['a wrong tender', () => sell('basket.json', '--tender', 'gold'), /--tender "gold" is neither/],
  ['a negative tender', () => sell('basket.json', '--tender', 'cash:-1'), /--tender "cash:-1"/],
  ['too little cash', () => sell('basket.json', '--tender', 'cash:1'), /cash handed over \(1\)/],
  ['a negative count', () => sell('basket.json', ...cash, '--count', '-1'), /--count "-1" is not/],
  ['half a count', () => sell('basket.json', ...cash, '--count', '1.5'), /--count "1\.5" is not/],
  ['no limit', () => ['search', 'lip', '--limit', '0'], /--limit "0" is not a whole number/],
  ['an unknown template', () => ['validate', at('template.json')], /\/template: .*"nope"$/],
  ['an unknown option', () => ['validate', at('option.json')], /option\.json: .*shade.*tartan/],
  ['an unknown group', () => ['validate', at('group.json')], /group\.json: .*aroma/],
  ['a selection of no kind', () => ['validate', at('selection.json')], /\/selections\/shade: must/],
  ['an unknown order', () => ['reprice', 'no-such-order'], /no order no-such-order$/],
  ['an unknown store', () => ['orders', '--store', 'mars'], /--store "mars" .*berlin.*helsinki$/],
  ['an unknown command', () => ['refund'], /unknown command 'refund'/],
  ['an unknown option of a command', () => ['check', '--jsn'], /unknown option '--jsn'/],
  ['an argument too many', () => ['check', 'twice'], /too many arguments/],
  [
    'a feed that is not there',
    () => ['import', at('none.ndjson')],
    /none\.ndjson: there is no such/,
  ],
  ['a folder for a feed', () => ['import', at('folder')], /folder: is not a file$/],
  [
    'a feed of the future',
    () => ['import', at('feed.ndjson')],
    /feed\.ndjson:1: version: must be 1$/,
  ],
  ['a broken header', () => ['import', at('broken.ndjson')], /broken\.ndjson:1: .*JSON/],
  ['a CSV file without a mapping', () => ['import', at('rows.csv')], /rows\.csv: .*--mapping FILE/],
  ['a missing mapping', () => mapped('none.json'), /none\.json: there is no such file$/],
  ['a mapping that is no JSON', () => mapped('cut-off.json'), /cut-off\.json: .*JSON/],
  ['a mapping that is none', () => mapped('not-a-mapping.json'), /not-a-mapping\.json: format: is/],
  [
    'a column that is not there',
    () => mapped('mapping-column.json'),
    /records\[0\]\.fields\.sku: .*"article"/,
  ],
  ['a wrong field source', () => mapped('mapping-shape.json'), /mapping-shape\.json: records\[0\]/],
  [
    'an import into a store of the catalog that is not there',
    () => ['import', at('demo.ndjson'), '--store', 'mars'],
    /no store "mars"; it has aurel-fenn-berlin, aurel-fenn-helsinki/,
  ],
];

test.concurrent.each(refusals)(
  'CLI-3 CLI-4 %s is refused in one line',
  async (_name, args, words) => {
    const { status, stdout, stderr } = await endOf(startCli([...args(), '--db', db]));
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.trimEnd()).toMatch(words);
    expect(status).toBe(2);
  },
);

test('CLI-3 standard input is named as such', () => {
  const input = JSON.stringify(files['unknown-sku.json']);
  const { status, stderr } = runCli(['quote', '-', '--db', db], input);
  expect(status).toBe(2);
  expect(stderr).toBe('standard input: /lines/1: NOPE is not in the catalog\n');
});

test('CLI-4 after all that nothing was sold, imported or left behind', () => {
  expect(runCli(['orders', '--db', db]).stdout).toBe('');
  expect(runCli(['check', '--db', db]).status).toBe(0);
  const again = runCli(['import', at('demo.ndjson'), '--db', db, '--json']);
  expect(jsonLines(again.stdout)).toMatchObject([{ version: 1, added: 0, changed: 0, removed: 0 }]);
});

test('CLI-5 only a readable feed makes a store; a folder or a foreign file is none', () => {
  const fresh = at('fresh/kiosk.db');
  const none = runCli(['orders', '--db', fresh]);
  expect(none).toMatchObject({ status: 2, stdout: '' });
  expect(none.stderr).toContain('fresh/kiosk.db: there is no store');
  expect(runCli(['import', at('none.ndjson'), '--db', fresh]).status).toBe(2);
  expect(existsSync(at('fresh'))).toBe(false);

  expect(runCli(['orders', '--db', at('folder')])).toMatchObject({
    status: 2,
    stderr: `${at('folder')}: is a folder, not a store\n`,
  });
  expect(readdirSync(at('folder'))).toEqual([]);

  const below = runCli(['import', at('demo.ndjson'), '--db', at('basket.json/kiosk.db')]);
  expect(below).toMatchObject({ status: 2, stdout: '' });
  expect(below.stderr).toMatch(/^[^\n]*basket\.json[^\n]* folder[^\n]*\n$/);

  const foreign = runCli(['orders', '--db', at('basket.json')]);
  expect(foreign.status).toBe(1);
  expect(foreign.stderr).toMatch(/^[^\n]*basket\.json[^\n]*not a database[^\n]*\n$/);

  const unfilled = at('unfilled.db');
  expect(runCli(['import', at('broken.ndjson'), '--db', unfilled]).status).toBe(2);
  expect(runCli(['search', 'lip', '--db', unfilled])).toMatchObject({
    status: 2,
    stderr: 'there is no catalog yet; "import FEED" brings one\n',
  });
});
