import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { revokeApiKey } from '#central/storage/api-keys.ts';
import { revokeDevice } from '#central/storage/enrolment.ts';
import { startTestCentral, type TestDevice } from '../../helpers/central.ts';
import { signatureHeaders } from '../../helpers/signed-request.ts';

const refusals = 20;
const central = startTestCentral({ refused: refusals });
/** A process of its own: nothing was counted there. */
let url = '';
beforeEach(async (context) => {
  const other = await central.another({});
  url = other.url;
  context.onTestFinished(() => other.close());
});

const target = '/v1/device';

function ask({ key, id: keyId }: Pick<TestDevice, 'key' | 'id'>, createdMs = central.now()) {
  const headers = signatureHeaders({ key, keyId }, { method: 'GET', target, createdMs });
  return send(headers);
}

async function send(headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(url + target, { headers });
  const { code = 'ok' } = (await answer.json()) as { readonly code?: string };
  return `${answer.status} ${code}`;
}

/** Asks so often, and says what was answered last. */
async function flood(junk: () => Promise<string>, times = refusals + 5): Promise<string> {
  let last = '';
  for (let time = 0; time < times; time += 1) last = await junk();
  return last;
}

const wrong = `sig1=:${'A'.repeat(86)}==:`;

test.each<[string, (device: TestDevice) => Promise<string>]>([
  ['no signature', () => send({})],
  ['ids that nobody has', ({ key }) => ask({ key, id: randomUUID() })],
  [
    'the id of the very device, and a wrong signature',
    ({ key, id }) =>
      send({
        ...signatureHeaders({ key, keyId: id }, { method: 'GET', target }),
        signature: wrong,
      }),
  ],
])(
  'API-75 a device is let in, whatever comes from its address: requests with %s',
  async (_, junk) => {
    const device = await central.device('berlin');
    expect(await flood(() => junk(device))).toBe('429 request.too_many');
    // It was never heard of in this process.
    expect(await ask(device)).toBe('200 ok');
    expect(await ask(device)).toBe('200 ok');
    // And hears what time it is.
    expect(await ask(device, central.now() - 3_600_000)).toBe('401 device.clock_skew');
    expect(await junk(device)).toBe('429 request.too_many');
  },
);

test('API-75 garbage is not looked up when there was too much of it', async () => {
  const device = await central.device('berlin');
  const junk = () => ask({ key: device.key, id: randomUUID() });
  await flood(junk);
  const connect = () => Promise.reject(new Error('nobody may ask'));
  const { pool } = central.database;
  const asked = pool.connect.bind(pool);
  // The keys of all devices were read a moment ago.
  await ask(device);
  Reflect.set(pool, 'connect', connect);
  try {
    expect(await junk()).toBe('429 request.too_many');
  } finally {
    Reflect.set(pool, 'connect', asked);
  }
});

test('API-75 a revoked device that keeps asking keeps nobody else at its address out', async () => {
  const [revoked, other] = [await central.device('berlin'), await central.device('berlin')];
  await revokeDevice(central.db, revoked.id, new Date());
  expect(await ask(revoked)).toBe('401 device.revoked');
  expect(await flood(() => ask(revoked))).toBe('429 request.too_many');
  expect(await ask(other)).toBe('200 ok');
  // Of the address nothing is used up: what anybody sends is still answered.
  expect(await send({})).toBe('401 device.signature_invalid');
});

test('API-75 a revoked API key that keeps asking keeps no other out', async () => {
  const keyOf = (name: string) =>
    issueApiKey(central, { name, scopes: ['orders:read'], actor: 'test' });
  const [revoked, other] = [await keyOf('old'), await keyOf('new')];
  await revokeApiKey(central.db, revoked.id, new Date());
  const statusOf = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` };
    return String((await fetch(`${url}/v1/orders`, { headers })).status);
  };
  expect(await flood(() => statusOf(revoked.key))).toBe('429');
  expect(await statusOf(other.key)).toBe('200');
});
