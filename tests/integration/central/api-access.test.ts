import { Kysely, PostgresDialect } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { issueApiKey } from '#central/core/keys/issue-key.ts';
import { revokeApiKey } from '#central/storage/api-keys.ts';
import type { Problem } from '#shared/contract/api/problem.ts';
import { startTestCentral } from '../../helpers/central.ts';
import { completedOrder, pushedEvent } from '../../helpers/pushed-events.ts';
import { sendRaw, signedRequest } from '../../helpers/signed-request.ts';

const central = startTestCentral({ key: 5, refused: 20, open: 5 });

/** Asks for orders; status and code of the answer. */
async function ask(authorization?: string) {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const answer = await fetch(`${central.url}/v1/orders`, { headers });
  const body = (await answer.json()) as { readonly code?: string; readonly details?: unknown };
  return { status: answer.status, code: body.code, details: body.details, headers: answer.headers };
}

const keyOf = (scopes: readonly string[]) =>
  issueApiKey(central, { name: 'test', scopes, actor: 'test' });

test('API-1 without a valid key nothing is told, whatever is wrong with it', async () => {
  const { id, key } = await keyOf(['orders:read']);
  expect((await ask(`Bearer ${key}`)).status).toBe(200);
  const other = (await keyOf(['orders:read'])).key;
  const mixed = `bbk_${id}_${other.slice(`bbk_${id}_`.length)}`;
  for (const wrong of [undefined, '', key, `Basic ${key}`, `Bearer ${key}x`, `Bearer ${mixed}`]) {
    const refused = await ask(wrong);
    expect(refused, String(wrong)).toMatchObject({ status: 401, code: 'key.invalid' });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="blendbar"');
  }
  const rows = JSON.stringify(await central.db.selectFrom('api_keys').selectAll().execute());
  expect(rows).not.toContain(key.slice(-43));
});

test('API-2 a key without the scope is refused, and told which one is missing', async () => {
  const { key } = await keyOf(['catalog:read']);
  expect(await ask(`Bearer ${key}`)).toMatchObject({
    status: 403,
    code: 'key.scope_missing',
    details: { scope: 'orders:read' },
  });
});

test('API-3 a revoked key is refused with the next request', async () => {
  const { id, key } = await keyOf(['orders:read']);
  expect((await ask(`Bearer ${key}`)).status).toBe(200);
  expect(await revokeApiKey(central.db, id, new Date())).toBe(true);
  expect(await ask(`Bearer ${key}`)).toMatchObject({ status: 401, code: 'key.invalid' });
});

test('API-4 a key that asks too often has to wait, and another has not', async () => {
  const { key } = await keyOf(['orders:read']);
  const statuses: number[] = [];
  for (let request = 0; request < 7; request += 1) {
    statuses.push((await ask(`Bearer ${key}`)).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const refused = await ask(`Bearer ${key}`);
  expect(refused.code).toBe('request.too_many');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await keyOf(['orders:read']);
  expect((await ask(`Bearer ${other.key}`)).status).toBe(200);
});

const deeply = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

test('API-72 a body that is nested too deeply is refused, and of pushed events only that one', async () => {
  const { key } = await keyOf(['catalog:write', 'surveys:write']);
  for (const levels of [70, 100_000]) {
    for (const [method, path, body] of [
      ['PUT', '/v1/catalog/store-groups/a', `{"name":"a","stores":${deeply(levels)}}`],
      ['POST', '/v1/surveys', `{"id":"a","definition":{"pages":${deeply(levels)}}}`],
    ] as const) {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const answer = await fetch(central.url + path, { method, headers, body });
      expect(answer.status, `${path} ${levels}`).toBe(400);
    }
  }
  const device = await central.device('berlin');
  const [first, last] = [1, 3].map((seq) => pushedEvent(seq, completedOrder({ store: 'berlin' })));
  const deep = `{"id":"${uuidv7()}","deviceSeq":2,"type":"a.b","schemaVersion":1,"hash":"${'e'.repeat(64)}","payload":{"a":${deeply(50_000)}}}`;
  const body = `{"sentAtMs":1,"events":[${JSON.stringify(first)},${deep},${JSON.stringify(last)}]}`;
  const signed = signedRequest(
    { key: device.key, keyId: device.id },
    { target: '/v1/device/events', body },
  );
  const answer = await sendRaw(central.url, signed);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    answers: [
      { status: 'stored' },
      { status: 'rejected', code: 'event.malformed' },
      { status: 'stored' },
    ],
  });
});

test('API-73 a text with NUL is refused', async () => {
  const { key } = await keyOf(['webhooks:write']);
  const answer = await fetch(`${central.url}/v1/webhooks/${uuidv7()}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: '{"description":"a\\u0000b"}',
  });
  expect(answer.status).toBe(400);
});

test('API-6 API-7 API-8 what is wrong with a request is told as a problem with its code', async () => {
  const { key } = await keyOf(['orders:read', 'catalog:read']);
  const problemOf = async (path: string) => {
    const answer = await fetch(central.url + path, { headers: { authorization: `Bearer ${key}` } });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await answer.json()) as Problem;
    expect(problem).toMatchObject({
      status: answer.status,
      type: `urn:blendbar:problem:${problem.code}`,
    });
    return [problem.status, problem.code, problem.errors?.[0]?.path];
  };
  const invalid = [400, 'input.invalid'];
  expect(await problemOf('/v1/orders?from=2026-02-31T00:00:00.000Z')).toEqual([
    ...invalid,
    undefined,
  ]);
  expect(await problemOf('/v1/orders?from=yesterday')).toEqual([...invalid, 'query/from']);
  expect(await problemOf('/v1/products?store=nowhere')).toEqual([
    404,
    'catalog.unavailable',
    undefined,
  ]);
  expect(await problemOf('/v1/nothing')).toEqual([404, 'request.unknown', undefined]);
});

test('API-7 a cursor that no list gives out is refused', async () => {
  const { key } = await keyOf(['orders:read', 'catalog:read']);
  const statusOf = async (path: string, parts: readonly unknown[]) => {
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${central.url}${path}?cursor=${cursor}`, { headers })).status;
  };
  expect(await statusOf('/v1/orders', [9e15, uuidv7()])).toBe(400);
  expect(await statusOf('/v1/orders', [-1, uuidv7()])).toBe(400);
  expect(await statusOf('/v1/catalog/versions', [Number.MAX_SAFE_INTEGER])).toBe(400);
});

test('API-7 a feed without a body is refused', async () => {
  const { key } = await keyOf(['catalog:write']);
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${central.url}/v1/catalog/drafts`, { method: 'POST', headers });
  expect(answer.status).toBe(415);
});

test.each(['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])(
  'API-6 without a database (%s) it is unavailable for now',
  async (message) => {
    const connect = () => Promise.reject(new Error(message));
    const pool = { options: {}, connect, end: () => Promise.resolve() };
    const db: typeof central.db = new Kysely({ dialect: new PostgresDialect({ pool }) });
    const lost = await central.another({ db });
    onTestFinished(() => lost.close());
    const { key } = await keyOf(['orders:read']);
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(`${lost.url}/v1/orders`, { headers });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'central.unavailable' });
  },
);

test('API-74 what anybody may read is limited by address, and health is not', async () => {
  for (const path of ['/openapi.json', '/docs/', '/metrics', '/openapi.json', '/metrics']) {
    expect((await fetch(central.url + path)).status, path).toBe(200);
  }
  expect((await fetch(`${central.url}/metrics`)).status).toBe(429);
  expect((await fetch(`${central.url}/healthz`)).status).toBe(200);
});

test('API-75 an address whose keys or signatures are refused too often has to wait, before anything is looked up', async () => {
  const statuses: number[] = [];
  for (let request = 0; request < 25; request += 1) {
    statuses.push((await ask(`Bearer bbk_${'a'.repeat(12)}_${'b'.repeat(43)}`)).status);
  }
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  const refused = await ask();
  expect(refused).toMatchObject({ status: 429, code: 'request.too_many' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await fetch(`${central.url}/v1/device`)).status).toBe(429);
});
