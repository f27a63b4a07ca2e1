import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { EventAnswer } from '#shared/contract/api/device.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import { signatureHeaders } from '../../helpers/signed-request.ts';

const central = startTestCentral();
const store = 'berlin';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly answers?: readonly EventAnswer[];
  readonly tookMs: number;
}

/** Sends a body as it is, compressed. */
async function send(
  device: TestDevice,
  json: string,
  target = '/v1/device/events',
): Promise<Answer> {
  const bytes = gzipSync(json, { level: 1 });
  const signed = signatureHeaders({ key: device.key, keyId: device.id }, { target, bytes });
  const began = performance.now();
  const answer = await fetch(central.url + target, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...signed },
  });
  const body = (await answer.json()) as Omit<Answer, 'status' | 'tookMs'>;
  return { ...body, status: answer.status, tookMs: performance.now() - began };
}

const pushOf = (...events: readonly unknown[]) => JSON.stringify({ sentAtMs: Date.now(), events });

/** An object of so many members that nobody knows. */
const members = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index.toString(36)}`, 1]));

test('DRQ-8 a push of more parts than any is refused before it is parsed', async () => {
  const device = await central.device(store);
  const good = pushedEvent(1, completedOrder({ store }));
  const bad = pushedEvent(2, { ...completedOrder({ store }), ...members(500_000) });
  const refused = await send(device, pushOf(good, bad));
  expect(refused).toMatchObject({ status: 413, code: 'input.invalid' });
  // As the kiosk finds out, which halves the push (SYN-7).
  expect(await send(device, pushOf(good))).toMatchObject({ answers: [{ status: 'stored' }] });
});

test('DRQ-8 other bodies of a device are shorter, and none of them is nested deeply', async () => {
  const device = await central.device(store);
  const target = '/v1/device/allotments';
  const ask = (value: object) => send(device, JSON.stringify(value), target);
  expect(await ask({ items: [], ...members(20_001) })).toMatchObject({ status: 413 });
  expect(await ask({ items: [], ...members(19_000) })).toMatchObject({ status: 400 });
  const deep = `{"items":${'['.repeat(100)}${']'.repeat(100)}}`;
  expect(await send(device, deep, target)).toMatchObject({ status: 400, code: 'input.invalid' });
  const items = Array.from({ length: 500 }, (_, index) => ({
    ...{ store, sku: `S${index}`, granted: 0, sold: 0, returned: 0, target: 1, wanted: 0 },
  }));
  expect(await ask({ items })).toMatchObject({ status: 200 });
});

test('ING-3 of an event that is wrong all over, the first place is told, soon', async () => {
  const device = await central.device(store);
  const wrong = pushedEvent(1, { ...completedOrder({ store }), ...members(40_000) });
  const good = pushedEvent(2, completedOrder({ store }));
  const { answers, tookMs } = await send(device, pushOf(wrong, good));
  expect(answers).toEqual([
    {
      id: wrong.id,
      status: 'rejected',
      code: 'event.malformed',
      message: 'payload k0 is not a known field',
    },
    { id: good.id, status: 'stored' },
  ]);
  // Parsing, hashing and one look; looking for all of the mistakes takes as long again for each 10,000.
  expect(tookMs).toBeLessThan(5_000);
});

test('ING-3 a payload that is longer than any sale is refused, that one alone', async () => {
  const device = await central.device(store);
  const sale = (length: number, seq: number) => {
    const { lines: _, ...order } = completedOrder({ store });
    const line = {
      sku: 'A',
      price: {
        ...{ lineId: 'l1', sku: 'A', quantity: 1, name: { en: 'x'.repeat(2_000) } },
        ...{ unitPriceMinor: 1, subtotalMinor: 1, discountMinor: 0, taxMinor: 0, totalMinor: 1 },
        ...{ taxes: [], trace: [] },
      },
    };
    const count = Math.ceil(length / JSON.stringify(line).length);
    return pushedEvent(seq, { ...order, lines: Array.from({ length: count }, () => line) });
  };
  const [long, longer] = [sale(1_000_000, 1), sale(1_100_000, 2)];
  const { answers } = await send(device, pushOf(long, longer));
  expect(answers?.map(({ code, status }) => code ?? status)).toEqual(['stored', 'event.malformed']);
  expect(answers?.[1]?.message).toBe('The payload is longer than 1048576');
});

test('SYN-5 DRQ-8 a push of 500 events and 2 MiB of payload in the widest letters is taken', async () => {
  const device = await central.device(store);
  // Three bytes each.
  const name = { en: '蓬'.repeat(1_900), de: '箱'.repeat(1_400) };
  const price = {
    ...{ lineId: 'l1', sku: 'A', quantity: 1, name, unitPriceMinor: 1, subtotalMinor: 1 },
    ...{ discountMinor: 0, taxMinor: 0, totalMinor: 1, taxes: [], trace: [] },
  };
  const events = Array.from({ length: 500 }, (_, index) =>
    pushedEvent(index + 1, { ...completedOrder({ store }), lines: [{ sku: 'A', price }] }),
  );
  const length = events.reduce((sum, { payload }) => sum + canonicalJson(payload).length, 0);
  expect(length).toBeGreaterThan(1_900_000);
  const { status, answers } = await send(device, pushOf(...events));
  expect(status).toBe(200);
  expect(new Set(answers?.map((answer) => answer.status))).toEqual(new Set(['stored']));
});
