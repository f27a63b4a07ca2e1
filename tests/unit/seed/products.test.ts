import { expect, test } from 'vitest';
import { brands, categories, discountable } from '#db/seed/brands.ts';
import { normalizeGtin } from '#shared/domain/catalog/gtin.ts';
import { isValidAt } from '#shared/lib/time.ts';
import { demoDay, recordsOf } from './seed.ts';

const products = recordsOf('product');
const sellable = products.filter(({ type }) => type !== 'component');
const ready = products.filter(({ type }) => type === 'ready');

test('barcodes are valid EAN-13 from the in-store range, each used once', () => {
  const gtins = ready.flatMap((product) => product.gtins ?? []);
  expect(gtins).toHaveLength(ready.length);
  expect(new Set(gtins).size).toBe(gtins.length);
  for (const gtin of gtins) {
    expect(gtin).toMatch(/^2[0-9]{12}$/);
    expect(normalizeGtin(gtin)).toEqual({ ok: true, value: `0${gtin}` });
  }
});

test('everything on the shelf has a price today, a drawing and a text, and what is filled a size', () => {
  for (const product of sellable) {
    const prices = recordsOf('price').filter(
      (price) =>
        price.sku === product.sku && price.store === undefined && isValidAt(price, demoDay),
    );
    expect(prices, product.sku).toHaveLength(1);
    expect(product.art, product.sku).toBeDefined();
    const isPiece = product.brand === brands.tools || product.brand === brands.house;
    expect(product.size !== undefined || isPiece, product.sku).toBe(true);
    expect(product.description?.en.length, product.sku).toBeGreaterThan(20);
  }
});

test('components have no price: they are never sold by themselves', () => {
  const components = new Set(
    products.filter(({ type }) => type === 'component').map(({ sku }) => sku),
  );
  expect(recordsOf('price').filter(({ sku }) => components.has(sku))).toEqual([]);
});

test('a formula never holds more than 100 %, and its list names falling masses first', () => {
  const cosmetics = ready.filter(({ ingredients }) => ingredients !== undefined);
  expect(cosmetics.length).toBeGreaterThan(50);
  for (const product of cosmetics) {
    const ppm = (product.ingredients ?? []).map((share) => share.ppm ?? 0);
    const total = ppm.reduce((sum, share) => sum + share, 0);
    expect(total, product.sku).toBeLessThanOrEqual(1_000_000);
    expect(total, product.sku).toBeGreaterThan(900_000);
    expect(product.use, product.sku).toBeDefined();
    expect(product.inci?.length, product.sku).toBeGreaterThanOrEqual(ppm.length);
  }
});

test('the printed list names the allergens that a scented product carries', () => {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  expect(bySku.get('NO-PALEROSE')?.inci).toEqual(
    expect.arrayContaining(['Citronellol', 'Geraniol', 'Rose Flower Oil/Extract']),
  );
  // 1.5 % of rose oil brings 7.5 ppm of rose ketones: below the 10 ppm of leave-on products.
  expect(bySku.get('NO-PALEROSE')?.inci).not.toContain('Rose Ketones');
  // Nobody knows how much pinene the labdanum resin holds: named, to be on the safe side.
  expect(bySku.get('NO-LAMPLIGHT')?.inci).toContain('Pinene');
  expect(bySku.get('HL-CREAM-01')?.inci).not.toContain('Linalool');
});

test('shades of a range share a key and differ in color, and the shelf is varied', () => {
  const ranges = Map.groupBy(
    ready.filter(({ variantOf }) => variantOf !== undefined),
    ({ variantOf }) => variantOf,
  );
  expect(ranges.size).toBe(6);
  for (const variants of ranges.values()) {
    expect(new Set(variants.map(({ shade }) => shade?.hex)).size).toBe(variants.length);
  }
  expect(new Set(sellable.map(({ art }) => art?.vessel)).size).toBe(12);
});

test('printed books are taxed as books and are never discounted', () => {
  const books = ready.filter(({ taxClass }) => taxClass === 'books');
  expect(books.map(({ category }) => category)).toEqual([categories.books, categories.books]);
  expect(discountable).not.toContain(categories.books);
  const discounted = recordsOf('promotion').filter(({ action }) => {
    const matches = action.kind === 'bundle' ? action.parts.map(({ match }) => match) : [];
    if (action.kind === 'buyXGetY') matches.push(action.get);
    if (action.kind === 'percentOff' || action.kind === 'amountOff') matches.push(action.match);
    return matches.some(
      (match) =>
        match.categories?.includes(categories.books) ||
        match.brands?.includes(brands.house) ||
        Object.keys(match).length === 0,
    );
  });
  expect(discounted).toEqual([]);
});
