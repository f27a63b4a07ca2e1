import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { type KioskStore, openKioskStore } from '#main/storage/kiosk-store.ts';
import { createAllotmentSync } from '#main/sync/allotments.ts';
import type { CentralClient } from '#main/sync/central-client.ts';
import { pushBatch } from '#main/sync/push.ts';
import type { AllotmentAskItem } from '#shared/contract/api/stock.ts';
import type { CatalogRecord } from '#shared/domain/catalog/feed.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { countStock, projectStock, stockIn } from '../../helpers/central-stock.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { testOrder } from '../storage/sale-fixture.ts';
import { product, publishDelta, testShop } from '../storage/store-fixture.ts';

const central = startTestCentral();

let stores = 0;
function newStore(): string {
  stores += 1;
  return `place-${stores}`;
}

const ids = { next: () => uuidv7() };

const devices: TestDevice[] = [];

/** Devices that stand in `place` and nowhere else; enrolled once, and carried from test to test. */
async function devicesIn(place: string, howMany: number): Promise<readonly TestDevice[]> {
  while (devices.length < howMany) devices.push(await central.device(place));
  const here = devices.slice(0, howMany);
  for (const [index, { id }] of devices.entries()) {
    const store = index < howMany ? place : 'nowhere';
    await central.db.updateTable('devices').set({ store }).where('id', '=', id).execute();
    await central.db.deleteFrom('device_stores').where('device', '=', id).execute();
    await central.db.insertInto('device_stores').values({ device: id, store }).execute();
  }
  return here;
}

async function deviceIn(place: string): Promise<TestDevice> {
  const [device] = await devicesIn(place, 1);
  if (device === undefined) throw new Error('No device was enrolled');
  return device;
}

async function twoIn(place: string): Promise<readonly [TestDevice, TestDevice]> {
  const [first, second] = await devicesIn(place, 2);
  if (first === undefined || second === undefined) throw new Error('No devices were enrolled');
  return [first, second];
}

/** A kiosk's real store file, standing in `place`, whose catalog counts these SKUs. */
function openKiosk(place: string, skus: readonly string[], file?: string): KioskStore {
  const opened = openKioskStore({
    file: file ?? join(tempFolder(), 'kiosk.db'),
    storeId: place,
    deviceCode: 'D1',
    clock: { now: () => Date.now() },
    ids,
    logger: recordingLogger(),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  const counts = skus.map(
    (sku): CatalogRecord => ({ kind: 'stock', sku, store: place, quantity: 1, countedAt: 1 }),
  );
  publishDelta(opened.value.catalogWriter(), [
    { ...testShop, id: place },
    product('LIPSTICK', 'Lipstick'),
    ...counts,
    // Of another store, which is none of ours.
    { kind: 'stock', sku: 'ELSEWHERE', store: 'x', quantity: 1, countedAt: 1 },
  ]);
  return opened.value;
}

function syncOf(store: KioskStore, now: () => number = () => Date.now()) {
  const catalogVersion = () => store.catalog.currentVersion();
  const sync = createAllotmentSync({ ledger: store.allotmentLedger, now, catalogVersion });
  return {
    isUrgent: sync.isUrgent,
    run: (client: CentralClient) => sync.run(client, async () => undefined),
  };
}

/** Sells by the store's own transaction; false when it is refused for stock. */
function sell(store: KioskStore, place: string, quantity: number): boolean {
  const orderId = uuidv7();
  const paymentId = uuidv7();
  const sold = store.sales.commit({ orderId, paymentIds: [paymentId] }, (number) => {
    const base = testOrder({ orderId, paymentId, quantity, soldAt: Date.now() }, number);
    const order = { ...base, store: place };
    const movements = [{ sku: 'LIPSTICK', quantity: -quantity }];
    const { totalMinor, currency } = order;
    const payload = {
      orderId,
      number,
      device: 'D1',
      store: place,
      soldAt: order.soldAt,
      pricedAt: order.soldAt,
      catalogVersion: 1,
      currency,
      lines: [],
      promotions: [],
      taxes: [],
      subtotalMinor: totalMinor,
      discountMinor: 0,
      taxMinor: 0,
      cashRoundingMinor: 0,
      totalMinor,
      payments: [{ id: paymentId, kind: 'cash' as const, amountMinor: totalMinor }],
      movements,
    };
    return {
      order,
      movements,
      events: [{ id: uuidv7(), type: 'order.completed', schemaVersion: 1, payload }],
      journal: { type: 'sale.completed', payload: { orderId } },
      receipt: { title: number, locale: 'en', blocks: [] },
    };
  });
  if (!sold.ok) expect(sold.error.code).toBe('stock.sold_out');
  return sold.ok;
}

async function push(store: KioskStore, client: CentralClient): Promise<void> {
  const ports = {
    outbox: store.outbox,
    now: () => Date.now(),
    learnServerTime: () => undefined,
    learnStored: () => undefined,
  };
  while ((await pushBatch(client, ports)) > 0);
  await projectStock(central);
}

const nothing = { sold: 0, returned: 0, target: 1, wanted: 0 };

async function ask({ client }: TestDevice, ...items: AllotmentAskItem[]) {
  const { data } = await client.POST('/v1/device/allotments', { body: { items } });
  return data ?? { allotments: [], unlimited: [] };
}

test('STK-60 a kiosk asks for what its catalog counts, and may sell what it is granted', async () => {
  const place = newStore();
  const [device, other] = await twoIn(place);
  await countStock(central, place, { LIPSTICK: 9, B: 30_000 });
  const store = openKiosk(place, ['LIPSTICK', 'B', 'UNKNOWN']);
  const { allotments } = store;
  expect(allotments.free(place, 'LIPSTICK')).toBeNull();
  await syncOf(store).run(device.client);
  // Two devices and the other channels: a third each.
  expect(allotments.free(place, 'LIPSTICK')).toBe(3);
  expect(allotments.free(place, 'B')).toBe(10_000);
  // Head office never counted it.
  expect(allotments.free(place, 'UNKNOWN')).toBeNull();
  expect(allotments.free('x', 'ELSEWHERE')).toBeNull();
  expect(store.catalog.stock(1, 'LIPSTICK')).toBe(9);
  const second = await ask(other, { store: place, sku: 'LIPSTICK', ...nothing });
  expect(second.allotments).toMatchObject([{ granted: 3, level: 3, returnTo: null, elsewhere: 6 }]);
  expect((await stockIn(central, place)).get('LIPSTICK')).toMatchObject({
    onHand: 9,
    allotted: 6,
    available: 3,
  });
});

test('STK-11 STK-60 sales go down from the allotment, are told with the events, and are topped up', async () => {
  const place = newStore();
  const device = await deviceIn(place);
  await countStock(central, place, { LIPSTICK: 8 });
  const store = openKiosk(place, ['LIPSTICK']);
  const sync = syncOf(store);
  await sync.run(device.client);
  expect(store.allotments.free(place, 'LIPSTICK')).toBe(4);
  expect(sell(store, place, 3)).toBe(true);
  expect(sell(store, place, 2)).toBe(false);
  expect(sync.isUrgent()).toBe(true);
  // Before head office hears of the sale, it is told the total: it grants nothing twice.
  await sync.run(device.client);
  const free = store.allotments.free(place, 'LIPSTICK') ?? 0;
  const before = (await stockIn(central, place)).get('LIPSTICK');
  expect(before).toMatchObject({ onHand: 8, allotted: free + 3 });
  await push(store, device.client);
  const after = (await stockIn(central, place)).get('LIPSTICK');
  expect(after).toMatchObject({ onHand: 5, allotted: free, available: before?.available });
  expect(sell(store, place, 2)).toBe(true);
  expect(store.check().filter(({ check }) => check.startsWith('stock'))).toEqual([]);
});

test('STK-61 a lost answer, the same request again and a late one grant nothing more', async () => {
  const place = newStore();
  const device = await deviceIn(place);
  await countStock(central, place, { LIPSTICK: 100 });
  const item = { store: place, sku: 'LIPSTICK', ...nothing, target: 10, wanted: 60 };
  const first = await ask(device, item);
  expect(first.allotments).toMatchObject([{ granted: 60 }]);
  expect(await ask(device, item)).toEqual(first);
  const twice = await ask(device, item, { ...item, sold: 0 });
  expect(twice).toEqual(first);
  const back = await ask(device, { ...item, wanted: 0, sold: 5, returned: 5 });
  expect(back.allotments).toMatchObject([{ granted: 60, returned: 5 }]);
  const late = await ask(device, item);
  expect(late.allotments).toMatchObject([{ granted: 65, returned: 5 }]);
  expect((await stockIn(central, place)).get('LIPSTICK')?.available).toBeGreaterThanOrEqual(0);
});

test('STK-6 STK-62 a device is told of stores that it was in, and of no others', async () => {
  const place = newStore();
  const foreign = newStore();
  const device = await deviceIn(place);
  await countStock(central, foreign, { LIPSTICK: 5 });
  const answer = await ask(device, { store: foreign, sku: 'LIPSTICK', ...nothing });
  expect(answer).toMatchObject({ allotments: [], unlimited: [] });
  expect((await stockIn(central, foreign)).get('LIPSTICK')).toMatchObject({ allotted: 0 });
  const unknown = await ask(device, { store: place, sku: 'NEVER', ...nothing });
  expect(unknown.unlimited).toEqual([{ store: place, sku: 'NEVER' }]);
});

test('STK-63 what a shopper needs at one kiosk comes from another that has it', async () => {
  const place = newStore();
  const [mine, yours] = await twoIn(place);
  await countStock(central, place, { LIPSTICK: 2 });
  const [here, there] = [openKiosk(place, ['LIPSTICK']), openKiosk(place, ['LIPSTICK'])];
  const [syncHere, syncThere] = [syncOf(here), syncOf(there)];
  await syncThere.run(yours.client);
  await syncHere.run(mine.client);
  const free = () =>
    [here, there].map(({ allotments }) => allotments.free(place, 'LIPSTICK') ?? -1);
  expect(free()).toEqual([1, 1]);
  expect(sell(here, place, 1)).toBe(true);
  expect(sell(here, place, 1)).toBe(false);
  expect(syncHere.isUrgent()).toBe(true);
  await syncHere.run(mine.client);
  expect(free()).toEqual([0, 1]);
  // The other one hears of it without having to ask anything, gives it back, and tells so.
  await syncThere.run(yours.client);
  expect(free()).toEqual([0, 0]);
  expect(sell(here, place, 1)).toBe(false);
  await syncHere.run(mine.client);
  expect(free()).toEqual([1, 0]);
  expect(sell(here, place, 1)).toBe(true);
});

test('STK-22 what is low is asked for again in a while, what is gone later, and all of it in time', async () => {
  const place = newStore();
  const [device, other] = await twoIn(place);
  await countStock(central, place, { FULL: 9, LIPSTICK: 0 });
  const client = await central.client(['stock:write']);
  await client.POST('/v1/stock/reservations', {
    body: { id: uuidv7(), store: place, lines: [{ sku: 'FULL', quantity: 9 }] },
  });
  await countStock(central, place, { HALF: 1 });
  await ask(other, { store: place, sku: 'HALF', ...nothing });
  const store = openKiosk(place, ['FULL', 'LIPSTICK', 'HALF']);
  const start = Date.now();
  await syncOf(store, () => start).run(device.client);
  const dueIn = (ms: number) =>
    store.allotmentLedger
      .due(start + ms, 10)
      .map(({ sku }) => sku)
      .sort();
  expect(dueIn(0)).toEqual([]);
  expect(dueIn(60_000)).toEqual(['HALF']);
  expect(dueIn(600_000)).toEqual(['FULL', 'HALF', 'LIPSTICK']);
  // A clock that was far ahead when it was asked does not silence it.
  expect(dueIn(-86_400_000)).toEqual(['FULL', 'HALF', 'LIPSTICK']);
});

test('STK-23 a large catalog is asked about in batches, and once', async () => {
  const place = newStore();
  const device = await deviceIn(place);
  const skus = Array.from({ length: 1_300 }, (_, n) => `S${n}`);
  await countStock(central, place, Object.fromEntries(skus.map((sku) => [sku, 10])));
  const store = openKiosk(place, skus);
  const sizes: number[] = [];
  const counting: CentralClient = {
    ...device.client,
    POST: ((path: string, init: { readonly body: { readonly items: readonly unknown[] } }) => {
      sizes.push(init.body.items.length);
      return Reflect.apply(device.client.POST, device.client, [path, init]);
    }) as CentralClient['POST'],
  };
  const sync = syncOf(store);
  await sync.run(counting);
  expect(sizes).toEqual([500, 500, 300]);
  expect(skus.every((sku) => store.allotments.free(place, sku) === 5)).toBe(true);
  await sync.run(counting);
  expect(sizes).toEqual([500, 500, 300, 0]);
});

test('STK-24 a device that was moved gives up what it had in the store before', async () => {
  const [before, after] = [newStore(), newStore()];
  const device = await deviceIn(before);
  await central.db
    .insertInto('device_stores')
    .values({ device: device.id, store: after })
    .execute();
  await countStock(central, before, { LIPSTICK: 10 });
  const file = join(tempFolder(), 'kiosk.db');
  const store = openKiosk(before, ['LIPSTICK'], file);
  await syncOf(store).run(device.client);
  expect(store.allotments.free(before, 'LIPSTICK')).toBe(5);
  expect(store.device.moveTo(after).ok).toBe(true);
  await syncOf(store, () => Date.now() + 7 * 3_600_000).run(device.client);
  expect(store.allotments.free(before, 'LIPSTICK')).toBe(0);
  expect((await stockIn(central, before)).get('LIPSTICK')).toMatchObject({
    allotted: 0,
    available: 10,
  });
});

/** From now on the kiosk is this device to head office. */
function enrolAs({ centralLinks }: KioskStore, { id }: TestDevice, place: string): void {
  centralLinks.save({
    url: central.url,
    sealedKey: new Uint8Array([1]),
    device: { id, name: 'Kiosk', store: place, enrolledAt: 1 },
    clockOffsetMs: 0,
    lastContactAt: null,
  });
}

/** Revokes the kiosk's device, frees what it had, and enrols it as a new one. */
async function enrolAnew(store: KioskStore, old: TestDevice, place: string): Promise<TestDevice> {
  await central.db
    .updateTable('devices')
    .set({ revoked_at: new Date() })
    .where('id', '=', old.id)
    .execute();
  const client = await central.client(['stock:write']);
  await client.POST('/v1/stock/devices/{id}/release', { params: { path: { id: old.id } } });
  const device = await central.device(place);
  enrolAs(store, device, place);
  return device;
}

/** A kiosk of its own in a store with a hundred, of which it sold and told ten. */
async function soldTen() {
  const place = newStore();
  const device = await central.device(place);
  await countStock(central, place, { LIPSTICK: 100 });
  const store = openKiosk(place, ['LIPSTICK']);
  enrolAs(store, device, place);
  await syncOf(store).run(device.client);
  expect(sell(store, place, 10)).toBe(true);
  await push(store, device.client);
  const levels = async () => {
    const { onHand, allotted, available } = (await stockIn(central, place)).get('LIPSTICK') ?? {};
    return { onHand, allotted, available };
  };
  const free = () => store.allotments.free(place, 'LIPSTICK') ?? -1;
  const told = () => store.allotmentLedger.due(Date.now(), 1).map(({ sold }) => sold);
  return { place, device, store, levels, free, told };
}

test('STK-25 a kiosk that is enrolled anew has nothing of the old one, and tells nothing that the old one told', async () => {
  const { place, device, store, levels, free } = await soldTen();
  expect(await levels()).toEqual({ onHand: 90, allotted: 40, available: 50 });
  const anew = await enrolAnew(store, device, place);
  expect(free()).toBe(0);
  expect(sell(store, place, 1)).toBe(false);
  expect(await levels()).toEqual({ onHand: 90, allotted: 0, available: 90 });
  await syncOf(store).run(anew.client);
  expect(free()).toBe(45);
  expect(await levels()).toEqual({ onHand: 90, allotted: 45, available: 45 });
  expect(sell(store, place, 5)).toBe(true);
  await push(store, anew.client);
  expect(await levels()).toEqual({ onHand: 85, allotted: 40, available: 45 });
  expect(store.check().filter(({ check }) => check.startsWith('stock'))).toEqual([]);
  // And once more.
  const third = await enrolAnew(store, anew, place);
  await syncOf(store).run(third.client);
  expect(free()).toBe(42);
  expect(await levels()).toEqual({ onHand: 85, allotted: 42, available: 43 });
});

test('STK-25 what was sold without an allotment and told by the old one is not told by the new one', async () => {
  const place = newStore();
  const device = await central.device(place);
  const store = openKiosk(place, ['LIPSTICK']);
  enrolAs(store, device, place);
  expect(sell(store, place, 10)).toBe(true);
  await push(store, device.client);
  const anew = await enrolAnew(store, device, place);
  await countStock(central, place, { LIPSTICK: 9 }, Date.now());
  await syncOf(store).run(anew.client);
  expect(store.allotments.free(place, 'LIPSTICK')).toBe(4);
  expect((await stockIn(central, place)).get('LIPSTICK')).toMatchObject({
    onHand: 9,
    allotted: 4,
    available: 5,
  });
});

test('STK-25 what waits when a kiosk is enrolled anew is told by the new one, and counts as its own', async () => {
  const { place, device, store, levels, free, told } = await soldTen();
  expect(sell(store, place, 3)).toBe(true);
  const anew = await enrolAnew(store, device, place);
  expect(told()).toEqual([3]);
  await syncOf(store).run(anew.client);
  // The three are gone, though head office has not heard of their sale.
  expect(await levels()).toEqual({ onHand: 90, allotted: free() + 3, available: 87 - free() });
  await push(store, anew.client);
  expect(await levels()).toEqual({ onHand: 87, allotted: free(), available: 87 - free() });
  expect(store.check().filter(({ check }) => check.startsWith('stock'))).toEqual([]);
});

test('STK-25 a sale that was refused waits for the new one as well', async () => {
  const { place, device, store, levels, free, told } = await soldTen();
  expect(sell(store, place, 3)).toBe(true);
  const [refused] = store.outbox.waiting(1, 1e6);
  if (refused === undefined) throw new Error('Nothing waits');
  const { deviceSeq } = refused;
  const answer = { deviceSeq, kind: 'rejected', code: 'event.unknown_type', message: '' } as const;
  store.outbox.settle([answer], Date.now());
  const anew = await enrolAnew(store, device, place);
  expect(told()).toEqual([3]);
  store.outbox.retry(null);
  await push(store, anew.client);
  await syncOf(store).run(anew.client);
  expect(await levels()).toEqual({ onHand: 87, allotted: free(), available: 87 - free() });
});

test('STK-26 what the old one told without hearing the answer is given back', async () => {
  const { place, device, store, levels, free, told } = await soldTen();
  expect(sell(store, place, 20)).toBe(true);
  await pushBatch(device.client, {
    outbox: { ...store.outbox, settle: () => undefined },
    now: () => Date.now(),
    learnServerTime: () => undefined,
    learnStored: () => undefined,
  });
  await projectStock(central);
  const anew = await enrolAnew(store, device, place);
  expect(await levels()).toEqual({ onHand: 70, allotted: 0, available: 70 });
  expect(told()).toEqual([20]);
  await syncOf(store).run(anew.client);
  const before = free();
  expect(await levels()).toMatchObject({ onHand: 70, allotted: before + 20 });
  await push(store, anew.client);
  // Others may have been promised them: nobody sells them before head office has them again.
  expect(free()).toBe(before);
  expect(told()).toEqual([0]);
  await syncOf(store).run(anew.client);
  expect(await levels()).toEqual({ onHand: 70, allotted: free(), available: 70 - free() });
  expect(store.check().filter(({ check }) => check.startsWith('stock'))).toEqual([]);
});

test('STK-26 what is sent again counts as sold by the new one until head office says that it has it', async () => {
  const { place, device, store, levels, free, told } = await soldTen();
  const anew = await enrolAnew(store, device, place);
  await syncOf(store).run(anew.client);
  store.outbox.resendFrom(1);
  expect(told()).toEqual([10]);
  await syncOf(store).run(anew.client);
  await push(store, anew.client);
  await syncOf(store).run(anew.client);
  expect(await levels()).toEqual({ onHand: 90, allotted: free(), available: 90 - free() });
  expect(free()).toBeGreaterThan(0);
  expect(store.check().filter(({ check }) => check.startsWith('stock'))).toEqual([]);
});

test('STK-64 what a revoked device has is free again, when somebody says so', async () => {
  const place = newStore();
  // The other tests need theirs.
  const device = await central.device(place);
  await countStock(central, place, { LIPSTICK: 10 });
  await ask(device, { store: place, sku: 'LIPSTICK', ...nothing });
  const client = await central.client(['stock:write']);
  const free = (id: string) =>
    client.POST('/v1/stock/devices/{id}/release', { params: { path: { id } } });
  const early = await free(device.id);
  expect(early.error).toMatchObject({ status: 409, code: 'device.not_revoked' });
  await central.db
    .updateTable('devices')
    .set({ revoked_at: new Date() })
    .where('id', '=', device.id)
    .execute();
  expect((await stockIn(central, place)).get('LIPSTICK')).toMatchObject({ available: 5 });
  expect((await free(device.id)).data).toEqual({ deviceId: device.id, allotments: 1 });
  expect((await free(device.id)).data).toEqual({ deviceId: device.id, allotments: 0 });
  expect((await stockIn(central, place)).get('LIPSTICK')).toMatchObject({ available: 10 });
  expect((await free(uuidv7())).response.status).toBe(404);
});

test('STK-15 what a count did not find is asked back from whoever has it', async () => {
  const place = newStore();
  const device = await deviceIn(place);
  await countStock(central, place, { LIPSTICK: 10 });
  const store = openKiosk(place, ['LIPSTICK']);
  const sync = syncOf(store);
  await sync.run(device.client);
  expect(store.allotments.free(place, 'LIPSTICK')).toBe(5);
  await countStock(central, place, { LIPSTICK: 2 }, Date.now());
  expect((await stockIn(central, place)).get('LIPSTICK')).toMatchObject({ available: 0 });
  await sync.run(device.client);
  expect(store.allotments.free(place, 'LIPSTICK')).toBeLessThanOrEqual(2);
  const { onHand, allotted } = (await stockIn(central, place)).get('LIPSTICK') ?? {};
  expect(onHand).toBe(2);
  expect(allotted).toBeLessThanOrEqual(2);
});
