import { afterEach, expect, test } from 'vitest';
import { issueEnrolCode } from '#central/core/enrolment/enrol.ts';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { type DeviceKey, generateDeviceKey } from '#main/sync/device-key.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { signatureHeaders } from '../../helpers/signed-request.ts';

const central = startTestCentral({ enrolment: 18, refused: 40 });
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

/** A try that is signed right; the status of its answer. */
async function post(body: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const key = generateDeviceKey();
  const by = { key, keyId: key.publicKey };
  const signed = signatureHeaders(by, { target: '/v1/enrolments', bytes: body });
  const answer = await fetch(`${central.url}/v1/enrolments`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...signed, ...headers },
  });
  return answer.status;
}

test('ENR-8 what is larger than any request to enrol, or compressed, is not read', async () => {
  expect(await post(`"${'a'.repeat(4_096)}"`)).toBe(413);
  expect(await post('{}', { 'content-encoding': 'gzip' })).toBe(415);
});

test('ENR-4 the body names the key that signed', async () => {
  const { code } = await issue();
  const publicKey = generateDeviceKey().publicKey;
  const body = { code, publicKey, deviceCode: 'D1', appVersion: '0.1.0' };
  expect(await post(JSON.stringify(body))).toBe(401);
});

test('ENR-6 what is not signed right uses no try up, and has a limit of its own', async () => {
  const guess = (headers: Readonly<Record<string, string>>) =>
    fetch(`${central.url}/v1/enrolments`, { method: 'POST', body: '{}', headers });
  const wrong = `sig1=:${'A'.repeat(86)}==:`;
  const key = generateDeviceKey();
  const signed = signatureHeaders(
    { key, keyId: key.publicKey },
    { target: '/v1/enrolments', bytes: '{}' },
  );
  const statuses: number[] = [];
  for (let junk = 0; junk < 50; junk += 1) {
    const headers = junk % 2 === 0 ? {} : { ...signed, signature: wrong };
    const { status } = await guess({ 'content-type': 'application/json', ...headers });
    statuses.push(status);
  }
  const refused = statuses.filter((status) => status === 401);
  expect(refused.length).toBeLessThanOrEqual(40);
  expect(refused.length).toBeGreaterThan(30);
  expect(statuses.slice(refused.length).every((status) => status === 429)).toBe(true);
  // Nobody was let through by that, and nobody is kept out.
  const { code } = await issue();
  expect((await enrol(code, generateDeviceKey())).status).toBe(201);
});

test('ENR-6 a request of another time uses no try up', async () => {
  const key = generateDeviceKey();
  const by = { key, keyId: key.publicKey };
  const createdMs = Date.now() - 3_600_000;
  for (let late = 0; late < 30; late += 1) {
    const target = '/v1/enrolments';
    const headers = signatureHeaders(by, { target, bytes: '{}', createdMs });
    const answer = await fetch(central.url + target, { method: 'POST', body: '{}', headers });
    expect(answer.status).toBe(401);
  }
  expect(await post('{}')).toBe(400);
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
