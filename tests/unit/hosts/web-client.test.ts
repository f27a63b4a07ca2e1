import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createWebClient,
  type EventStream,
  type WebTransport,
} from '../../../src/renderer/client/web-client.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
});

class FakeStream implements EventStream {
  static opened: FakeStream[] = [];
  readyState = 1;
  readonly close = vi.fn();
  readonly #listeners = new Map<string, (event: { readonly data?: unknown }) => void>();

  constructor() {
    FakeStream.opened.push(this);
  }
  addEventListener(name: string, listener: (event: { readonly data?: unknown }) => void) {
    this.#listeners.set(name, listener);
  }
  emit(name: string, data?: string) {
    this.#listeners.get(name)?.({ data });
  }
}

function client(fetch: WebTransport['fetch'] = () => Promise.reject(new Error('offline'))) {
  FakeStream.opened = [];
  return createWebClient({ fetch, openEvents: () => new FakeStream() });
}

test('HST-30 a request is a POST of JSON, and its answer comes back', async () => {
  const fetch = vi.fn(async () => Response.json({ ok: true, value: { hits: [] } }));
  const answer = await client(fetch).invoke('catalog.search', { text: 'rose' });
  expect(answer).toEqual({ ok: true, value: { hits: [] } });
  expect(fetch).toHaveBeenCalledExactlyOnceWith('/rpc/catalog.search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"rose"}',
  });
});

test.each([
  ['no connection', () => Promise.reject(new TypeError('fetch failed'))],
  ['a refusal in words', async () => new Response('not signed in', { status: 401 })],
  ['JSON that is no answer', async () => Response.json('hello')],
  ['nothing at all', async () => new Response(null, { status: 204 })],
] as const)('HST-30 %s is a fault, not an exception', async (_what, fetch) => {
  expect(await client(fetch).invoke('kiosk.info', {})).toEqual({
    ok: false,
    error: { code: 'internal.failure', message: 'The kiosk could not be reached.' },
  });
});

test('HST-30 all listeners share one stream, opened when it is first needed', () => {
  const kiosk = client();
  expect(FakeStream.opened).toEqual([]);
  const heard: number[] = [];
  const stop = kiosk.subscribe('catalog.published', ({ version }) => heard.push(version));
  kiosk.subscribe('cart.changed', () => heard.push(-1));
  expect(FakeStream.opened).toHaveLength(1);
  FakeStream.opened[0]?.emit('catalog.published', '{"version":4}');
  stop();
  FakeStream.opened[0]?.emit('catalog.published', '{"version":5}');
  expect(heard).toEqual([4]);
});

test('HST-30 the stream is reopened only when the browser has given up', () => {
  const kiosk = client();
  const heard: number[] = [];
  kiosk.subscribe('catalog.published', ({ version }) => heard.push(version));
  const [first] = FakeStream.opened;
  if (first === undefined) throw new Error('no stream');

  first.readyState = 0;
  first.emit('error');
  vi.advanceTimersByTime(60_000);
  expect(FakeStream.opened).toHaveLength(1);

  first.readyState = 2;
  first.emit('error');
  vi.advanceTimersByTime(2000);
  expect(FakeStream.opened).toHaveLength(2);
  FakeStream.opened[1]?.emit('catalog.published', '{"version":6}');
  expect(heard).toEqual([6]);
});
