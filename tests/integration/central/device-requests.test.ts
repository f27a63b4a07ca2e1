import { once } from 'node:events';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { answered } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import {
  type RawRequest,
  sendRaw,
  signatureHeaders,
  signedRequest,
} from '../../helpers/signed-request.ts';

const central = startTestCentral();
const minute = 60_000;

afterEach(() => central.setClock(() => Date.now()));

function push(device: TestDevice, more: { readonly createdMs?: number } = {}): RawRequest {
  const events = [pushedEvent(1, completedOrder({ store: 'berlin' }))];
  return signedRequest(
    { key: device.key, keyId: device.id },
    {
      target: '/v1/device/events',
      body: JSON.stringify({ events, sentAtMs: Date.now() }),
      ...more,
    },
  );
}

async function codeOf(raw: RawRequest): Promise<string> {
  const { status, body } = await sendRaw(central.url, raw);
  return `${status} ${body.code ?? 'ok'}`;
}

test('DRQ-1 a request that is signed as written is let in', async () => {
  const device = await central.device('berlin');
  expect(await codeOf(push(device))).toBe('200 ok');
});

test('DRQ-4 the same request again is refused, and has no effect a second time', async () => {
  const device = await central.device('berlin');
  const raw = push(device);
  expect(await codeOf(raw)).toBe('200 ok');
  expect(await codeOf(raw)).toBe('401 device.replayed');
});

test('DRQ-4 of two copies at once, one is let in', async () => {
  const device = await central.device('berlin');
  const raw = push(device);
  const codes = await Promise.all([codeOf(raw), codeOf(raw), codeOf(raw)]);
  expect(codes.sort()).toEqual(['200 ok', '401 device.replayed', '401 device.replayed']);
});

const invalid = '401 device.signature_invalid';

test.each<[string, (raw: RawRequest) => RawRequest]>([
  ['another body', (raw) => ({ ...raw, body: raw.body.replace('4233', '4234') })],
  ['no body', (raw) => ({ ...raw, body: '' })],
  ['another path', (raw) => ({ ...raw, target: '/v1/device/allotments' })],
  ['its path spelled otherwise', (raw) => ({ ...raw, target: '/v1/device/%65vents' })],
  ['a query', (raw) => ({ ...raw, target: '/v1/device/events?x=1' })],
  ['another digest', (raw) => withHeader(raw, 'content-digest', `sha-256=:${'A'.repeat(43)}=:`)],
  ['no digest', (raw) => withHeader(raw, 'content-digest', null)],
  ['no signature', (raw) => withHeader(raw, 'signature', null)],
  ['another signature', (raw) => withHeader(raw, 'signature', `sig1=:${'A'.repeat(86)}==:`)],
  ['no parameters', (raw) => withHeader(raw, 'signature-input', null)],
  [
    'less that is covered',
    (raw) => changedInput(raw, '"@method" "@path" "@query" "content-digest"', '"@method" "@path"'),
  ],
  ['another algorithm', (raw) => changedInput(raw, 'alg="ed25519"', 'alg="hmac-sha256"')],
  ['a younger time', (raw) => changedInput(raw, /created=\d+/, `created=${nowSeconds() + 1}`)],
  ['another nonce', (raw) => changedInput(raw, /nonce="[^"]+"/, `nonce="${'n'.repeat(24)}"`)],
  ['an unknown device', (raw) => changedInput(raw, /keyid="[^"]+"/, 'keyid="nobody"')],
])('DRQ-3 a request with %s is refused', async (_, tamper) => {
  const device = await central.device('berlin');
  expect(await codeOf(tamper(push(device)))).toBe(invalid);
});

test.each<[string, Partial<RawRequest>]>([
  ['path', { target: '/v1/device/events/' }],
  ['method', { method: 'PUT' }],
])('DRQ-3 a %s that no route has is not there, whoever asks', async (_, change) => {
  const device = await central.device('berlin');
  expect(await codeOf({ ...push(device), ...change })).toBe('404 request.unknown');
});

test('DRQ-3 a signature counts for its method only', async () => {
  const device = await central.device('berlin');
  const by = { key: device.key, keyId: device.id };
  const target = '/v1/device';
  // Every route that can be read answers HEAD as well, without content.
  const statusOf = async (method: string) => {
    const headers = signatureHeaders(by, { method, target });
    return (await fetch(central.url + target, { method: 'HEAD', headers })).status;
  };
  expect(await statusOf('HEAD')).toBe(200);
  expect(await statusOf('GET')).toBe(401);
});

test('DRQ-3 whether a device is unknown or its signature wrong cannot be told apart', async () => {
  const device = await central.device('berlin');
  const stranger = { ...device, id: uuidv7() };
  const [wrong, nobody] = await Promise.all(
    [changedInput(push(device), /created=\d+/, `created=${nowSeconds() + 1}`), push(stranger)].map(
      async (raw) => ({ ...(await sendRaw(central.url, raw)).body, requestId: null }),
    ),
  );
  expect(wrong).toMatchObject({ status: 401, code: 'device.signature_invalid' });
  expect(nobody).toEqual(wrong);
});

test('DRQ-3 another device’s key does not sign for this one', async () => {
  const device = await central.device('berlin', 'D1');
  const other = await central.device('berlin', 'D2');
  const raw = push({ ...device, key: other.key });
  expect(await codeOf(raw)).toBe('401 device.signature_invalid');
});

test('DRQ-5 a revoked device is refused from its next request on', async () => {
  const device = await central.device('berlin');
  expect(await codeOf(push(device))).toBe('200 ok');
  await revokeDevice(central.db, device.id, new Date());
  expect(await codeOf(push(device))).toBe('401 device.revoked');
});

test.each([-15, -6, 6, 15])(
  'DRQ-6 a clock that is %i minutes off is told the time, and then let in',
  async (minutesOff) => {
    const device = await central.device('berlin');
    const deviceNow = () => Date.now() + minutesOff * minute;
    expect(await sendRaw(central.url, push(device, { createdMs: deviceNow() }))).toMatchObject({
      status: 401,
      body: { code: 'device.clock_skew', details: { serverTimeMs: expect.any(Number) } },
    });
    let offsetMs = 0;
    const client = createCentralClient(central.url, {
      key: device.key,
      keyId: device.id,
      serverNow: () => deviceNow() + offsetMs,
      learnServerTime: (serverTimeMs) => {
        offsetMs = serverTimeMs - deviceNow();
      },
    });
    const { deviceId } = await answered(client.GET('/v1/device'));
    expect(deviceId).toBe(device.id);
    expect(Math.abs(offsetMs + minutesOff * minute)).toBeLessThan(5_000);
  },
);

test.each([-4, 4])('DRQ-6 a clock that is %i minutes off is near enough', async (minutesOff) => {
  const device = await central.device('berlin');
  const raw = push(device, { createdMs: Date.now() + minutesOff * minute });
  expect(await codeOf(raw)).toBe('200 ok');
});

test('DRQ-7 a request that was kept for later is refused by its age, its nonce forgotten or not', async () => {
  const device = await central.device('berlin');
  const raw = push(device);
  central.setClock(() => Date.now() + 6 * minute);
  expect(await codeOf(raw)).toBe('401 device.clock_skew');
});

/** Sends these bytes as a compressed push, signed over `signed`. */
async function sendCompressed(device: TestDevice, body: Buffer, signed = body): Promise<Response> {
  const target = '/v1/device/events';
  const headers = signatureHeaders(
    { key: device.key, keyId: device.id },
    { target, bytes: signed },
  );
  return fetch(central.url + target, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', ...headers },
  });
}

test('DRQ-8 bombs are not unpacked', async () => {
  const device = await central.device('berlin');
  const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(64 * 1024);
  expect((await sendCompressed(device, bomb)).status).toBe(413);
});

test('DRQ-2 DRQ-8 a compressed body is signed as it is sent, and understood', async () => {
  const device = await central.device('berlin');
  const plain = Buffer.from(push(device).body);
  const body = gzipSync(plain);
  expect(await codeOfAnswer(await sendCompressed(device, body, plain))).toBe(invalid);
  const taken = await sendCompressed(device, body);
  expect(taken.status).toBe(200);
  expect(await taken.json()).toMatchObject({ answers: [{ status: 'stored' }] });
});

test('DRQ-2 where there is no body, the digest is that of nothing', async () => {
  const device = await central.device('berlin');
  const by = { key: device.key, keyId: device.id };
  const target = '/v1/device';
  const ask = async (bytes: string) => {
    const headers = signatureHeaders(by, { method: 'GET', target, bytes });
    return codeOfAnswer(await fetch(central.url + target, { headers }));
  };
  expect(await ask('')).toBe('200 ok');
  expect(await ask('something')).toBe(invalid);
});

test('DRQ-2 a body that was not signed is not parsed', async () => {
  const device = await central.device('berlin');
  const by = { key: device.key, keyId: device.id };
  const garbage = signedRequest(by, { target: '/v1/device/events', body: '{"no":json' });
  expect(await codeOf(garbage)).toBe('400 input.invalid');
  const other = signedRequest(by, { target: '/v1/device/events', body: '{}' });
  expect(await codeOf({ ...other, body: '{"no":json' })).toBe(invalid);
});

test('DRQ-2 a wrong signature is refused before the body is there', async () => {
  const device = await central.device('berlin');
  const raw = withHeader(push(device), 'signature', `sig1=:${'A'.repeat(86)}==:`);
  const headers = { ...raw.headers, 'content-length': '1000000' };
  const { hostname, port } = new URL(central.url);
  const outgoing = request({ hostname, port, method: 'POST', path: raw.target, headers });
  outgoing.on('error', () => undefined);
  onTestFinished(() => void outgoing.destroy());
  outgoing.write('{"events":[');
  const [answer] = await once(outgoing, 'response');
  expect(answer.statusCode).toBe(401);
});

async function codeOfAnswer(answer: Response): Promise<string> {
  const body = (await answer.json()) as { readonly code?: string };
  return `${answer.status} ${body.code ?? 'ok'}`;
}

function withHeader(raw: RawRequest, name: string, value: string | null): RawRequest {
  const { [name]: _, ...rest } = raw.headers;
  return { ...raw, headers: value === null ? rest : { ...rest, [name]: value } };
}

function changedInput(raw: RawRequest, from: string | RegExp, to: string): RawRequest {
  const input = raw.headers['signature-input'] ?? '';
  return withHeader(raw, 'signature-input', input.replace(from, to));
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
