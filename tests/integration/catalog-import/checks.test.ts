import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  berlin,
  delta,
  header,
  type ImportWorld,
  ndjson,
  openImportWorld,
  price,
  product,
  standard,
} from './import-world.ts';

function world(): ImportWorld {
  const opened = openImportWorld(tempFolder());
  onTestFinished(() => opened.close());
  return opened;
}

const template = {
  kind: 'template',
  id: 'serum',
  name: { en: 'Serum' },
  use: 'leaveOn',
  ingredients: [{ ingredient: 'aqua', ppm: 900_000 }],
  doses: [{ sku: 'BASE', quantity: 20_000 }],
  groups: [
    {
      id: 'texture',
      name: { en: 'Texture' },
      type: 'single',
      required: true,
      options: [
        { id: 'light', name: { en: 'Light' } },
        { id: 'rich', name: { en: 'Rich' } },
      ],
    },
    {
      id: 'scent',
      name: { en: 'Scent' },
      type: 'single',
      required: false,
      options: [{ id: 'rose', name: { en: 'Rose' } }],
    },
  ],
};
const aqua = { kind: 'ingredient', id: 'aqua', inciName: 'Aqua', synonyms: [], allergens: [] };
const rule = {
  kind: 'rule',
  id: 'light-has-no-rose',
  template: 'serum',
  when: { kind: 'chosen', group: 'texture', option: 'light' },
  action: { kind: 'forbid', that: { kind: 'chosen', group: 'scent', option: 'rose' } },
  message: { en: 'A light serum carries no rose.' },
};
const base = product('BASE', { type: 'component' });
const serum = product('SERUM', { type: 'custom', template: 'serum' });
const designable = [berlin, standard, aqua, base, template, rule, serum, price('SERUM', 4900)];

test('CAT-30 a record that names what is not there is rejected', async () => {
  const { imported } = world();
  const report = await imported(
    ndjson(
      header,
      berlin,
      standard,
      product('A'),
      product('B', { taxClass: 'reduced' }),
      product('C', { ingredients: [{ ingredient: 'gold', ppm: 1 }] }),
      price('Z', 100),
      price('A', 100, { store: 'paris' }),
      { kind: 'stock', sku: 'A', store: 'paris', quantity: 1, countedAt: 0 },
      {
        kind: 'promotion',
        id: 'p',
        name: { en: 'P' },
        scope: 'line',
        conditions: [],
        action: { kind: 'percentOff', match: { skus: ['A', 'Y'] }, bps: 1000 },
        priority: 0,
        stackingGroup: 'g',
        exclusive: false,
        validFrom: 0,
      },
    ),
  );
  expect(report.rejected.map(({ line, field, reason }) => [line, field, reason])).toEqual([
    [5, 'taxClass', 'there is no taxClass reduced'],
    [6, 'ingredients[0].ingredient', 'there is no ingredient gold'],
    [7, 'sku', 'there is no product Z'],
    [8, 'store', 'there is no store paris'],
    [9, 'store', 'there is no store paris'],
    [10, 'action.match.skus[1]', 'there is no product Y'],
  ]);
});

test('CAT-31 what depends on a rejected record is rejected with it, and the rest is imported', async () => {
  const { imported, store } = world();
  const broken = { ...aqua, inciName: '' };
  const report = await imported(
    ndjson(
      header,
      ...designable.map((record) => (record === aqua ? broken : record)),
      product('A'),
    ),
  );
  expect(report.rejected.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['ingredient', 'is empty'],
    ['template', 'the ingredient aqua was rejected'],
    ['rule', 'the template serum was rejected'],
    ['product', 'the template serum was rejected'],
    ['price', 'the product SERUM was rejected'],
  ]);
  expect(report.added).toBe(4);
  expect(store.catalog.product(1, 'A')).not.toBeNull();
});

test('CAT-32 a delta may name what is published, a full feed what it brings', async () => {
  const { imported } = world();
  await imported(ndjson(header, berlin, standard, product('A')));
  expect(await imported(ndjson(delta, product('B'), price('A', 100)))).toMatchObject({
    added: 2,
    rejected: [],
  });
  const full = await imported(ndjson({ ...header, kinds: ['price'] }, price('B', 200)));
  expect(full).toMatchObject({ added: 1, removed: 1, rejected: [] });
  const lonely = await imported(ndjson(header, product('C')));
  expect(lonely.rejected).toMatchObject([{ key: 'C', reason: 'there is no taxClass standard' }]);
});

test('CAT-33 a price is in a currency that is sold in', async () => {
  const { imported } = world();
  const report = await imported(
    ndjson(
      header,
      berlin,
      { ...berlin, id: 'zurich', currency: 'CHF', country: 'CH', jurisdictions: ['CH'] },
      standard,
      product('A'),
      price('A', 100, { currency: 'CHF' }),
      price('A', 100, { store: 'berlin', currency: 'CHF' }),
      price('A', 100, { currency: 'USD' }),
    ),
  );
  expect(report.rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [7, 'is CHF, but the store berlin sells in EUR'],
    [8, 'is USD, but the stores sell in CHF, EUR'],
  ]);
});

test('CAT-34 a barcode belongs to one product', async () => {
  const { imported, store } = world();
  const first = await imported(
    ndjson(
      header,
      berlin,
      standard,
      product('A', { gtins: ['4006381333931'] }),
      product('B', { gtins: ['036000291452', '04006381333931'] }),
      price('B', 100),
    ),
  );
  expect(first.rejected.map(({ kind, field, reason }) => [kind, field, reason])).toEqual([
    ['product', 'gtins[1]', 'the barcode 04006381333931 is already that of A'],
    ['price', 'sku', 'the product B was rejected'],
  ]);
  const second = await imported(ndjson(delta, product('C', { gtins: ['4006381333931'] })));
  expect(second.rejected).toMatchObject([
    { reason: 'the barcode 4006381333931 is already that of A' },
  ]);
  const moved = await imported(
    ndjson(delta, product('A'), product('C', { gtins: ['4006381333931'] })),
  );
  expect(moved.rejected).toEqual([]);
  expect(store.catalog.productByGtin(moved.version, '04006381333931')?.sku).toBe('C');
});

test('CAT-35 a template is compiled with its rules, and not sold without one of them', async () => {
  const { imported, store } = world();
  expect(await imported(ndjson(header, ...designable))).toMatchObject({ added: 8, rejected: [] });
  expect(store.catalog.template(1, 'serum')?.rules).toHaveLength(1);

  const wrong = { ...rule, id: 'wrong', when: { kind: 'chosen', group: 'cap', option: 'gold' } };
  const other = world();
  const report = await other.imported(ndjson(header, ...designable, wrong, product('A')));
  expect(report.rejected.map(({ kind, key }) => [kind, key])).toEqual([
    ['template', 'serum'],
    ['rule', 'light-has-no-rose'],
    ['product', 'SERUM'],
    ['price', 'SERUM||EUR|0'],
    ['rule', 'wrong'],
  ]);
  expect(report.rejected[0]?.reason).toBe(
    'its rule wrong was rejected, and it is not sold without it',
  );
  expect(other.store.catalog.product(1, 'A')).not.toBeNull();
  expect(other.store.catalog.template(1, 'serum')).toBeNull();
});

test('CAT-35 a rule that contradicts the published ones is refused, and the template stays as it was', async () => {
  const { imported, store } = world();
  await imported(ndjson(header, ...designable));
  const contradictory = {
    ...rule,
    id: 'never',
    when: { kind: 'any', of: [rule.when, { kind: 'not', of: rule.when }] },
    action: { kind: 'forbid' },
  };
  const report = await imported(ndjson(delta, contradictory, product('A')));
  expect(report.rejected.map(({ kind, key }) => [kind, key])).toEqual([['rule', 'never']]);
  expect(report.added).toBe(1);
  expect(store.catalog.template(report.version, 'serum')?.rules).toHaveLength(1);
});
