import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { expireReservations } from '#central/storage/stock-levels.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { countStock, stockIn } from '../../helpers/central-stock.ts';

const central = startTestCentral();

let stores = 0;
function newStore(): string {
  stores += 1;
  return `shop-${stores}`;
}

const office = () => central.client(['stock:write', 'stock:read']);

interface Wanted {
  readonly id?: string;
  readonly store: string;
  readonly lines: { sku: string; quantity: number }[];
  readonly expiresInSeconds?: number;
}

async function reserve({ id = uuidv7(), ...wanted }: Wanted) {
  const client = await office();
  const answer = await client.POST('/v1/stock/reservations', { body: { id, ...wanted } });
  return { id, status: answer.response.status, data: answer.data, error: answer.error };
}

async function end(id: string, how: 'commit' | 'release', orderId?: string) {
  const client = await office();
  const params = { path: { id } };
  const { response, data, error } =
    how === 'commit'
      ? await client.POST('/v1/stock/reservations/{id}/commit', {
          params,
          body: orderId === undefined ? {} : { orderId },
        })
      : await client.POST('/v1/stock/reservations/{id}/release', { params });
  return { status: response.status, state: data?.state, data, error };
}

/** Moves the server's clock until the test ends. */
function later(seconds: number): void {
  central.setClock(() => Date.now() + seconds * 1_000);
  onTestFinished(() => central.setClock(() => Date.now()));
}

test('STK-50 a reservation holds every line, or nothing', async () => {
  const store = newStore();
  await countStock(central, store, { A: 5, B: 1 });
  const lines = [
    { sku: 'A', quantity: 2 },
    { sku: 'B', quantity: 1 },
    { sku: 'A', quantity: 1 },
  ];
  const held = await reserve({ store, lines });
  expect(held).toMatchObject({
    status: 201,
    data: {
      state: 'open',
      lines: [
        { sku: 'A', quantity: 3 },
        { sku: 'B', quantity: 1 },
      ],
    },
  });
  expect((await stockIn(central, store)).get('A')).toMatchObject({
    onHand: 5,
    reserved: 3,
    available: 2,
  });
  const refused = await reserve({ store, lines });
  expect(refused).toMatchObject({
    status: 409,
    error: {
      code: 'stock.sold_out',
      details: {
        short: [
          { sku: 'A', wanted: 3, remaining: 2 },
          { sku: 'B', wanted: 1, remaining: 0 },
        ],
      },
    },
  });
  expect((await reserve({ store, lines: [{ sku: 'A', quantity: 2 }] })).status).toBe(201);
});

test('STK-51 the same request again is the same reservation; another one under its id is refused', async () => {
  const store = newStore();
  await countStock(central, store, { A: 2 });
  const lines = [{ sku: 'A', quantity: 2 }];
  const first = await reserve({ store, lines });
  const again = await reserve({ id: first.id, store, lines });
  expect(again).toMatchObject({ status: 200, data: first.data ?? {} });
  const other = await reserve({ id: first.id, store, lines: [{ sku: 'A', quantity: 1 }] });
  expect(other).toMatchObject({ status: 409, error: { code: 'stock.conflict' } });
  const elsewhere = newStore();
  expect(await reserve({ id: first.id, store: elsewhere, lines })).toMatchObject({ status: 409 });
  const client = await office();
  const { data } = await client.GET('/v1/stock/reservations/{id}', {
    params: { path: { id: first.id } },
  });
  expect(data).toEqual(first.data);
});

test('STK-52 what was never counted can be reserved without limit', async () => {
  const store = newStore();
  const { status } = await reserve({ store, lines: [{ sku: 'FREE', quantity: 1_000_000 }] });
  expect(status).toBe(201);
});

test('STK-53 a reservation that has run out holds nothing, and cannot be sold any more', async () => {
  const store = newStore();
  await countStock(central, store, { A: 1 });
  const lines = [{ sku: 'A', quantity: 1 }];
  const { id } = await reserve({ store, lines, expiresInSeconds: 60 });
  later(61);
  expect((await stockIn(central, store)).get('A')).toMatchObject({ reserved: 0, available: 1 });
  const next = await reserve({ store, lines, expiresInSeconds: 60 });
  expect(next.status).toBe(201);
  expect(await end(id, 'commit')).toMatchObject({
    status: 409,
    error: { code: 'stock.reservation_ended', details: { state: 'expired' } },
  });
  expect(await end(id, 'release')).toMatchObject({ status: 200, state: 'expired' });
  expect((await stockIn(central, store)).get('A')).toMatchObject({ onHand: 1, reserved: 1 });
  later(200);
  expect(await expireReservations(central.db, new Date(central.now()))).toBe(1);
  expect(await expireReservations(central.db, new Date(central.now()))).toBe(0);
  expect(await end(next.id, 'commit')).toMatchObject({ status: 409 });
});

test('STK-53 who commits while the sweep ends it waits for the sweep, and sells nothing', async () => {
  const store = newStore();
  await countStock(central, store, { A: 1 });
  const { id } = await reserve({
    store,
    lines: [{ sku: 'A', quantity: 1 }],
    expiresInSeconds: 60,
  });
  const commit = await central.db.transaction().execute(async (sweep) => {
    const at = new Date(Date.now() + 61_000);
    expect(await expireReservations(sweep, at)).toBe(1);
    // By the clock of its process there is time left.
    const answer = end(id, 'commit');
    await waitsForLock();
    return { answer };
  });
  expect(await commit.answer).toMatchObject({
    status: 409,
    error: { code: 'stock.reservation_ended', details: { state: 'expired' } },
  });
  expect((await stockIn(central, store)).get('A')).toMatchObject({ onHand: 1, available: 1 });
});

test('STK-53 a sweep that fails leaves nothing that could be sold after its time', async () => {
  const store = newStore();
  await countStock(central, store, { A: 1 });
  const lines = [{ sku: 'A', quantity: 1 }];
  const { id } = await reserve({ store, lines, expiresInSeconds: 60 });
  later(61);
  let answer: ReturnType<typeof end> | null = null;
  const sweep = central.db.transaction().execute(async (transaction) => {
    await expireReservations(transaction, new Date(central.now()));
    answer = end(id, 'commit');
    await waitsForLock();
    throw new Error('The sweep fails');
  });
  await expect(sweep).rejects.toThrow('The sweep fails');
  expect(await answer).toMatchObject({ status: 409, error: { details: { state: 'expired' } } });
  expect((await stockIn(central, store)).get('A')).toMatchObject({ onHand: 1, available: 1 });
});

/** Until somebody waits for what another transaction holds; fails the test when nobody comes to. */
async function waitsForLock(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await sql<{ waiting: number }>`
        SELECT count(*)::integer AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock'
      `.execute(central.db);
      return rows[0]?.waiting;
    })
    .toBe(1);
}

test('STK-54 an id that stands for a receipt in the store sells nothing', async () => {
  const store = newStore();
  await countStock(central, store, { A: 5 });
  const { id } = await reserve({ store, lines: [{ sku: 'A', quantity: 2 }] });
  const client = await office();
  const receipt = { id, store, sku: 'A', quantity: 1, kind: 'receipt' as const };
  const recorded = await client.POST('/v1/stock/movements', { body: { movements: [receipt] } });
  expect(recorded.response.ok).toBe(true);
  expect(await end(id, 'commit')).toMatchObject({
    status: 409,
    error: { code: 'stock.conflict' },
  });
  expect((await stockIn(central, store)).get('A')).toMatchObject({ onHand: 6, reserved: 2 });
});

test('STK-54 a reservation that is sold leaves the stock, once', async () => {
  const store = newStore();
  await countStock(central, store, { A: 5 });
  const { id } = await reserve({ store, lines: [{ sku: 'A', quantity: 2 }] });
  const orderId = uuidv7();
  expect(await end(id, 'commit', orderId)).toMatchObject({ status: 200, state: 'committed' });
  expect(await end(id, 'commit', orderId)).toMatchObject({ status: 200, state: 'committed' });
  expect((await stockIn(central, store)).get('A')).toMatchObject({
    onHand: 3,
    reserved: 0,
    available: 3,
  });
  expect(await end(id, 'release')).toMatchObject({
    status: 409,
    error: { details: { state: 'committed' } },
  });
  const ledger = await central.db
    .selectFrom('stock_movements')
    .selectAll()
    .where('id', '=', id)
    .execute();
  expect(ledger).toMatchObject([{ kind: 'reservation', quantity: -2, order_id: orderId }]);
});

test('STK-55 a reservation that is released is free again', async () => {
  const store = newStore();
  await countStock(central, store, { A: 5 });
  const { id } = await reserve({ store, lines: [{ sku: 'A', quantity: 5 }] });
  expect(await end(id, 'release')).toMatchObject({ status: 200, state: 'released' });
  expect(await end(id, 'release')).toMatchObject({ status: 200, state: 'released' });
  expect((await stockIn(central, store)).get('A')).toMatchObject({ onHand: 5, available: 5 });
  expect(await end(id, 'commit')).toMatchObject({ status: 409 });
  expect(await end(uuidv7(), 'commit')).toMatchObject({
    status: 404,
    error: { code: 'stock.reservation_not_found' },
  });
});

test('STK-50 of fifty who want the last ten at once, ten get one; in whatever order they name them', async () => {
  const store = newStore();
  const skus = ['A', 'B', 'C', 'D'];
  await countStock(central, store, { A: 10, B: 10, C: 10, D: 10 });
  const client = await office();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      const turned = [...skus.slice(n % 4), ...skus.slice(0, n % 4)];
      const lines = turned.map((sku) => ({ sku, quantity: 1 }));
      return client.POST('/v1/stock/reservations', { body: { id: uuidv7(), store, lines } });
    }),
  );
  const statuses = answers.map(({ response }) => response.status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(10);
  expect(statuses.filter((status) => status === 409)).toHaveLength(40);
  const ids = answers.flatMap(({ data }) => data?.id ?? []);
  const ended = await Promise.all(ids.map((id, n) => end(id, n % 2 === 0 ? 'commit' : 'release')));
  expect(ended.map(({ status }) => status)).toEqual(ids.map(() => 200));
  for (const sku of skus) {
    const item = (await stockIn(central, store)).get(sku);
    expect(item).toMatchObject({ onHand: 5, reserved: 0, available: 5 });
  }
});
