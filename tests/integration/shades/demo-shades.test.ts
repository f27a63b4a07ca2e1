import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { brands, categories } from '#db/seed/brands.ts';
import { type RunningKiosk, runKiosk } from '#main/hosts/compose.ts';
import type { RequestInput } from '#shared/contract/ipc/contract.ts';
import type { Lab } from '#shared/domain/color/lab.ts';
import { answerTo, refusalOf } from '../../helpers/client-tools.ts';
import { demoDatabase } from '../../helpers/demo-database.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';

const folder = suiteFolder();
const logger = recordingLogger();
let running: RunningKiosk;

beforeAll(async () => {
  const file = await demoDatabase(folder);
  const started = await runKiosk({
    file,
    logger,
    validateOutput: true,
    terminal: { authorizingMs: 0 },
  });
  if (!started.ok) throw new Error(started.error.message);
  running = started.value;
});
afterAll(() => running.close());

type Query = RequestInput<'shades.match'>;
const match = (query: Query) => answerTo(running.kiosk, 'shades.match', query);
/** Of option 5-neutral of the blended foundation, and of 5N of the skin tint. */
const sandstone = { kind: 'hex', hex: '#B58E73' } as const;
const complexion = { category: categories.complexion };

test('SHD-43 SHD-46 a shade on the shelf and the same to be blended are found, with their cards', async () => {
  const { shades } = await match({ tone: sandstone, ...complexion });
  const [blended, tint] = shades;
  expect(blended).toMatchObject({
    card: { product: { sku: 'AT-FOUNDATION', type: 'custom' } },
    shade: { hex: '#B58E73', name: { en: '5N Sandstone' }, undertone: 'neutral' },
    choice: { group: 'shade', option: '5-neutral' },
    deltaE: 0,
    closeness: 'indistinguishable',
  });
  expect(tint).toMatchObject({
    shade: { hex: '#B58E73', code: '5N', name: { en: 'Sandstone' }, finish: 'sheer' },
    deltaE: 0,
  });
  expect(tint).not.toHaveProperty('choice');
  for (const { card } of shades) {
    const { sku } = card.product;
    const detail = await answerTo(running.kiosk, 'catalog.product', { sku });
    expect(card).toEqual(detail.card);
  }
});

test('SHD-40 the nearest come first, and no word promises more than its limit', async () => {
  const { shades } = await match({ tone: sandstone, ...complexion, limit: 24 });
  expect(shades).toHaveLength(24);
  const limits = { indistinguishable: 1, veryClose: 2, close: 4, similar: 7, noneClose: 200 };
  for (const { deltaE, closeness } of shades) {
    expect(deltaE).toBeLessThanOrEqual(limits[closeness] + 0.05);
    expect(deltaE).toBe(Math.round(deltaE * 10) / 10);
  }
  // Half a unit for another undertone is all that is between them and the order of the differences.
  for (const [place, { deltaE }] of shades.entries()) {
    expect(deltaE).toBeGreaterThanOrEqual((shades[place - 1]?.deltaE ?? 0) - 0.6);
  }
});

test('SHD-44 brand, category and limit are kept to', async () => {
  const { shades } = await match({ tone: sandstone, brand: brands.complexion, limit: 3 });
  expect(shades.map(({ card }) => card.product.brand)).toEqual(Array(3).fill(brands.complexion));
  const nails = await match({ tone: sandstone, category: categories.nails });
  expect(new Set(nails.shades.map(({ card }) => card.product.category))).toEqual(
    new Set([categories.nails]),
  );
  expect((await match({ tone: sandstone, brand: 'Nobody' })).shades).toEqual([]);
  expect(await refusalOf(running.kiosk, 'shades.match', { tone: sandstone, limit: 25 })).toBe(
    'input.invalid',
  );
});

test('SHD-20 SHD-21 a nudge moves on to the next shade', async () => {
  const first = async (nudges: Query['nudges']) => {
    const query = { tone: sandstone, brand: brands.atelier, ...complexion };
    const { tone, shades } = await match(nudges === undefined ? query : { ...query, nudges });
    return { undertone: tone.undertone, option: shades[0]?.choice?.option };
  };
  expect(await first(undefined)).toEqual({ undertone: 'neutral', option: '5-neutral' });
  expect(await first({ lighter: 2 })).toEqual({ undertone: 'neutral', option: '4-neutral' });
  expect(await first({ lighter: -2 })).toEqual({ undertone: 'neutral', option: '6-neutral' });
  expect(await first({ warmer: 1 })).toEqual({ undertone: 'warm', option: '5-warm' });
  expect(await first({ warmer: -2 })).toEqual({ undertone: 'cool', option: '5-cool' });
});

test('SHD-45 what the person says of their undertone counts before what the color says', async () => {
  // Halfway between 5-warm and 5-olive, whose undertones the catalog says.
  const tone = { kind: 'lab', lab: { l: 61.7, a: 9.35, b: 24.35 } } as const;
  const query = { tone, brand: brands.atelier, ...complexion };
  const told = await match(query);
  const said = await match({ ...query, undertone: 'olive' });
  expect(told.tone.undertone).toBe('warm');
  expect(told.shades[0]).toMatchObject({
    choice: { option: '5-warm' },
    shade: { undertone: 'warm' },
  });
  expect(said.tone.undertone).toBe('olive');
  expect(said.shades[0]).toMatchObject({
    choice: { option: '5-olive' },
    shade: { undertone: 'olive' },
  });
});

const firstReading: Lab = { l: 61.23457, a: 11.23457, b: 19.23457 };
const secondReading: Lab = { l: 61.63457, a: 11.63457, b: 19.53457 };
const thirdReading: Lab = { l: 60.83457, a: 11.03457, b: 19.03457 };
const shadedReading: Lab = { l: 51.83457, a: 10.83457, b: 17.83457 };
const readingsOf = (...readings: Lab[]): Query => ({ tone: { kind: 'readings', readings } });

test('SHD-30 readings become a tone, with their spread', async () => {
  const answer = await match(readingsOf(firstReading, secondReading, thirdReading));
  expect(answer.tone.lab).toEqual(firstReading);
  expect(answer.spread).toBeGreaterThan(0);
  expect(answer.spread).toBeLessThan(1);
  expect(answer.shades).toHaveLength(6);
});

test('SHD-31 SHD-32 readings that cannot be used are refused by their places', async () => {
  const refused = (query: Query) => running.kiosk.invoke('shades.match', query);
  expect(await refused(readingsOf(firstReading, shadedReading, secondReading))).toMatchObject({
    error: { code: 'shades.readings_disagree', details: { reason: 'disagree', readings: [1] } },
  });
  const tile: Lab = { l: 98.23457, a: 0.23457, b: 1.23457 };
  expect(await refused(readingsOf(firstReading, secondReading, tile))).toMatchObject({
    error: {
      code: 'shades.readings_implausible',
      details: { reason: 'implausible', readings: [2] },
    },
  });
  expect(await refusalOf(running.kiosk, 'shades.match', readingsOf(firstReading))).toBe(
    'input.invalid',
  );
});

test('SHD-33 no tone and no reading is in the log, in a fault, or in a file of the kiosk', async () => {
  const asked: readonly Query[] = [
    readingsOf(firstReading, secondReading, thirdReading),
    readingsOf(firstReading, shadedReading),
    readingsOf({ ...firstReading, l: 3.23457 }, secondReading),
    // Not what the contract wants: refused before a handler sees it.
    readingsOf({ ...firstReading, l: 923.23457 }, secondReading),
    { tone: { kind: 'lab', lab: shadedReading }, nudges: { warmer: 1 } },
    { tone: { kind: 'hex', hex: '#C0FFE3' } },
  ];
  const faults: unknown[] = [];
  for (const query of asked) {
    const answer = await running.kiosk.invoke('shades.match', query);
    if (!answer.ok) faults.push(answer.error);
  }
  expect(faults).toHaveLength(3);
  const traces = /23457|63457|03457|83457|c0ffe3/i;
  expect(JSON.stringify(faults)).not.toMatch(traces);
  expect(JSON.stringify(logger.entries)).not.toMatch(traces);
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  expect(files).toContain('kiosk.db');
  for (const file of files) {
    expect(readFileSync(join(folder, file)).includes('.23457'), file).toBe(false);
    expect(readFileSync(join(folder, file)).includes('C0FFE3'), file).toBe(false);
  }
});

test('SHD-47 the grid tells where there are shades', async () => {
  const { rows, categories: found } = await answerTo(running.kiosk, 'shades.grid', {});
  expect(rows).toHaveLength(20);
  expect(rows[0]?.[2]?.undertone).toBe('neutral');
  const counts = found.map(({ count }) => count);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  expect(found.map(({ value }) => value)).toEqual(
    expect.arrayContaining([categories.complexion, categories.lips, categories.nails]),
  );
});
