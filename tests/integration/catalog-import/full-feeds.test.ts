import { describe, expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { custom, first, priceOf, rulesOf, second, sold, template } from './designable.ts';
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
