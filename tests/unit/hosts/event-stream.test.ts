import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventBus } from '#main/core/event-bus.ts';
import { createEventStreams } from '#main/hosts/web/event-stream.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  vi.useRealTimers();
});

/** A response of which everything that is sent can be read; a reader that never reads is `stuck`. */
function listener(stuck = false) {
  let text = '';
  const stream = new PassThrough(stuck ? { highWaterMark: 1 } : {});
  if (!stuck) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  const writeHead = vi.fn();
  // Of a response only the stream and its head are used.
  const response = Object.assign(stream, { writeHead }) as unknown as ServerResponse;
  return { response, writeHead, stream, text: () => text };
}

function streams() {
  const bus = createEventBus(recordingLogger());
  return { bus, open: createEventStreams(bus) };
}

test('HST-27 a page hears events and, every 15 seconds, that the host is there', async () => {
  const { bus, open } = streams();
  const page = listener();
  open.open(page.response, { 'x-test': 'yes' });
  expect(page.writeHead.mock.calls[0]).toEqual([
    200,
    expect.objectContaining({
      'x-test': 'yes',
      'content-type': 'text/event-stream; charset=utf-8',
    }),
  ]);
  bus.emit('catalog.published', { version: 2 });
  vi.advanceTimersByTime(30_000);
  await expect
    .poll(page.text)
    .toBe(
      'retry: 1000\n\nevent: catalog.published\ndata: {"version":2}\n\n: still here\n\n: still here\n\n',
    );
  open.close();
  expect(page.stream.destroyed).toBe(true);
});

test('HST-27 the ninth page takes the place of the first', () => {
  const { open } = streams();
  const pages = Array.from({ length: 9 }, () => listener());
  for (const page of pages) open.open(page.response, {});
  expect(pages.map(({ stream }) => stream.destroyed)).toEqual([true, ...Array(8).fill(false)]);
  open.close();
});

test('HST-27 what a page leaves unread is bounded, and others go on', async () => {
  const { bus, open } = streams();
  const stuck = listener(true);
  const page = listener();
  open.open(stuck.response, {});
  open.open(page.response, {});
  const code = { text: 'x'.repeat(100_000) };
  for (let sent = 0; sent < 12; sent += 1) bus.emit('scanner.scanned', { code, sku: null });
  expect(stuck.stream.destroyed).toBe(true);
  await expect.poll(() => page.text().length).toBeGreaterThan(1_200_000);
  expect(page.stream.destroyed).toBe(false);
  open.close();
});
