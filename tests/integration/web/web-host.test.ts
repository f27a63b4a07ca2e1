import { mkdirSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEventBus } from '#main/core/event-bus.ts';
import type { Route } from '#main/core/router.ts';
import { startWebHost, type WebHost } from '#main/hosts/web/web-host.ts';
import { ok } from '#shared/lib/result.ts';
import { createWebClient } from '../../../src/renderer/client/web-client.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import { suiteFolder } from '../../helpers/temp-folder.ts';
import { ask, pageTransport, sendRaw, signIn } from '../../helpers/web-browser.ts';

const folder = suiteFolder();
const logger = recordingLogger();
const events = createEventBus(logger);
const asked: { name: string; input: unknown }[] = [];
const nextUrls: string[] = [];
let rendererDir: string;
let host: WebHost;
let cookie: string;
let firstStartUrl: string;

const route: Route = async (name, input) => {
  asked.push({ name, input });
  if (name === 'throws') throw new Error('secret detail');
  return ok({ name });
};

beforeAll(async () => {
  rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Kiosk</title>');
  writeFileSync(join(rendererDir, 'assets/app-1a2b.js'), 'export {};');
  writeFileSync(join(rendererDir, '.secret'), 'hidden');
  writeFileSync(join(folder, 'kiosk.db'), 'not for browsers');
  host = await startWebHost({
    kiosk: { route, subscribe: events.subscribe },
    rendererDir,
    port: 0,
    logger,
    onStarted: (url) => nextUrls.push(url),
  });
  firstStartUrl = host.startUrl;
  cookie = await signIn(host.origin, firstStartUrl);
});

afterAll(() => host.close());

const page = () => ({ cookie, origin: host.origin, 'content-type': 'application/json' });

test('HST-20 only this machine can connect', async () => {
  const outward = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  // Without a network there is no outward address that could be tried.
  const address = outward?.address ?? '127.0.0.2';
  const origin = `http://${address}:${new URL(host.origin).port}`;
  await expect(ask(origin, { path: '/' })).rejects.toThrow(
    /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/,
  );
});

test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
  'HST-21 the name %s leads nowhere, even with a session',
  async (name) => {
    const answer = await ask(host.origin, { path: '/', host: name, headers: { cookie } });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('Kiosk');
  },
);

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin at all', {}],
  ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ['a same-site fetch', { 'sec-fetch-site': 'same-site' }],
])('HST-22 a command from %s is refused', async (_who, foreign) => {
  const before = asked.length;
  const answer = await ask(host.origin, {
    method: 'POST',
    path: '/rpc/kiosk.info',
    headers: { cookie, 'content-type': 'application/json', ...foreign },
    body: '{}',
  });
  expect(answer.status).toBe(403);
  expect(asked).toHaveLength(before);
});

test('HST-22 events are not for foreign pages either', async () => {
  const headers = { cookie, origin: 'https://evil.example' };
  expect((await ask(host.origin, { path: '/events', headers })).status).toBe(403);
});

test('HST-23 a start link opens one session and is spent; the next one is told', async () => {
  const { pathname, search } = new URL(firstStartUrl);
  const again = await ask(host.origin, { path: pathname + search });
  expect(again.status).toBe(403);
  expect(again.headers['set-cookie']).toBeUndefined();
  const next = nextUrls.at(-1);
  expect(next).toBeDefined();
  expect(next).not.toBe(firstStartUrl);
  expect(await signIn(host.origin, next ?? '')).not.toBe(cookie);
});

test('HST-23 the session cookie is for this server alone and not for scripts', async () => {
  const { pathname, search } = new URL(nextUrls.at(-1) ?? '');
  const answer = await ask(host.origin, { path: pathname + search });
  const port = new URL(host.origin).port;
  expect(answer.headers['set-cookie']).toEqual([
    expect.stringMatching(
      new RegExp(`^blendbar_${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    ),
  ]);
  expect(answer.headers.location).toBe('/');
});

test.each(['', 'token=', 'token=wrong', 'token=a&token=b'])(
  'HST-23 no session for a wrong token: %j',
  async (query) => {
    const answer = await ask(host.origin, { path: `/start?${query}` });
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  },
);

test.each(['/', '/index.html', '/assets/app-1a2b.js', '/events', '/nothing'])(
  'HST-24 without a session %s says nothing',
  async (path) => {
    const port = new URL(host.origin).port;
    for (const headers of [{}, { cookie: `blendbar_${port}=guess` }]) {
      const answer = await ask(host.origin, { path, headers });
      expect(answer.status).toBe(401);
      expect(answer.body).toContain('not signed in');
    }
  },
);

test('HST-24 without a session no request reaches the kiosk', async () => {
  const before = asked.length;
  const headers = { origin: host.origin, 'content-type': 'application/json' };
  const answer = await ask(host.origin, {
    method: 'POST',
    path: '/rpc/kiosk.info',
    headers,
    body: '{}',
  });
  expect(answer.status).toBe(401);
  expect(asked).toHaveLength(before);
});

test.each([
  ['a page', '/', true],
  ['a refusal', '/', false],
  ['nothing', '/nothing', true],
])('HST-25 %s carries the security headers', async (_what, path, signedIn) => {
  const answer = await ask(host.origin, { path, headers: signedIn ? { cookie } : {} });
  expect(answer.headers).toMatchObject({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
});

test.each([
  ['an address that is none', 'GET /% HTTP/1.1', 401],
  ['a name too long to be one', `POST /rpc/${'a'.repeat(300)} HTTP/1.1`, 401],
  ['a foreign host with an address that is none', 'GET /% HTTP/1.1\r\nhost: evil.example', 403],
  ['no host', 'GET / HTTP/1.1', 403],
  ['something else than HTTP', 'GARBAGE', 400],
  ['headers without end', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}`, 431],
  ['an expectation', 'GET / HTTP/1.1\r\nexpect: 200-ok', 417],
])('HST-24 HST-25 %s is refused with the security headers', async (_what, head, status) => {
  const needsHost = status === 401 || status === 417;
  const own = needsHost ? `\r\nhost: ${new URL(host.origin).host}` : '';
  const origin = needsHost ? `\r\norigin: ${host.origin}` : '';
  const answer = await sendRaw(host.origin, `${head}${own}${origin}\r\nconnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
  expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
  expect(answer).not.toContain('FST_');
});

test('HST-25 HST-28 an address that is none is refused with a session too', async () => {
  const answer = await ask(host.origin, { path: '/%', headers: { cookie } });
  expect(answer.status).toBe(400);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.body).toBe('This is no address.\n');
});

test('HST-26 a request goes to the kiosk and its answer comes back', async () => {
  const body = JSON.stringify({ text: 'äé€' });
  const answer = await ask(host.origin, {
    method: 'POST',
    path: '/rpc/catalog.search',
    headers: page(),
    body,
  });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { name: 'catalog.search' } });
  expect(asked.at(-1)).toEqual({ name: 'catalog.search', input: { text: 'äé€' } });
  expect(answer.headers['cache-control']).toBe('no-store');
});

test.each([
  ['broken JSON', 400, {}, '{"text":'],
  ['an empty body', 400, {}, ''],
  ['prototype poisoning', 400, {}, '{"__proto__":{"admin":true}}'],
  ['another content type', 415, { 'content-type': 'text/html' }, '{}'],
  ['more than 256 KiB', 413, {}, JSON.stringify({ text: 'x'.repeat(300_000) })],
])('HST-26 %s is refused as invalid input', async (_what, status, headers, body) => {
  const before = asked.length;
  const answer = await ask(host.origin, {
    method: 'POST',
    path: '/rpc/catalog.search',
    headers: { ...page(), ...headers },
    body,
  });
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect(asked).toHaveLength(before);
});

test('HST-26 a failure of the host shows nothing of its inside', async () => {
  const answer = await ask(host.origin, {
    method: 'POST',
    path: '/rpc/throws',
    headers: page(),
    body: '{}',
  });
  expect(answer.status).toBe(500);
  expect(JSON.parse(answer.body)).toEqual({
    ok: false,
    error: { code: 'internal.failure', message: 'Something went wrong.' },
  });
  expect(JSON.stringify(logger.entries)).toContain('secret detail');
});

test('HST-27 every event reaches the page', async () => {
  const client = createWebClient(pageTransport(host.origin, cookie));
  const heard: number[] = [];
  client.subscribe('catalog.published', ({ version }) => heard.push(version));
  await expect
    .poll(() => {
      events.emit('catalog.published', { version: 5 });
      return heard.at(-1);
    })
    .toBe(5);
});

test('HST-27 only a GET opens a stream', async () => {
  const answer = await ask(host.origin, { method: 'HEAD', path: '/events', headers: { cookie } });
  expect(answer.status).toBe(404);
});

test('HST-27 a page that stops reading is cut off', async () => {
  const stream = await fetch(`${host.origin}/events`, { headers: { cookie } });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const code = { text: 'x'.repeat(10_000) };
  for (let sent = 0; sent < 2000; sent += 1) events.emit('scanner.scanned', { code, sku: null });
  // Reading on meets the end of the connection, not 20 MB that were kept for it.
  await expect(stream.text()).rejects.toThrow(/terminated/);
});

test.each([
  '/../kiosk.db',
  '/..%2fkiosk.db',
  '/%2e%2e/kiosk.db',
  '/assets/../../kiosk.db',
  '/..%5ckiosk.db',
  '/.secret',
  '/%2esecret',
  '/assets/',
])('HST-28 %s is not served', async (path) => {
  const answer = await ask(host.origin, { path, headers: { cookie } });
  expect([400, 403, 404]).toContain(answer.status);
  expect(answer.body).not.toContain('not for browsers');
  expect(answer.body).not.toContain('hidden');
});

test('HST-28 hashed assets may be kept, the page may not', async () => {
  const start = await ask(host.origin, { path: '/', headers: { cookie } });
  expect(start.status).toBe(200);
  expect(start.body).toContain('<title>Kiosk</title>');
  expect(start.headers['cache-control']).toBe('no-store');
  const asset = await ask(host.origin, { path: '/assets/app-1a2b.js', headers: { cookie } });
  expect(asset.headers['cache-control']).toContain('immutable');
});

test('HST-28 a renderer that was not built is named with the way out', async () => {
  const options = { kiosk: { route, subscribe: events.subscribe }, port: 0, logger };
  await expect(startWebHost({ ...options, rendererDir: '/nowhere' })).rejects.toThrow(
    /^There is no built renderer in \/nowhere; run: npm run build$/,
  );
});
