import { describe, expect, onTestFinished, test } from 'vitest';
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

const shop = [berlin, standard];
const later = 1_790_000_000_000;

/** Ids of the rules that a template is sold with now. */
function rulesOf({ store }: ImportWorld, template: string): readonly string[] | null {
  const bundle = store.catalog.template(store.catalog.currentVersion(), template);
  return bundle === null ? null : bundle.rules.map(({ id }) => id).sort();
}

function priceOf({ store }: ImportWorld, sku: string, at = 1): number | null {
  return store.catalog.priceMinor(store.catalog.currentVersion(), sku, at);
}

function option(id: string) {
  return { id, name: { en: id } };
}

function group(id: string, ...options: string[]) {
  return { id, name: { en: id }, type: 'single', required: true, options: options.map(option) };
}

function template(more: object = {}) {
  return {
    kind: 'template',
    id: 't',
    name: { en: 'T' },
    use: 'leaveOn',
    ingredients: [],
    doses: [],
    groups: [group('a', 'x', 'y'), group('b', 'p', 'q')],
    ...more,
  };
}

/** Forbids one pair of options, each `group.option`. */
function ban(id: string, first: string, second: string, more: object = {}) {
  const chosen = (name: string) => {
    const [group, option] = name.split('.');
    return { kind: 'chosen', group, option };
  };
  return {
    kind: 'rule',
    id,
    template: 't',
    when: chosen(first),
    action: { kind: 'forbid', that: chosen(second) },
    message: { en: id },
    ...more,
  };
}

const custom = product('CUSTOM', { type: 'custom', template: 't' });
const sold = [...shop, custom, price('CUSTOM', 1000)];
const first = ban('r1', 'a.x', 'b.p');
const second = ban('r2', 'a.y', 'b.q');

describe('CAT-35 no typing error takes a rule off a template that stays on sale', () => {
  const renamed = template({ name: { en: 'New name' } });
  const cases: readonly (readonly [string, readonly object[]])[] = [
    ['a misspelt id of a rule', [renamed, first, { ...second, id: 'r2 typo' }]],
    ['a rule without an id', [renamed, first, { ...second, id: undefined }]],
    ['a rule under the id of another', [renamed, first, { ...second, id: 'r1' }]],
    ['a rule of an unknown template', [renamed, first, { ...second, template: 'tt' }]],
    ['a rule that does not say its template', [renamed, first, { ...second, template: undefined }]],
    [
      'a rule with neither id nor template',
      [renamed, first, { ...second, id: undefined, template: undefined }],
    ],
    ['a rule that cannot be compiled', [renamed, first, ban('r2', 'a.z', 'b.q')]],
    ['a broken template, and a rule that is missing', [template({ use: 'leavOn' }), first]],
    ['a broken template, and a new rule', [template({ use: 'leavOn' }), ban('r3', 'a.x', 'b.q')]],
    ['a broken template without its rules', [template({ use: 'leavOn' })]],
    ['a template that names what is not there', [template({ doses: [{ sku: 'X', quantity: 1 }] })]],
  ];

  test.each(cases)('%s', async (_what, records) => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const report = await opened.imported(ndjson(header, ...sold, ...records));
    expect(report.rejected.length).toBeGreaterThan(0);
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
    const { store } = opened;
    const bundle = store.catalog.template(store.catalog.currentVersion(), 't');
    expect(bundle?.template.name.en).toBe('T');
    expect(priceOf(opened, 'CUSTOM')).toBe(1000);
    expect(store.check()).toEqual([]);
  });

  test('nothing of it keeps a rule that head office takes away', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    await opened.imported(ndjson(header, ...sold, template(), first));
    expect(rulesOf(opened, 't')).toEqual(['r1']);
    const kinds = { ...header, kinds: ['rule'] };
    await opened.imported(ndjson(kinds, second));
    expect(rulesOf(opened, 't')).toEqual(['r2']);
  });

  test('a feed of rules alone changes all rules of a template or none', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const looser = ban('r1', 'a.x', 'b.q');
    for (const head of [{ ...header, kinds: ['rule'] }, delta]) {
      const report = await opened.imported(ndjson(head, looser, { ...second, message: {} }));
      expect(report.rejected.map(({ key, reason }) => [key, reason])).toEqual([
        ['r1', 'rule r2 was rejected, and the rules of t count together'],
        ['r2', 'is missing'],
      ]);
      expect(report).toMatchObject({ version: 1, changed: 0, removed: 0 });
    }
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
  });

  test('a line that cannot be read may be a rule: none ends of the templates that stay', async () => {
    const opened = world();
    const other = template({ id: 'u' });
    const third = ban('r3', 'a.x', 'b.p', { template: 'u' });
    await opened.imported(ndjson(header, ...sold, template(), other, first, second, third));
    const lines = ndjson(header, ...sold, template({ name: { en: 'New name' } }), first);
    const report = await opened.imported(`${lines}\n{"kind":"rule","id":"r2",`);
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
    // Its template is gone, so that nothing is sold without it.
    expect(rulesOf(opened, 'u')).toBeNull();
    expect(report).toMatchObject({ removed: 2, notes: [{ kind: 'rule', key: 'r2', line: 0 }] });
  });

  test('a kept rule that the new template does not fit keeps the old template', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const without = template({ groups: [group('a', 'x'), group('b', 'p', 'q')] });
    const lines = ndjson(header, ...sold, without, first);
    const report = await opened.imported(`${lines}\n{`);
    expect(report.rejected.map(({ kind, key }) => [kind, key])).toContainEqual(['template', 't']);
    const { store } = opened;
    const bundle = store.catalog.template(store.catalog.currentVersion(), 't');
    expect(bundle?.template.groups[0]).toMatchObject({ options: [{ id: 'x' }, { id: 'y' }] });
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
  });
});

test('CAT-42 a kept template comes with what its rules name', async () => {
  const opened = world();
  const mica = { kind: 'ingredient', id: 'mica', inciName: 'Mica', synonyms: [], allergens: [] };
  const limit = {
    ...first,
    action: { kind: 'limitIngredient', ingredient: 'mica', maxPpm: 10 },
  };
  await opened.imported(ndjson(header, ...sold, mica, template(), limit));
  const report = await opened.imported(ndjson(header, ...sold, template({ use: 'leavOn' })));
  expect(report).toMatchObject({ removed: 0 });
  expect(rulesOf(opened, 't')).toEqual(['r1']);
});

describe('CAT-48 a SKU of which something was rejected keeps what is published of it', () => {
  const stock = (more: object = {}) => ({
    kind: 'stock',
    sku: 'A',
    store: 'berlin',
    quantity: 24,
    countedAt: 0,
    ...more,
  });
  const lot = { kind: 'lot', id: 'l1', sku: 'A', store: 'berlin', expiresAt: later };
  const before = [...shop, product('A'), price('A', 1000), product('B'), price('B', 500), stock()];

  const cases: readonly (readonly [string, readonly object[]])[] = [
    [
      'a broken product whose price has a new date',
      [product('A', { brand: '' }), price('A', 1200, { validFrom: later })],
    ],
    ['a broken product without its price', [product('A', { brand: '' })]],
    ['a price without its product', [price('A', 1200, { validFrom: later })]],
    [
      'a broken price with a new date',
      [product('A'), price('A', 12.5, { validFrom: later }), stock()],
    ],
    ['a price without a date', [product('A'), price('A', 1200, { validFrom: 'soon' }), stock()]],
    [
      'a price in a currency that nobody sells in',
      [product('A'), price('A', 1200, { currency: 'USD' }), stock()],
    ],
    [
      'a price of a store that is not there',
      [product('A'), price('A', 1200, { store: 'paris' }), stock()],
    ],
    [
      'two prices of one date',
      [product('A'), price('A', 1200, { validFrom: later }), price('A', 1, { validFrom: later })],
    ],
  ];
  test.each(cases)('%s', async (_what, records) => {
    const opened = world();
    await opened.imported(ndjson(header, ...before, lot));
    const feed = ndjson(header, ...shop, product('B'), price('B', 500), ...records);
    const report = await opened.imported(feed);
    expect(report.rejected.length).toBeGreaterThan(0);
    expect(priceOf(opened, 'A')).toBe(1000);
    expect(opened.store.check()).toEqual([]);
  });

  test('counts and lots of a kept product stay, and those of its new ones do not come', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...before, lot));
    const records = [product('A', { brand: '' }), { ...lot, id: 'l2' }];
    const feed = ndjson(header, ...shop, product('B'), price('B', 500), ...records);
    const report = await opened.imported(feed);
    expect(report).toMatchObject({ added: 0, removed: 0, version: 1 });
    expect(report.rejected.map(({ kind, key }) => [kind, key])).toEqual([
      ['product', 'A'],
      ['lot', 'l2'],
    ]);
  });

  test('a broken lot keeps the lots of its SKU, and a broken count its counts', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...before, lot));
    const records = [{ ...lot, id: 'L 1' }, stock({ store: 'berln' })];
    const feed = ndjson(header, ...before.slice(0, -1), ...records);
    expect(await opened.imported(feed)).toMatchObject({ added: 0, removed: 0 });
  });

  test('other prices of the same feed count, and what only names a store goes with it', async () => {
    const opened = world();
    const paris = { ...berlin, id: 'paris', name: 'Paris' };
    const there = price('A', 900, { store: 'paris' });
    await opened.imported(ndjson(header, ...before, paris, there));
    const records = [product('A'), price('A', 1100), price('A', -1, { validFrom: later }), stock()];
    const feed = ndjson(header, ...shop, product('B'), price('B', 500), ...records);
    expect(await opened.imported(feed)).toMatchObject({ added: 0, changed: 1, removed: 2 });
    expect(priceOf(opened, 'A', later)).toBe(1100);
  });

  test('the same price twice ends nothing less', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...before));
    const next = price('A', 1200, { validFrom: later });
    const kinds = { ...header, kinds: ['price'] };
    const report = await opened.imported(ndjson(kinds, next, next, price('B', 500)));
    expect(report).toMatchObject({ added: 1, removed: 1, rejected: [{ key: `A||EUR|${later}` }] });
    expect(priceOf(opened, 'A')).toBeNull();
  });
});

describe('CAT-34 a barcode of what stays published is nobody else’s', () => {
  const gtin = '4006381333931';
  const other = '036000291452';

  test('the product that a typing error keeps has its barcode, and a new one is rejected', async () => {
    const opened = world();
    await opened.imported(
      ndjson(header, ...shop, product('A', { gtins: [gtin] }), price('A', 1000)),
    );
    const report = await opened.imported(
      ndjson(
        header,
        ...shop,
        product('A', { gtins: [gtin], brand: '' }),
        product('B', { gtins: [gtin] }),
        price('B', 500),
      ),
    );
    expect(report.rejected.map(({ key, reason }) => [key, reason])).toEqual([
      ['A', 'is empty'],
      ['B', `the barcode ${gtin} is already that of A`],
      ['B||EUR|0', 'the product B was rejected'],
    ]);
    const { catalog } = opened.store;
    expect(catalog.productByGtin(catalog.currentVersion(), `0${gtin}`)?.sku).toBe('A');
  });

  test.each([
    ['full', header],
    ['delta', delta],
  ])('a rejected product gives its place in a chain of barcodes back (%s)', async (_mode, head) => {
    const opened = world();
    const skus = ['A', 'B', 'C', 'D'];
    const gtins = [gtin, other, '96385074', '4012345678901'];
    const all = skus.map((sku, index) => product(sku, { gtins: [gtins[index]] }));
    await opened.imported(ndjson(header, ...shop, ...all));
    // Each takes over the next one's barcode; D, which would give its own away, is wrong.
    const shifted = ['A', 'B', 'C'].map((sku, index) =>
      product(sku, { gtins: [gtins[index + 1]] }),
    );
    const feed = ndjson(head, ...shop, ...shifted, product('D', { brand: '' }));
    const report = await opened.imported(feed);
    expect(report.rejected.map(({ key }) => key).sort()).toEqual(skus);
    expect(report).toMatchObject({ version: 1, changed: 0, removed: 0 });
  });

  test('who has a barcode already keeps it, wherever it stands in the input', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...shop, product('A', { gtins: [gtin] })));
    const feed = ndjson(
      header,
      ...shop,
      product('B', { gtins: [gtin] }),
      product('A', { gtins: [gtin], size: '50 ml' }),
    );
    const report = await opened.imported(feed);
    expect(report.rejected).toMatchObject([{ key: 'B' }]);
    expect(report).toMatchObject({ changed: 1, added: 0 });
  });
});

describe('CAT-49 a full feed of some kinds ends nothing that the others cannot do without', () => {
  const reduced = { ...standard, id: 'reduced' };
  const rose = { kind: 'allergen', id: 'rose', labelName: 'Rose', casNumbers: [], thresholds: [] };
  const oil = {
    kind: 'ingredient',
    id: 'oil',
    inciName: 'Oil',
    synonyms: [],
    allergens: [{ allergen: 'rose', ppm: 1 }],
  };
  const base = product('BASE', { type: 'component' });
  const dosed = template({
    ingredients: [{ ingredient: 'oil', ppm: 1 }],
    doses: [{ sku: 'BASE', quantity: 1 }],
  });

  test('a tax class that products name stays, and is reported with who names it', async () => {
    const opened = world();
    const products = ['A', 'B', 'C'].map((sku) => product(sku));
    await opened.imported(ndjson(header, ...shop, ...products, price('A', 1000)));
    const kinds = { ...header, kinds: ['taxClass'] };
    const report = await opened.imported(ndjson(kinds, reduced));
    expect(report).toMatchObject({ read: 1, added: 1, removed: 0 });
    expect(report.rejected).toEqual([
      {
        file: 'feed.ndjson',
        line: 0,
        kind: 'taxClass',
        key: 'standard',
        field: '',
        reason:
          'the taxClass standard is not in the feed, but product A and 2 more cannot do without it: it stays',
        isRemoval: true,
      },
    ]);
    // Once nothing needs it any more, it goes.
    const moved = products.map((one) => ({ ...one, taxClass: 'reduced' }));
    await opened.imported(ndjson({ ...header, kinds: ['product'] }, ...moved));
    expect(await opened.imported(ndjson(kinds, reduced))).toMatchObject({
      removed: 1,
      rejected: [],
    });
  });

  test.each([
    ['taxClass', 'standard', reduced],
    ['template', 't', template({ id: 'other' })],
    ['ingredient', 'oil', { ...oil, id: 'other', allergens: [] }],
    ['allergen', 'rose', { ...rose, id: 'other' }],
    ['store', 'berlin', { ...berlin, id: 'other' }],
  ])('%s %s', async (kind, key, instead) => {
    const opened = world();
    const local = price('CUSTOM', 900, { store: 'berlin' });
    const all = [...sold, rose, oil, base, dosed, first, local];
    expect(await opened.imported(ndjson(header, ...all))).toMatchObject({ rejected: [] });
    const report = await opened.imported(ndjson({ ...header, kinds: [kind] }, instead));
    expect(report.rejected).toMatchObject([{ kind, key, isRemoval: true }]);
    expect(report).toMatchObject({ added: 1, removed: 0 });
  });

  test('a product that a template takes from stays, one that only has prices goes', async () => {
    const opened = world();
    const all = [...sold, rose, oil, base, dosed, first, product('A'), price('A', 1)];
    await opened.imported(ndjson(header, ...all));
    const report = await opened.imported(ndjson({ ...header, kinds: ['product'] }, custom));
    expect(report.rejected).toMatchObject([{ kind: 'product', key: 'BASE', isRemoval: true }]);
    expect(report.removed).toBe(1);
    const { catalog } = opened.store;
    expect(catalog.product(catalog.currentVersion(), 'A')).toBeNull();
  });

  test('a template that stays keeps its rules in a feed of both kinds', async () => {
    const opened = world();
    await opened.imported(ndjson(header, ...sold, template(), first, second));
    const kinds = { ...header, kinds: ['template', 'rule'] };
    const report = await opened.imported(ndjson(kinds, template({ id: 'other' })));
    expect(report.rejected).toMatchObject([{ kind: 'template', key: 't', isRemoval: true }]);
    expect(rulesOf(opened, 't')).toEqual(['r1', 'r2']);
  });
});
