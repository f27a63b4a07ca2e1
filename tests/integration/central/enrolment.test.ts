import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { type DeviceKey, generateDeviceKey } from '#main/sync/device-key.ts';
import { startTestCentral } from '../../helpers/central.ts';

const central = startTestCentral({ enrolment: 16 });
afterEach(() => central.setClock(() => Date.now()));

const issue = (store = 'berlin') =>
  issueEnrolCode(central, { store, name: 'Kiosk 1', actor: 'test' });

async function enrol(code: string, key: DeviceKey, signedWith: DeviceKey = key) {
  const client = createCentralClient(central.url, {
    key: signedWith,
    keyId: key.publicKey,
    serverNow: central.now,
  });
  const { data, error, response } = await client.POST('/v1/enrolments', {
    body: { code, publicKey: key.publicKey, deviceCode: 'D1', appVersion: '0.1.0' },
  });
  return { device: data, code: error?.code, status: response.status };
}

test('ENR-1 a code lets one device in, in any spelling', async () => {
  const { code } = await issue();
  const { device } = await enrol(code.toLowerCase().replace('-', ''), generateDeviceKey());
  expect(device).toMatchObject({ store: 'berlin', name: 'Kiosk 1' });
  expect(await enrol(code, generateDeviceKey())).toMatchObject({ code: 'enrolment.code_invalid' });
});

test('ENR-2 the same device asks again with its code, because the answer was lost, and is the same', async () => {
  const { code } = await issue();
  const key = generateDeviceKey();
  const first = await enrol(code, key);
  const again = await enrol(code, key);
  expect(again.device?.deviceId).toBe(first.device?.deviceId);
  expect(first.device?.deviceId).toBeDefined();
});

test('ENR-3 a code is good for 15 minutes', async () => {
  const { code } = await issue();
  const late = Date.now() + 15 * 60_000 + 1;
  central.setClock(() => late);
  expect(await enrol(code, generateDeviceKey())).toMatchObject({
    status: 403,
    code: 'enrolment.code_invalid',
  });
});

test('ENR-4 the request is signed with the very key that it names', async () => {
  const { code } = await issue();
  const refused = await enrol(code, generateDeviceKey(), generateDeviceKey());
  expect(refused).toMatchObject({ status: 401, code: 'device.signature_invalid' });
});

test('ENR-5 a key that is known stays the same device, in its new store', async () => {
  const key = generateDeviceKey();
  const first = await enrol((await issue('berlin')).code, key);
  const moved = await enrol((await issue('paris')).code, key);
  expect(moved.device).toMatchObject({ deviceId: first.device?.deviceId, store: 'paris' });
});

test('ENR-5 a key that was revoked stays out, and does not use the code up', async () => {
  const key = generateDeviceKey();
  const { device } = await enrol((await issue()).code, key);
  await revokeDevice(central.db, device?.deviceId ?? '', new Date());
  const { code } = await issue();
  expect(await enrol(code, key)).toMatchObject({ code: 'device.revoked' });
  expect((await enrol(code, generateDeviceKey())).device).toBeDefined();
});

test('ENR-2 a device that was revoked since is not let in by its used code', async () => {
  const { code } = await issue();
  const key = generateDeviceKey();
  const { device } = await enrol(code, key);
  await revokeDevice(central.db, device?.deviceId ?? '', new Date());
  expect(await enrol(code, key)).toMatchObject({ status: 403, code: 'device.revoked' });
});

const post = async (body: string, headers: Record<string, string> = {}) => {
  const init = {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  };
  return (await fetch(`${central.url}/v1/enrolments`, init)).status;
};

test('ENR-8 what is larger than any request to enrol, or compressed, is not read', async () => {
  expect(await post(`"${'a'.repeat(4_096)}"`)).toBe(413);
  const digest = createHash('sha256').update('{}').digest('base64');
  const headers = { 'content-encoding': 'gzip', 'content-digest': `sha-256=:${digest}:` };
  expect(await post('{}', headers)).toBe(415);
});

test('ENR-6 guessing is slowed down', async () => {
  const tries: number[] = [];
  for (let guess = 0; guess < 30; guess += 1) {
    tries.push((await enrol('00000-00000', generateDeviceKey())).status);
  }
  expect(tries).toContain(429);
  expect(new Set(tries)).toEqual(new Set([403, 429]));
  // Before a body is read.
  expect(await post(`"${'a'.repeat(4_096)}"`)).toBe(429);
});
