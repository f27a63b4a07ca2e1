import { beforeEach, expect, test, vi } from 'vitest';
import { ipcContract, ipcEvents } from '#shared/contract/ipc/contract.ts';
import { eventNames, requestNames } from '#shared/contract/ipc/names.ts';
import type { Bridge } from '../../../src/renderer/client/bridge-client.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

await import('../../../src/preload/preload.ts');
const exposed = new Map(electron.exposed);

beforeEach(() => {
  electron.resetElectron();
  electron.ipcRenderer.invoke.mockClear();
});

// What a page finds under this name is what the preload script exposed.
const bridge = () => exposed.get('blendbar') as Bridge;

test('HST-46 the names that preload knows are the names of the contract', () => {
  expect([...requestNames].sort()).toEqual(Object.keys(ipcContract).sort());
  expect([...eventNames].sort()).toEqual(Object.keys(ipcEvents).sort());
});

test('HST-46 a page finds invoke and subscribe, and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['blendbar']);
  expect(Object.keys(bridge())).toEqual(['invoke', 'subscribe']);
});

test('HST-46 a request of the contract goes over the one channel', async () => {
  const { invoke } = bridge();
  electron.ipcRenderer.invoke.mockResolvedValueOnce('the answer');
  expect(await invoke('cart.get', { cartId: '1' })).toBe('the answer');
  expect(electron.ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(
    'blendbar:request',
    'cart.get',
    { cartId: '1' },
  );
});

test.each(['ELECTRON_BROWSER_REQUIRE', 'blendbar:request', 'constructor', '', 'catalog.published'])(
  'HST-46 a request named %j never leaves the page',
  async (name) => {
    const { invoke } = bridge();
    await expect(invoke(name, {})).rejects.toThrow('No such request.');
    expect(electron.ipcRenderer.invoke).not.toHaveBeenCalled();
  },
);

test('HST-46 a listener hears its own event without Electron’s part, until it stops', () => {
  const { subscribe } = bridge();
  const heard = vi.fn();
  const stop = subscribe('catalog.published', heard);
  electron.ipcRenderer.emit('blendbar:event', { sender: 'secret' }, 'catalog.published', 1);
  electron.ipcRenderer.emit('blendbar:event', { sender: 'secret' }, 'cart.changed', 2);
  stop();
  electron.ipcRenderer.emit('blendbar:event', { sender: 'secret' }, 'catalog.published', 3);
  expect(heard.mock.calls).toEqual([[1]]);
  expect(electron.ipcRenderer.listenerCount('blendbar:event')).toBe(0);
});

test.each(['blendbar:event', 'cart.get', 'anything'])('HST-46 nobody can listen to %j', (name) => {
  const { subscribe } = bridge();
  expect(() => subscribe(name, () => {})).toThrow('No such event.');
  expect(electron.ipcRenderer.eventNames()).toEqual([]);
});
