import type { WebContents } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { createEventBus } from '#main/core/event-bus.ts';
import { answerRequests, forwardEvents } from '#main/hosts/electron/ipc-adapter.ts';
import { ok } from '#shared/lib/result.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => electron.resetElectron());

const logger = recordingLogger();

function listening() {
  const route = vi.fn(async (name: string) => ok({ name }));
  answerRequests(route, logger);
  const handler = electron.ipcMain.handlers.get('blendbar:request');
  if (handler === undefined) throw new Error('no handler for requests');
  return { route, handler };
}

function sender(url: string) {
  const mainFrame = { url };
  return { sender: { mainFrame }, senderFrame: mainFrame };
}

test('HST-45 there is one channel', () => {
  listening();
  expect([...electron.ipcMain.handlers.keys()]).toEqual(['blendbar:request']);
});

test('HST-45 our own page is answered', async () => {
  const { route, handler } = listening();
  const answer = await handler(sender('app://blendbar/#/cart'), 'cart.get', { cartId: '1' });
  expect(answer).toEqual({ ok: true, value: { name: 'cart.get' } });
  expect(route).toHaveBeenCalledExactlyOnceWith('cart.get', { cartId: '1' });
});

test.each([
  ['another site', sender('https://evil.example/')],
  ['another host of the scheme', sender('app://evil/')],
  ['a look-alike', sender('app://blendbar.evil/')],
  ['a file', sender('file:///index.html')],
  ['an empty page', sender('about:blank')],
  ['a frame that is gone', { sender: { mainFrame: {} }, senderFrame: null }],
  [
    'a frame inside our page',
    { sender: { mainFrame: { url: 'app://blendbar/' } }, senderFrame: { url: 'app://blendbar/' } },
  ],
])('HST-45 %s is refused and does not reach the kiosk', async (_who, event) => {
  const { route, handler } = listening();
  expect(await handler(event, 'cart.get', {})).toMatchObject({
    ok: false,
    error: { code: 'request.unknown' },
  });
  expect(route).not.toHaveBeenCalled();
});

test('HST-45 a name that is no text is refused', async () => {
  const { route, handler } = listening();
  expect(
    await handler(sender('app://blendbar/'), { toString: () => 'cart.get' }, {}),
  ).toMatchObject({ ok: false });
  expect(route).not.toHaveBeenCalled();
});

test('HST-45 events go to the page while it lives', () => {
  const bus = createEventBus(logger);
  const contents = new electron.WebContentsDouble();
  const stop = forwardEvents(bus, contents as unknown as WebContents);
  bus.emit('catalog.published', { version: 3 });
  contents.destroyed = true;
  bus.emit('catalog.published', { version: 4 });
  contents.destroyed = false;
  stop();
  bus.emit('catalog.published', { version: 5 });
  expect(contents.sent).toEqual([['blendbar:event', 'catalog.published', { version: 3 }]]);
});
