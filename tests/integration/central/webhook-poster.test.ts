import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { createWebhookPoster, publicLookup } from '#central/core/webhooks/post-webhook.ts';
import { always, startReceiver } from '../../helpers/webhook-receiver.ts';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function poster(privateAllowed = true, timeoutMs = 1_000) {
  const made = createWebhookPoster({ privateAllowed, timeoutMs, connectionsPerHost: 4 });
  closing.push(() => made.close());
  return (url: string, body = '{}', signal = new AbortController().signal) =>
    made.post({ url: new URL(url), headers: { 'content-type': 'application/json' }, body }, signal);
}

async function receiver(...answer: Parameters<typeof startReceiver>) {
  const started = await startReceiver(...answer);
  closing.push(() => started.close());
  return started;
}

/** A server that does with a connection what it is told. */
async function rawServer(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer(onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return `http://127.0.0.1:${address.port}/`;
}

test('EVO-50 the status and Retry-After are told; a redirection is only a status', async () => {
  const post = poster();
  const other = await receiver();
  const one = await receiver(always(429, { 'retry-after': '7' }));
  expect(await post(one.url)).toEqual({ status: 429, retryAfterMs: 7_000 });
  one.answer(always(302, { location: other.url }));
  expect(await post(one.url)).toEqual({ status: 302, retryAfterMs: 0 });
  expect(other.received).toEqual([]);
});

test('EVO-44 an answer that does not come, or does not end, costs its time and no more', async () => {
  const post = poster(true, 500);
  const silent = await receiver(() => undefined);
  const began = performance.now();
  expect(await post(silent.url)).toEqual({ error: 'No answer within 0.5 s' });
  expect(performance.now() - began).toBeLessThan(1_500);
  const dripping = await rawServer((socket) => {
    socket.on('error', () => undefined);
    const timer = setInterval(() => socket.write('HTTP/1.1 200 OK\r\nx-more: '), 50);
    socket.on('close', () => clearInterval(timer));
  });
  expect(await post(dripping)).toMatchObject({ error: expect.any(String) });
  const endless = await receiver((_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', more);
    more();
  });
  expect(await post(endless.url)).toEqual({ status: 200, retryAfterMs: 0 });
});

test('EVO-44 what is no HTTP, and what is not there, is told in one line', async () => {
  const post = poster();
  const nonsense = await rawServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('220 mail.example.com ESMTP\r\n');
  });
  expect(await post(nonsense)).toMatchObject({
    error: expect.stringMatching(/^The connection failed: \S+/),
  });
  const gone = await startReceiver();
  await gone.close();
  expect(await post(gone.url)).toEqual({ error: 'The connection failed: ECONNREFUSED' });
  expect(await post('https://nowhere.invalid/')).toMatchObject({
    error: expect.stringMatching(/^The connection failed: (ENOTFOUND|EAI_AGAIN)$/),
  });
});

test('EVO-44 a kept connection that the other side closed is no failure', async () => {
  const post = poster();
  const one = await receiver();
  expect(await post(one.url)).toMatchObject({ status: 204 });
  const { port } = one;
  await one.close();
  const again = await startReceiverOn(port);
  expect(await post(one.url)).toMatchObject({ status: 204 });
  expect(again.received).toHaveLength(1);
});

async function startReceiverOn(port: number) {
  const started = await startReceiver(undefined, port);
  closing.push(() => started.close());
  return started;
}

test('EVO-44 an endpoint must show a certificate that is trusted here', async () => {
  const fixture = (name: string) =>
    readFileSync(new URL(`../../fixtures/tls/${name}`, import.meta.url));
  const certificate = { key: fixture('self-signed.key'), cert: fixture('self-signed.crt') };
  let requests = 0;
  const server = createHttpsServer(certificate, (_, response) => {
    requests += 1;
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const url = `https://127.0.0.1:${address.port}/`;
  expect(await poster()(url)).toEqual({
    error: 'The connection failed: DEPTH_ZERO_SELF_SIGNED_CERT',
  });
  expect(requests).toBe(0);
  const usual = getCACertificates('default');
  closing.push(() => setDefaultCACertificates(usual));
  setDefaultCACertificates([...usual, certificate.cert.toString()]);
  expect(await poster()(url)).toEqual({ status: 204, retryAfterMs: 0 });
});

test('EVO-45 names and addresses that lead inside are refused before anything is sent', async () => {
  const post = poster(false);
  const one = await receiver();
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '[::ffff:127.0.0.1]']) {
    const result = await post(`http://${host}:${one.port}/`);
    expect([host, result]).toEqual([host, { error: 'The host is not on the public Internet' }]);
  }
  expect(one.received).toEqual([]);
  for (const all of [true, false]) {
    const error = await new Promise((resolve) =>
      publicLookup('localhost', { all }, (failed) => resolve(failed)),
    );
    expect(error).toBeInstanceOf(Error);
  }
});

test('EVO-56 an attempt that is cut off is told as such, not as a failure', async () => {
  const post = poster();
  const silent = await receiver(() => undefined);
  const cut = new AbortController();
  const posting = post(silent.url, '{}', cut.signal);
  setTimeout(() => cut.abort(new Error('stopping')), 100);
  await expect(posting).rejects.toThrow('stopping');
});
