import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Handlers } from '#main/core/handlers.ts';
import type { CatalogReader, CatalogShade } from '#main/core/ports/catalog-reader.ts';
import { createRouter } from '#main/core/router.ts';
import { shadeHandlers } from '#main/core/shades/shade-handlers.ts';
import { ipcContract, type RequestInput, type RequestName } from '#shared/contract/ipc/contract.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { memoryCatalog } from '../../helpers/memory-catalog.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import {
  openStore,
  price,
  product,
  publishDelta,
  publishFull,
  testShop,
  testTime,
} from '../storage/store-fixture.ts';

const clock = { now: () => testTime };
const tone = { kind: 'lab', lab: { l: 60, a: 12, b: 20 } } as const;
const shaded = (sku: string, hex: string) => product(sku, sku, { shade: { hex } });

function opened(...records: readonly CatalogRecord[]) {
  const store = openStore();
  publishFull(store.catalogWriter(), [testShop, ...records]);
  return store;
}

function allShades(catalog: CatalogReader, version: number): readonly CatalogShade[] {
  const found: CatalogShade[] = [];
  for (let from: string | null = null; ; ) {
    const { shades, next } = catalog.shades(version, from);
    found.push(...shades);
    if (next === null) return found;
    from = next;
  }
}

async function skusOf(catalog: CatalogReader, query: Partial<RequestInput<'shades.match'>> = {}) {
  const answer = await shadeHandlers({ catalog, clock })['shades.match']({ tone, ...query });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.shades.map(({ card }) => card.product.sku);
}

test('SHD-42 pages hold every shade once, whatever is between them', () => {
  const records = Array.from({ length: 620 }, (_, place) => {
    const sku = `S${String(place).padStart(4, '0')}`;
    return place % 3 === 0 ? product(sku, sku) : shaded(sku, '#A06F4A');
  });
  const { catalog } = opened(...records);
  const found = allShades(catalog, 1).map(({ sku }) => sku);
  expect(found).toEqual(records.flatMap(({ sku, shade }) => (shade === undefined ? [] : sku)));
  expect(catalog.shades(1, null).next).toBe('S0249');
});

test('SHD-42 a page that ends with the last product is followed by an empty one', () => {
  const records = Array.from({ length: 250 }, (_, place) => shaded(`S${1000 + place}`, '#A06F4A'));
  expect(allShades(opened(...records).catalog, 1)).toHaveLength(250);
});

test('SHD-43 what has no color to match is left out: no shade, a component, another kind of group', () => {
  const option = { id: 'rose', name: { en: 'Rose' }, color: '#D09080' };
  const { catalog } = opened(
    product('PLAIN', 'Plain'),
    product('PIGMENT', 'Pigment', { type: 'component', shade: { hex: '#803020' } }),
    product('CUSTOM', 'Custom', { type: 'custom', template: 'blend' }),
    {
      kind: 'template',
      id: 'blend',
      name: { en: 'Blend' },
      use: 'leaveOn',
      ingredients: [],
      doses: [],
      groups: [
        { id: 'cap', type: 'single', name: { en: 'Cap' }, required: true, options: [option] },
        {
          id: 'shade',
          type: 'color',
          name: { en: 'Shade' },
          required: true,
          options: [
            { ...option, undertone: 'olive', finish: 'matte' },
            { id: 'clear', name: { en: 'Clear' } },
          ],
        },
      ],
    },
  );
  expect(allShades(catalog, 1)).toEqual([
    {
      sku: 'CUSTOM',
      name: { en: 'Custom' },
      brand: 'Nord',
      category: 'Care',
      shade: { hex: '#D09080', name: { en: 'Rose' } },
      finish: 'matte',
      undertone: 'olive',
      choice: { group: 'shade', option: 'rose' },
    },
  ]);
});

test('SHD-42 the next version has shades of its own, and each version is read once', async () => {
  const store = opened(shaded('OLD', '#B58E73'), price('OLD', 1000));
  let reads = 0;
  const catalog: CatalogReader = {
    ...store.catalog,
    shades: (version, from) => {
      reads += 1;
      return store.catalog.shades(version, from);
    },
  };
  expect(await Promise.all([skusOf(catalog), skusOf(catalog)])).toEqual([['OLD'], ['OLD']]);
  expect(await skusOf(catalog)).toEqual(['OLD']);
  expect(reads).toBe(1);
  publishDelta(store.catalogWriter(), [shaded('NEW', '#B58E74'), price('NEW', 1000)]);
  expect((await skusOf(catalog)).toSorted()).toEqual(['NEW', 'OLD']);
  expect(reads).toBe(2);
});

test('SHD-42 others get their turn while a large catalog is read', async () => {
  const records = Array.from({ length: 1_100 }, (_, place) => shaded(`S${place}`, '#B58E73'));
  const { catalog } = opened(...records, price('S7', 1000));
  let turns = 0;
  let isDone = false;
  const matched = skusOf(catalog).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await nextTurn();
    turns += 1;
  }
  expect(await matched).toEqual(['S7']);
  expect(turns).toBeGreaterThanOrEqual(4);
});

test('SHD-42 what could not be read once is read again', async () => {
  const store = opened(shaded('ROSE', '#B58E73'), price('ROSE', 1000));
  let fails = true;
  const catalog: CatalogReader = {
    ...store.catalog,
    shades: (version, from) => {
      if (fails) throw new Error('disk I/O error');
      return store.catalog.shades(version, from);
    },
  };
  await expect(skusOf(catalog)).rejects.toThrow('disk I/O error');
  fails = false;
  expect(await skusOf(catalog)).toEqual(['ROSE']);
});

test('SHD-44 what has no price here now is left out, and what is farther comes in its place', async () => {
  const unpriced = Array.from({ length: 300 }, (_, place) => shaded(`NEAR-${place}`, '#B58870'));
  const { catalog } = opened(
    ...unpriced,
    price('NEAR-3', 900, { validFrom: testTime + 1 }),
    ...['FAR-1', 'FAR-2', 'FAR-3'].flatMap((sku) => [shaded(sku, '#A57B60'), price(sku, 1000)]),
  );
  expect(await skusOf(catalog)).toEqual(['FAR-1', 'FAR-2', 'FAR-3']);
  expect(await skusOf(catalog, { limit: 2 })).toEqual(['FAR-1', 'FAR-2']);
});

test('SHD-33 a failure that nobody expected is logged without the tone', async () => {
  const catalog: CatalogReader = {
    ...memoryCatalog(),
    shades: () => {
      throw new Error('disk I/O error');
    },
  };
  const logger = recordingLogger();
  const unused = () => {
    throw new Error('not part of this test');
  };
  const all = Object.fromEntries(Object.keys(ipcContract).map((name) => [name, unused]));
  // Built from the contract's own names, so every one of them is there.
  const handlers = { ...all, ...shadeHandlers({ catalog, clock }) } as Handlers<RequestName>;
  const route = createRouter(handlers, { logger, ids: { next: () => 'c1' }, validateOutput: true });
  const reading = { l: 61.23457, a: 11.23457, b: 19.23457 };
  const answer = await route('shades.match', {
    tone: { kind: 'readings', readings: [reading, reading] },
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal.failure' } });
  expect(logger.entries).toMatchObject([{ fields: { request: 'shades.match' } }]);
  expect(JSON.stringify([answer, logger.entries])).not.toContain('23457');
});
