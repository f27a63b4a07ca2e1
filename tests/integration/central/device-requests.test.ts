import { afterEach, expect, test } from 'vitest';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { answered } from '#main/sync/call.ts';
import { createCentralClient } from '#main/sync/central-client.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import { type RawRequest, sendRaw, signedRequest } from '../../helpers/signed-request.ts';

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

test.each<[string, (raw: RawRequest) => RawRequest]>([
  ['another body', (raw) => ({ ...raw, body: raw.body.replace('4233', '4234') })],
  ['no body', (raw) => ({ ...raw, body: '' })],
  ['a longer path', (raw) => ({ ...raw, target: '/v1/device/events/' })],
  ['a query', (raw) => ({ ...raw, target: '/v1/device/events?x=1' })],
  ['another method', (raw) => ({ ...raw, method: 'PUT' })],
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
  const tampered = tamper(push(device));
  const { status, body } = await sendRaw(central.url, tampered);
  // A path or method that is not there is told before anybody is asked who they are.
  const refusals = ['401 device.signature_invalid', '404 request.unknown'];
  expect(refusals).toContain(`${status} ${body.code}`);
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

test('DRQ-8 compressed bodies are understood, and bombs are not unpacked', async () => {
  const { gzipSync } = await import('node:zlib');
  const device = await central.device('berlin');
  const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024)).toString('latin1');
  expect(bomb.length).toBeLessThan(64 * 1024);
  const raw = signedBytes(device, gzipSync(Buffer.alloc(40 * 1024 * 1024)));
  expect((await raw).status).toBe(413);
});

async function signedBytes(device: TestDevice, body: Buffer): Promise<Response> {
  const { createHash, randomBytes } = await import('node:crypto');
  const { contentDigest, signatureBase, signatureParameters } = await import(
    '#shared/contract/api/device-signature.ts'
  );
  const digest = contentDigest(createHash('sha256').update(body).digest('base64'));
  const parameters = signatureParameters({
    created: nowSeconds(),
    nonce: randomBytes(18).toString('base64url'),
    keyId: device.id,
  });
  const base = signatureBase(
    { method: 'POST', path: '/v1/device/events', query: '?', contentDigest: digest },
    parameters,
  );
  return fetch(`${central.url}/v1/device/events`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-digest': digest,
      'signature-input': `sig1=${parameters}`,
      signature: `sig1=:${device.key.sign(base)}:`,
    },
  });
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
