import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import type { SearchQuery } from '#main/core/ports/catalog-reader.ts';
import type { ProductRecord } from '#shared/domain/catalog/product.ts';
import { needRealData, realDataFile } from '../../helpers/real-data.ts';
import { openStore, product, publishFull } from './store-fixture.ts';

/** A store with these products, and a function that searches it. */
function searching(products: readonly ProductRecord[]) {
  const store = openStore();
  publishFull(store.catalogWriter(), products);
  const search = (text: string, query: Partial<SearchQuery> = {}) =>
    store.catalog.search(1, { text, offset: 0, limit: 50, ...query });
  const skus = (text: string, query: Partial<SearchQuery> = {}) =>
    search(text, query).products.map(({ sku }) => sku);
  return { search, skus };
}

const shelf: readonly ProductRecord[] = [
  product('L1', 'Velvet Lipstick', { brand: "L'Oréal Paris", category: 'Lips', popularity: 10 }),
  product('L2', 'Lip Gloss', { brand: 'Fenty', category: 'Lips', popularity: 900 }),
  product('L3', 'Crème Éclat', { brand: 'Lancôme', category: 'Face', popularity: 500 }),
  product('L4', 'Foundation', {
    brand: 'Fenty',
    category: 'Face',
    shade: { code: '110N', name: 'Warm Sand', hex: '#c68863' },
    size: '30 ml',
  }),
  product('L5', 'Brush', { brand: 'Fenty', category: 'Tools', type: 'component' }),
  product('FX-77', 'Serum', {
    brand: 'Nord',
    category: 'Face',
    name: { en: 'Serum', de: 'Straßenglück' },
  } as Partial<ProductRecord>),
];

describe('words', () => {
  test('STO-40 case, accents, apostrophes and punctuation do not count', () => {
    const { skus } = searching(shelf);
    for (const text of ["l'oreal", 'LOREAL', "L'Oréal,", 'L’Oréal', 'l oreal']) {
      expect(skus(text), text).toContain('L1');
    }
    expect([skus('lancome'), skus('CRÈME eclat'), skus('strassengluck')]).toEqual([
      ['L3'],
      ['L3'],
      ['FX-77'],
    ]);
  });

  test('STO-41 every word, or a word that begins with it, anywhere on the product', () => {
    const { search, skus } = searching(shelf);
    expect(skus('fen')).toEqual(['L2', 'L4']);
    expect(skus('fenty warm')).toEqual(['L4']);
    expect(skus('war fen 110')).toEqual(['L4']);
    expect(skus('fx-77')).toEqual(['FX-77']);
    expect(skus('fenty 30 ml')).toEqual(['L4']);
    expect(skus('fenty velvet')).toEqual([]);
    expect(skus('ipstick')).toEqual(['L1']);
    expect(search('ipstick').correctedTo).toBe('lipstick');
  });

  test('STO-49 components are never found', () => {
    const { skus } = searching(shelf);
    expect(skus('brush')).toEqual([]);
    expect(skus('', { category: 'Tools' })).toEqual([]);
  });

  test('what FTS5 would take for syntax, and marks, are plain text', () => {
    const { search } = searching(shelf);
    for (const text of [
      '"',
      'lip" OR "x',
      'NEAR(lip)',
      '*',
      '-lip',
      'words:lip',
      '\ue000a',
      '()',
    ]) {
      expect(() => search(text), text).not.toThrow();
    }
    expect(search('\ue000a')).toEqual(search('a'));
    expect(search('OR').total).toBe(0);
  });

  test('STO-40 only the first eight words count', () => {
    const { skus } = searching(shelf);
    expect(skus('fenty fenty fenty fenty fenty fenty fenty lip nothing')).toEqual(['L2']);
  });
});

test.each([
  ['de', 'Lippenstift', 'lippen'],
  ['fr', 'rouge à lèvres', 'levre roug'],
  ['es', 'barra de labios', 'labio barr'],
  ['ar', 'أحمر شفاه', 'الشفاه'],
  ['ja', 'リップスティック', 'りっぷ'],
])('STO-41 STO-53 in %s the demo store’s lipsticks are found: %s, %s', (_, whole, begun) => {
  const products = demoStoreFeed().records.filter((record) => record.kind === 'product');
  const { search } = searching(products);
  for (const text of [whole, begun]) {
    const found = search(text).products.map(({ sku }) => sku);
    expect(found, text).toContain('AT-LIPSTICK');
    expect(found, text).toContain('RP-SATIN-133');
    expect(found, text).not.toContain('LR-TOP-01');
    expect(search(text).correctedTo, text).toBeUndefined();
  }
});

test('STO-42 exact name, name begins, in name, in brand and name, elsewhere; then popularity', () => {
  const { skus } = searching([
    product('ELSE', 'Balm', { category: 'Rose Care', popularity: 999_999 }),
    product('BRAND', 'Cream', { brand: 'Rose', popularity: 500_000 }),
    product('IN2', 'Wild Rose', { popularity: 5 }),
    product('IN1', 'Deep Rose', { popularity: 50 }),
    product('STARTS', 'Rose Water', { popularity: 1 }),
    product('EXACT', 'Rose', {}),
    product('TIE-B', 'Old Rose', {}),
    product('TIE-A', 'Old Rose', {}),
  ]);
  expect(skus('rose')).toEqual([
    'EXACT',
    'STARTS',
    'IN1',
    'IN2',
    'TIE-A',
    'TIE-B',
    'BRAND',
    'ELSE',
  ]);
  expect(skus('nord rose')[0]).toBe('EXACT');
});

describe('typing errors', () => {
  const typing = [
    ...shelf,
    product('M', 'Mascara', { popularity: 3 }),
    product('P', 'Palette', {}),
  ];

  test('STO-45 one letter too many, missing, wrong, or two swapped', () => {
    const { search, skus } = searching(typing);
    for (const text of ['masscara', 'mascra', 'mazcara', 'msacara', 'nascara', 'ascara']) {
      expect(skus(text), text).toEqual(['M']);
      expect(search(text).correctedTo, text).toBe('mascara');
    }
  });

  test('STO-45 also in a word that is not finished, and beside words that are right', () => {
    const { search } = searching(typing);
    expect(search('foundatoi')).toMatchObject({ correctedTo: 'foundation', total: 1 });
    expect(search('fenty foundatoin')).toMatchObject({ correctedTo: 'fenty foundation' });
    expect(search('fnety foundatoin')).toMatchObject({ correctedTo: 'fenty foundation' });
  });

  test('STO-45 two wrong letters, digits and very short words are not forgiven', () => {
    const { skus } = searching(typing);
    expect([skus('mazcarra'), skus('fx-78'), skus('xz')]).toEqual([[], [], []]);
  });

  test('STO-46 a word that is in the catalog stays as it is', () => {
    const { search } = searching(typing);
    expect(search('lip foundation')).toMatchObject({ total: 0 });
    expect(search('lip foundation').correctedTo).toBeUndefined();
    expect(search('lip').correctedTo).toBeUndefined();
  });

  test('STO-45 any single error in any longer word of a catalog finds its product', () => {
    const words = ['highlighter', 'moisturizer', 'conditioner', 'eyeshadow', 'terracotta'];
    const { skus: found } = searching(words.map((word) => product(word.toUpperCase(), word)));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.nat(),
        letter,
        fc.constantFrom('insert', 'delete', 'replace', 'swap'),
        (word, position, wrong, edit) => {
          const at = position % (word.length - 1);
          const typed = {
            insert: word.slice(0, at) + wrong + word.slice(at),
            delete: word.slice(0, at) + word.slice(at + 1),
            replace: word.slice(0, at) + wrong + word.slice(at + 1),
            swap: word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
          }[edit];
          expect(found(typed)).toEqual([word.toUpperCase()]);
        },
      ),
      { seed: 20_261, numRuns: 300 },
    );
  });
});

describe('facets, totals and pages', () => {
  const many = Array.from({ length: 2_400 }, (_, n) =>
    product(`S${String(n).padStart(4, '0')}`, `Shade ${n}`, {
      brand: n % 3 === 0 ? 'Fenty' : 'Nord',
      category: n % 2 === 0 ? 'Lips' : 'Face',
      popularity: 100_000 - n * 40,
    }),
  );
  const crowd = [...many, product('RARE', 'Shade', { brand: 'Rare' })];

  test('STO-44 the total is exact up to a thousand', () => {
    const { search } = searching(crowd);
    expect(search('shade', { brand: 'Fenty' })).toMatchObject({ total: 800, more: false });
    expect(search('shade')).toMatchObject({ total: 1000, more: true });
    expect(search('')).toMatchObject({ total: 1000, more: true });
    expect(search('nothing')).toMatchObject({ total: 0, more: false, products: [] });
  });

  test('STO-47 a facet is counted without its own filter', () => {
    const { search } = searching(crowd);
    const found = search('shade', { brand: 'Fenty', category: 'Lips', limit: 1 });
    expect(found.total).toBe(400);
    expect(found.categories).toEqual([
      { value: 'Face', count: 400 },
      { value: 'Lips', count: 400 },
    ]);
    // 1,200 in Lips: the counts are those among the 1,000 most popular.
    expect(found.brands.reduce((sum, { count }) => sum + count, 0)).toBe(1000);
    expect(search('shade', { brand: 'Unknown' })).toMatchObject({ total: 0, brands: [] });
  });

  test('STO-47 STO-48 an empty text lists by popularity, with exact counts', () => {
    const { search } = searching(crowd);
    const found = search('', { limit: 3 });
    expect(found.products.map(({ sku }) => sku)).toEqual(['S0000', 'S0001', 'S0002']);
    expect(found.brands).toEqual([
      { value: 'Nord', count: 1600 },
      { value: 'Fenty', count: 800 },
      { value: 'Rare', count: 1 },
    ]);
    expect(search('', { brand: 'Fenty' }).categories).toEqual([
      { value: 'Face', count: 400 },
      { value: 'Lips', count: 400 },
    ]);
  });

  test('STO-43 the one that is named exactly so is found among very many', () => {
    const { skus } = searching(crowd);
    expect(skus('shade', { limit: 2 })).toEqual(['RARE', 'S0000']);
  });

  test('pages follow one another without gaps or doubles, also beyond a thousand', () => {
    const { skus } = searching(crowd);
    const seen: string[] = [];
    for (let offset = 0; offset < 2_500; offset += 100) {
      seen.push(...skus('shade', { offset, limit: 100 }));
    }
    expect(seen).toHaveLength(2_401);
    expect(new Set(seen).size).toBe(2_401);
  });
});

test('STO-41 STO-42 real products: each name finds its product, at or near the top', (context) => {
  needRealData(context);
  const rows: readonly Record<string, string>[] = parse(
    readFileSync(realDataFile('beauty-products.csv')),
    { columns: true },
  );
  const products = rows.map((row) =>
    product(row.product_id ?? '', row.product_name ?? '', {
      brand: row.brand_name ?? '',
      category: row.primary_category ?? '',
      popularity: Number(row.loves_count ?? 0),
    }),
  );
  const { skus } = searching(products);
  const sample = products.filter((_, index) => index % 23 === 0);
  for (const { sku, name, brand } of sample) {
    const found = skus(`${brand} ${name.en}`, { limit: 10 });
    expect(found, `${brand} ${name.en}`).toContain(sku);
  }
});
