import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { consumeBatch } from '#central/jobs/feed-consumer.ts';
import { stockProjection } from '#central/jobs/stock-projection.ts';
import { answered } from '#main/sync/call.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { settleFeed } from '../../helpers/central-events.ts';
import { countStock } from '../../helpers/central-stock.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();
/** The largest quantity that an event may name. */
const largest = 100_000_000_000;

interface Movement {
  readonly sku: string;
  readonly quantity: number;
}

async function push(
  { client }: TestDevice,
  store: string,
  sales: readonly (readonly Movement[])[],
): Promise<readonly string[]> {
  const events = sales.map((movements, index) =>
    pushedEvent(index + 1, completedOrder({ store, movements: [...movements] })),
  );
  const body = { events, sentAtMs: Date.now() };
  const { answers } = await answered(client.POST('/v1/device/events', { body }));
  return answers.map(({ status, code }) => code ?? status);
}

async function project(): Promise<void> {
  await settleFeed(central);
  while ((await consumeBatch(central, stockProjection(central))) > 0);
}

async function stockOf(store: string) {
  const client = await central.client(['stock:read']);
  return client.GET('/v1/stock', { params: { query: { store } } });
}

async function setAside(store: string) {
  return central.db
    .selectFrom('feed_consumer_failures')
    .select(['consumer', 'message'])
    .where('store', '=', store)
    .execute();
}

test('ING-3 what one sale takes is bounded', async () => {
  const device = await central.device('small');
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ sku: `S${index}`, quantity: -1 }));
  expect(
    await push(device, 'small', [
      many(1_001),
      [{ sku: 'A', quantity: -largest - 1 }],
      [{ sku: 'A', quantity: -largest }],
      many(1_000),
    ]),
  ).toEqual(['event.malformed', 'event.malformed', 'stored', 'stored']);
});

test('STK-48 what a tampered device sells is set aside before it cannot be counted, and stock can be read', async () => {
  const [store, honest] = ['tampered', 'honest'];
  const [bad, good] = [await central.device(store), await central.device(honest)];
  await countStock(central, honest, { A: 10 }, Date.now() - 60_000);
  await countStock(central, store, { A: 10 }, Date.now() - 60_000);
  const monstrous = Array.from({ length: 40 }, () => ({ sku: 'A', quantity: -largest }));
  const sales = Array.from({ length: 400 }, () => monstrous);
  expect(new Set(await push(bad, store, sales))).toEqual(new Set(['stored']));
  await push(good, honest, [[{ sku: 'A', quantity: -1 }]]);
  await project();

  // 40 × 10^11 fit 250 times into 10^15.
  const failures = await setAside(store);
  expect(failures).toHaveLength(150);
  expect(new Set(failures.map(({ consumer }) => consumer))).toEqual(new Set(['stock']));
  expect(failures[0]?.message).toMatch(/A in tampered/);
  const { data, response } = await stockOf(store);
  expect(response.status).toBe(200);
  expect(data?.items).toMatchObject([{ sku: 'A', onHand: 10 - 1e15, available: 0 }]);
  // Others go on.
  expect(await setAside(honest)).toEqual([]);
  expect((await stockOf(honest)).data?.items).toMatchObject([{ sku: 'A', onHand: 9 }]);
  const asked = await good.client.POST('/v1/device/allotments', {
    body: { items: [{ store: honest, sku: 'A', sold: 1, returned: 0, target: 1, wanted: 0 }] },
  });
  expect(asked.response.status).toBe(200);
});

test('STK-48 whatever stands in the tables, stock is read, and a count mends it', async () => {
  const store = 'damaged';
  const device = await central.device(store);
  await countStock(central, store, { A: 10 }, Date.now() - 60_000);
  const { pool } = central.database;
  await pool.query(`UPDATE stock_levels SET moved = -9e18::bigint WHERE store = '${store}'`);
  await pool.query(
    `INSERT INTO stock_allotments (store, sku, device, granted) VALUES ('${store}', 'A', $1, 9e18)`,
    [device.id],
  );
  const { data, response } = await stockOf(store);
  expect(response.status).toBe(200);
  expect(data?.items[0]?.available).toBe(0);
  await pool.query(`DELETE FROM stock_allotments WHERE store = '${store}'`);
  await countStock(central, store, { A: 7 }, Date.now());
  expect((await stockOf(store)).data?.items).toMatchObject([{ onHand: 7, available: 7 }]);
});

test('STK-48 a movement by hand beyond that is refused, all of its batch', async () => {
  const store = 'by-hand';
  const client = await central.client(['stock:write', 'stock:read']);
  await countStock(central, store, { A: 0 }, Date.now() - 60_000);
  await central.database.pool.query(
    `UPDATE stock_levels SET moved = 999999999999999 WHERE store = '${store}'`,
  );
  const receipt = (sku: string, quantity: number) =>
    ({ id: uuidv7(), store, sku, quantity, kind: 'receipt' }) as const;
  const body = { movements: [receipt('B', 1), receipt('A', 2)] };
  const refused = await client.POST('/v1/stock/movements', { body });
  expect(refused.error).toMatchObject({ status: 400, code: 'input.invalid' });
  expect((await stockOf(store)).data?.items).toHaveLength(1);
  const last = await client.POST('/v1/stock/movements', { body: { movements: [receipt('A', 1)] } });
  expect(last.response.status).toBe(200);
});
