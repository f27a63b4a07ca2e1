import { expect, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { answered } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { runCentral } from '../../helpers/central-process.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';

const central = startTestCentral();
const store = 'berlin';

const sale = (deviceSeq: number) => pushedEvent(deviceSeq, completedOrder({ store }));

async function push({ client }: TestDevice, ...events: readonly object[]) {
  const body = { events: [...events], sentAtMs: Date.now() };
  return answered(client.POST('/v1/device/events', { body }));
}

async function statuses(device: TestDevice, ...events: readonly object[]) {
  const { answers } = await push(device, ...events);
  return answers.map(({ status, code }) => code ?? status);
}

async function doubled(): Promise<number> {
  const { values } = await central.metrics.doubledNumbers.get();
  return values[0]?.value ?? 0;
}

async function isFlagged({ id }: TestDevice): Promise<boolean> {
  const listed = runCentral(central.databaseUrl, ['devices']);
  const line = listed.split('\n').find((one) => one.startsWith(id)) ?? '';
  const rows = runCentral(central.databaseUrl, ['devices', '--json']).split('\n');
  const device = rows.map((row) => JSON.parse(row)).find((row) => row.id === id);
  expect(line.includes('was copied')).toBe(device.numberDoubledAt !== null);
  return device.numberDoubledAt !== null;
}

test('ING-10 a copy of a device’s store is noticed, whichever of the two is ahead, and every sale is stored', async () => {
  const device = await central.device(store);
  expect(await statuses(device, sale(1), sale(2), sale(3))).toEqual(Array(3).fill('stored'));
  expect(await isFlagged(device)).toBe(false);
  const before = await doubled();
  // The copy was made after the second.
  expect(await statuses(device, sale(3), sale(4))).toEqual(['stored', 'stored']);
  expect(await doubled()).toBe(before + 1);
  expect(await isFlagged(device)).toBe(true);
  expect(await statuses(device, sale(4), sale(5), sale(6))).toEqual(Array(3).fill('stored'));
  expect(await doubled()).toBe(before + 2);
});

test('ING-10 of two that tell the same numbers at the same time, and in one push', async () => {
  const device = await central.device(store);
  const before = await doubled();
  await Promise.all([push(device, sale(1)), push(device, sale(1)), push(device, sale(1))]);
  expect(await doubled()).toBe(before + 2);
  expect(await statuses(device, sale(2), sale(2))).toEqual(['stored', 'stored']);
  expect(await doubled()).toBe(before + 3);
});

test('ING-10 what is sent again, or was refused before, is no copy’s; nor is a number of another device', async () => {
  const [device, other] = [await central.device(store), await central.device(store)];
  const before = await doubled();
  const [first, late, last] = [sale(1), sale(2), sale(3)];
  await push(device, first, { ...late, hash: 'f'.repeat(64) }, last);
  await push(device, first, late, last);
  await push(device, first, late, last);
  await push(other, sale(1), sale(2), sale(3));
  expect(await doubled()).toBe(before);
  expect(await isFlagged(device)).toBe(false);
});

test('ING-11 a device hears up to which number its events are there, before a push and when it asks', async () => {
  const device = await central.device(store);
  const own = async () => (await answered(device.client.GET('/v1/device', {}))).storedThroughSeq;
  expect(await own()).toBeUndefined();
  const events = [1, 2, 3].map(sale);
  expect((await push(device, ...events)).storedThroughSeq).toBeUndefined();
  expect(await own()).toBe(3);
  // What is rejected does not count, and what fills a gap makes it no less.
  const rejected = { ...sale(9), hash: 'f'.repeat(64) };
  expect((await push(device, rejected)).storedThroughSeq).toBe(3);
  expect((await push(device, sale(5))).storedThroughSeq).toBe(3);
  expect((await push(device, sale(4))).storedThroughSeq).toBe(5);
  expect(await own()).toBe(5);
});

test('ING-11 what another device told counts when it is told again: a kiosk that was enrolled anew', async () => {
  const device = await central.device(store);
  const anew = await central.device(store);
  const events = [1, 2].map(sale);
  await push(device, ...events);
  expect(await statuses(anew, ...events)).toEqual(['duplicate', 'duplicate']);
  expect((await push(anew, sale(3))).storedThroughSeq).toBe(2);
});

test('ING-11 SYN-18 after head office was put back it is less than what was answered', async () => {
  const device = await central.device(store);
  await push(device, ...[1, 2, 3, 4].map(sale));
  // As a backup of after the second has it.
  await central.db
    .deleteFrom('events')
    .where('device', '=', device.id)
    .where('device_seq', '>', 2)
    .execute();
  await central.db
    .updateTable('devices')
    .set({ stored_through_seq: 2 })
    .where('id', '=', device.id)
    .execute();
  // Told before what comes with the push counts: else the gap would not be seen.
  expect((await push(device, sale(5))).storedThroughSeq).toBe(2);
});

test('ING-3 a number that is no exact integer is refused: nobody could read the feed', async () => {
  const device = await central.device(store);
  const huge = pushedEvent(2 ** 60, completedOrder({ store }));
  expect(await statuses(device, huge, sale(1))).toEqual(['event.malformed', 'stored']);
});

test('ENR-5 ING-11 a device that moves stays the same, with its numbers', async () => {
  const device = await central.device(store);
  await push(device, sale(1));
  const { code } = await issueEnrolCode(central, { store: 'paris', name: 'K', actor: 'test' });
  const { key } = device;
  const client = createCentralClient(central.url, {
    key,
    keyId: key.publicKey,
    serverNow: central.now,
  });
  const body = { code, publicKey: key.publicKey, deviceCode: 'D1', appVersion: '1' };
  await answered(client.POST('/v1/enrolments', { body }));
  expect((await push(device, sale(2))).storedThroughSeq).toBe(1);
});
