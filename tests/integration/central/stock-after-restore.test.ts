import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { beginEpoch } from '#central/storage/feed-epochs.ts';
import { openKioskStore } from '#main/storage/kiosk-store.ts';
import { createAllotmentSync } from '#main/sync/allotments.ts';
import type { AllotmentAskItem } from '#shared/contract/api/stock.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { countStock, projectStock, stockIn } from '../../helpers/central-stock.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { product, publishDelta, testShop } from '../storage/store-fixture.ts';

const central = startTestCentral();
const sku = 'LIPSTICK';
const day = 24 * 3_600_000;

let places = 0;
async function countedPlace(units: number) {
  places += 1;
  const place = `shop-${places}`;
  await countStock(central, place, { [sku]: units }, Date.now() - 1_000);
  return { place, device: await central.device(place) };
}

async function ask({ client }: TestDevice, store: string, told: Partial<AllotmentAskItem> = {}) {
  const item = { store, sku, sold: 0, returned: 0, target: 1, wanted: 0, ...told };
  const { data } = await client.POST('/v1/device/allotments', { body: { items: [item] } });
  return data?.allotments[0];
}

let numbers = 0;
async function sell(
  { client }: TestDevice,
  store: string,
  { quantity, soldAt = Date.now() }: { readonly quantity: number; readonly soldAt?: number },
) {
  numbers += 1;
  const order = completedOrder({ store, soldAt, movements: [{ sku, quantity: -quantity }] });
  const body = { events: [pushedEvent(numbers, order)], sentAtMs: Date.now() };
  const { data } = await client.POST('/v1/device/events', { body });
  expect(data?.answers[0]?.status).toBe('stored');
  await projectStock(central);
}

const level = async (place: string) => (await stockIn(central, place)).get(sku);

test('STK-27 what a device was granted is known again when it tells it, though it was forgotten', async () => {
  const { place, device } = await countedPlace(10);
  expect(await ask(device, place, { wanted: 10 })).toMatchObject({ granted: 10 });
  // The database is put back to before that, and somebody counts anew.
  await central.db.deleteFrom('stock_allotments').where('store', '=', place).execute();
  await countStock(central, place, { [sku]: 10 }, Date.now());
  expect(await ask(device, place, { granted: 10 })).toMatchObject({ granted: 10 });
  expect(await level(place)).toMatchObject({ onHand: 10, allotted: 10, available: 0 });
  const other = await central.device(place);
  expect(await ask(other, place, { wanted: 5 })).toMatchObject({ granted: 0 });
});

test('STK-27 what was granted to somebody else meanwhile is asked back', async () => {
  const { place, device } = await countedPlace(10);
  const other = await central.device(place);
  await ask(device, place, { wanted: 10 });
  await central.db.deleteFrom('stock_allotments').where('store', '=', place).execute();
  expect(await ask(other, place, { wanted: 4 })).toMatchObject({ granted: 4 });
  const told = { granted: 10, sold: 2, target: 8 };
  expect(await ask(device, place, told)).toMatchObject({ granted: 10, returnTo: 4 });
  expect(await ask(device, place, { ...told, returned: 4 })).toMatchObject({ granted: 10 });
  expect(await level(place)).toMatchObject({ allotted: 10, available: 0 });
});

test('STK-27 a kiosk speaks of all its allotments when the feed begins another epoch', async () => {
  const { place, device } = await countedPlace(10);
  const opened = openKioskStore({
    file: join(tempFolder(), 'kiosk.db'),
    storeId: place,
    deviceCode: 'D1',
    clock: { now: () => Date.now() },
    ids: { next: () => uuidv7() },
    logger: recordingLogger(),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  onTestFinished(() => store.close());
  publishDelta(store.catalogWriter(), [
    { ...testShop, id: place },
    product(sku, 'Lipstick'),
    { kind: 'stock', sku, store: place, quantity: 1, countedAt: 1 },
  ]);
  const sync = createAllotmentSync({
    ledger: store.allotmentLedger,
    now: () => Date.now(),
    catalogVersion: () => store.catalog.currentVersion(),
  });
  const speak = () => sync.run(device.client, async () => undefined);
  await speak();
  expect(store.allotments.free(place, sku)).toBe(5);
  await central.db.deleteFrom('stock_allotments').where('store', '=', place).execute();
  // It has enough, and would not speak of it for hours.
  await speak();
  expect(await level(place)).toMatchObject({ allotted: 0 });
  await central.db.transaction().execute((db) => beginEpoch(db, new Date()));
  await speak();
  expect(await level(place)).toMatchObject({ allotted: 5, available: 5 });
});

test('STK-43 a sale that a clock dates before the count, which was set right since, is taken off it', async () => {
  const { place, device } = await countedPlace(10);
  expect(await ask(device, place)).toMatchObject({ granted: 5 });
  // The kiosk believed that it was a month ago; it knows better when it pushes.
  await sell(device, place, { quantity: 5, soldAt: Date.now() - 30 * day });
  expect(await level(place)).toMatchObject({ onHand: 5, allotted: 0 });
  const { granted } = (await ask(device, place, { granted: 5, sold: 5, wanted: 9 })) ?? {};
  expect(granted).toBeLessThanOrEqual(10);
});

test('STK-43 also when the device has asked of it with the sale already, before it was pushed', async () => {
  const { place, device } = await countedPlace(10);
  await ask(device, place);
  await ask(device, place, { granted: 5, sold: 5 });
  await sell(device, place, { quantity: 5, soldAt: Date.now() - 30 * day });
  expect(await level(place)).toMatchObject({ onHand: 5 });
  // And of the next ones, for all that it told has arrived.
  await ask(device, place, { granted: 9, sold: 5 });
  await sell(device, place, { quantity: 1, soldAt: Date.now() - 30 * day });
  expect(await level(place)).toMatchObject({ onHand: 4 });
});

test('STK-42 STK-43 a sale of before the count, told late by a clock that was right, is not', async () => {
  const { place, device } = await countedPlace(10);
  await ask(device, place);
  const soldAt = Date.now();
  await countStock(central, place, { [sku]: 8 }, soldAt + 2_000);
  await sell(device, place, { quantity: 2, soldAt });
  expect(await level(place)).toMatchObject({ onHand: 8 });
});
