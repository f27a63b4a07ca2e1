import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { demoStoreFeed } from '#db/seed/demo-store.ts';
import { cancellationMemory } from '#main/hosts/worker/cancellation.ts';
import type { ReleaseRequest } from '#main/hosts/worker/release-messages.ts';
import { readMigrations } from '#main/storage/migrations-folder.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import type * as FakeElectron from '../../unit/electron/fake-electron.ts';

vi.mock('electron', () => import('../../unit/electron/fake-electron.ts'));

const root = join(import.meta.dirname, '../../..');
const bundles = join(root, 'dist/electron');
const argv = process.argv;

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'scripts/build-electron.ts')], {
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
});

let electron: typeof FakeElectron;
/** The test runner's own listeners, which stay. */
const thrown = process.listeners('uncaughtException');
const rejected = process.listeners('unhandledRejection');

beforeEach(async () => {
  vi.resetModules();
  // The very instance of the stand-in that the main process is about to import.
  electron = (await import('electron')) as unknown as typeof electron;
  electron.resetElectron();
  electron.app.appPath = root;
});

afterEach(() => {
  process.argv = argv;
  for (const listener of process.listeners('uncaughtException')) {
    if (!thrown.includes(listener)) process.off('uncaughtException', listener);
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejected.includes(listener)) process.off('unhandledRejection', listener);
  }
});

describe.each([
  ['from source', join(root, 'src/main/hosts/electron/main.ts')],
  ['bundled', join(bundles, 'main.js')],
])('the main process %s', (_how, entry) => {
  /** Starts the main process as Electron does, with these arguments of its own. */
  async function start(...args: string[]) {
    process.argv = ['/usr/bin/electron', root, ...args];
    await import(/* @vite-ignore */ entry);
  }

  const ended = () => vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalled(), 10_000);

  test('HST-40 to HST-47 it opens a locked window on a kiosk that answers', async () => {
    const file = join(tempFolder(), 'kiosk.db');
    await start('--db', file, '--demo');
    const loaded = () => electron.BrowserWindow.all.map((window) => window.loaded);
    await vi.waitFor(() => expect(loaded()).toEqual([['app://blendbar/']]), 20_000);

    const [window] = electron.BrowserWindow.all;
    const memory = electron.session.fromPartition('kiosk');
    expect(window?.options).toMatchObject({
      webPreferences: { session: memory, preload: join(bundles, 'preload.cjs'), sandbox: true },
    });
    expect(electron.Menu.setApplicationMenu).toHaveBeenCalledWith(null);
    expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledOnce();
    expect(memory.permissionCheck?.()).toBe(false);
    expect([...memory.schemes.keys()]).toEqual(['app']);
    expect(window?.webContents.windowOpen?.()).toEqual({ action: 'deny' });

    const ask = electron.ipcMain.handlers.get('blendbar:request');
    const sender = window?.webContents;
    const answer = await ask?.({ sender, senderFrame: sender?.mainFrame }, 'kiosk.info', {});
    expect(answer).toMatchObject({ ok: true, value: { catalogVersion: 1, bench: true } });

    electron.app.emit('second-instance');
    expect(window?.focus).toHaveBeenCalledOnce();

    electron.app.emit('window-all-closed');
    await ended();
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(0);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('HST-47 a second instance ends without touching the store', async () => {
    const file = join(tempFolder(), 'kiosk.db');
    electron.app.hasLock = false;
    await start('--db', file, '--demo');
    expect(electron.app.quit).toHaveBeenCalledOnce();
    expect(electron.BrowserWindow.all).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  test('HST-49 HST-50 a damaged store is told and logged, and stays as it is', async () => {
    const folder = tempFolder();
    const file = join(folder, 'kiosk.db');
    const damaged = 'this is no database, but somebody may still need it'.repeat(100);
    writeFileSync(file, damaged);
    await start('--db', file);
    await ended();
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(electron.app.relaunch).not.toHaveBeenCalled();
    const [title, text] = electron.dialog.showErrorBox.mock.calls[0] ?? [];
    expect(title).toBe('Blendbar cannot go on');
    expect(text).toContain(file);
    expect(text).not.toContain('    at ');
    expect(readFileSync(join(folder, 'kiosk.log'), 'utf8')).toContain('The main process failed');
    expect(readFileSync(file, 'utf8')).toBe(damaged);
    expect(electron.BrowserWindow.all).toEqual([]);
  });

  test('HST-49 what ran for a minute is started again', async () => {
    const folder = tempFolder();
    const file = join(folder, 'kiosk.db');
    writeFileSync(file, 'no database'.repeat(1000));
    const uptime = vi.spyOn(process, 'uptime').mockReturnValue(3600);
    await start('--db', file);
    await ended();
    uptime.mockRestore();
    expect(electron.app.relaunch).toHaveBeenCalledOnce();
    expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(electron.dialog.showErrorBox).not.toHaveBeenCalled();
  });
});

test('HST-46 the preload bundle is small and requires nothing but electron', () => {
  const text = readFileSync(join(bundles, 'preload.cjs'), 'utf8');
  expect([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
  expect(text).not.toMatch(/^import /m);
  expect(text.length).toBeLessThan(4000);
});

test('the bundles import nothing but Node, Electron and native modules', () => {
  for (const name of readdirSync(bundles).filter((file) => file.endsWith('.js'))) {
    const text = readFileSync(join(bundles, name), 'utf8');
    const imported = [...text.matchAll(/^import (?:[^'"]+ from )?["']([^"']+)["'];?$/gm)]
      .map(([, from = '']) => from)
      .filter((from) => !isBuiltin(from) && !from.startsWith('./'));
    expect(imported.filter((from) => !['electron', 'better-sqlite3'].includes(from))).toEqual([]);
  }
});

test('the bundled import worker imports', async () => {
  const folder = tempFolder();
  const feed = join(folder, 'feed.ndjson');
  const { header, records } = demoStoreFeed();
  writeFileSync(feed, [header, ...records].map((line) => JSON.stringify(line)).join('\n'));
  const migrations = readMigrations();
  const db = join(folder, 'kiosk.db');
  const worker = new Worker(join(bundles, 'catalog-worker.js'), {
    workerData: {
      work: 'import',
      db,
      feed,
      replace: false,
      allowShrink: false,
      migrations,
      cancellation: cancellationMemory(),
    },
  });
  const outcome = await new Promise((resolve, reject) => {
    worker.on('message', (message: { type: string; outcome: unknown }) => {
      if (message.type === 'done') resolve(message.outcome);
    });
    worker.on('error', reject);
  });
  expect(outcome).toMatchObject({ ok: true });
});

test('the bundled worker takes releases of head office', async () => {
  const db = join(tempFolder(), 'kiosk.db');
  const worker = new Worker(join(bundles, 'catalog-worker.js'), {
    workerData: { work: 'release', db, migrations: readMigrations() },
  });
  const answered = once(worker, 'message');
  const request: ReleaseRequest = { type: 'take', page: 'no page' };
  worker.postMessage(request);
  expect(await answered).toMatchObject([
    { type: 'take', result: { ok: false, error: { code: 'catalog.release_damaged' } } },
  ]);
  await once(worker, 'exit');
});
