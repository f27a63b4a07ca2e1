import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRendererAlive } from '#main/hosts/electron/renderer-watch.ts';
import { recordingLogger } from '../../helpers/recording-logger.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const start = 'app://blendbar/';
const pause = 'app://blendbar/pause.html';

beforeEach(() => {
  electron.resetElectron();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const window = new electron.BrowserWindow({});
  const logger = recordingLogger();
  keepRendererAlive(window as unknown as BrowserWindow, logger);
  const die = () =>
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  return { window, logger, die };
}

test('HST-48 the renderer is loaded at the start', () => {
  expect(watched().window.loaded).toEqual([start]);
});

test('HST-48 a dead renderer is logged, a calm page is shown, and it comes back by itself', () => {
  const { window, logger, die } = watched();
  die();
  expect(window.loaded).toEqual([start, pause]);
  expect(logger.entries).toEqual([
    { level: 'error', message: 'The renderer died', fields: { reason: 'crashed', exitCode: 5 } },
  ]);
  vi.advanceTimersByTime(4000);
  expect(window.loaded).toEqual([start, pause, start]);
});

test('HST-48 a renderer that keeps dying is loaded after longer and longer waits, a minute at most', () => {
  const { window, die } = watched();
  const waits: number[] = [];
  for (let fall = 0; fall < 7; fall += 1) {
    die();
    const before = window.loaded.length;
    let waited = 0;
    while (window.loaded.length === before) {
      vi.advanceTimersByTime(1000);
      waited += 1;
    }
    waits.push(waited);
  }
  expect(waits).toEqual([4, 8, 16, 32, 60, 60, 60]);
});

test('HST-48 after five good minutes the waits are short again', () => {
  const { window, die } = watched();
  die();
  vi.advanceTimersByTime(4000 + 5 * 60_000);
  die();
  vi.advanceTimersByTime(4000);
  expect(window.loaded).toEqual([start, pause, start, pause, start]);
});

test('HST-48 dying again while the calm page is up adds no second reload', () => {
  const { window, die } = watched();
  die();
  die();
  vi.advanceTimersByTime(60_000);
  expect(window.loaded).toEqual([start, pause, start]);
});

test('HST-48 a page that ends as it should is not missed', () => {
  const { window, logger } = watched();
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(window.loaded).toEqual([start]);
  expect(logger.entries).toEqual([]);
});

test('HST-48 a hanging renderer is ended, which the watch then sees', () => {
  const { window, logger } = watched();
  window.emit('unresponsive');
  expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
  expect(logger.entries).toMatchObject([{ level: 'error', message: 'The renderer hangs' }]);
});

test('HST-48 a page that cannot be loaded is tried again', async () => {
  const { window, logger, die } = watched();
  die();
  window.load = () => Promise.reject(new Error('ERR_FAILED'));
  await vi.advanceTimersByTimeAsync(4000);
  window.load = () => Promise.resolve();
  expect(logger.entries).toContainEqual({
    level: 'error',
    message: 'A page could not be loaded',
    fields: { url: start, error: 'Error: ERR_FAILED' },
  });
  await vi.advanceTimersByTimeAsync(8000);
  expect(window.loaded.at(-1)).toBe(start);
});

test('HST-48 nothing happens to a window that was closed', () => {
  const { window, die } = watched();
  die();
  window.destroyed = true;
  window.emit('closed');
  vi.advanceTimersByTime(120_000);
  expect(window.loaded).toEqual([start, pause]);
});
