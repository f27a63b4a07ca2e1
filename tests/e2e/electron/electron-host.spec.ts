import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  expect,
  type Page,
} from '@playwright/test';
import type {} from '../../../src/renderer/client/connect-kiosk.ts';

const root = join(import.meta.dirname, '../../..');
const binary = electronBinary();

/** Electron itself, where `node node_modules/electron/install.js` could fetch it. */
function electronBinary(): string | null {
  const home = join(root, 'node_modules/electron');
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const file = join(home, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(file) ? file : null;
}

function launch(executablePath: string, folder: string): Promise<ElectronApplication> {
  return electron.launch({
    executablePath,
    args: [root, '--db', join(folder, 'kiosk.db'), '--demo'],
    timeout: 90_000,
  });
}

const test = base.extend<{ folder: string; kiosk: ElectronApplication; kioskPage: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'blendbar-electron-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  kiosk: async ({ folder }, use) => {
    const kiosk = await launch(binary ?? '', folder);
    await use(kiosk);
    await kiosk.close();
  },
  kioskPage: async ({ kiosk }, use) => {
    await use(await kiosk.firstWindow());
  },
});

const reason =
  'Electron’s binary is not installed: node node_modules/electron/install.js fetches it';
if (binary === null && process.env.CI_ELECTRON !== 'true') {
  process.stdout.write(`Electron suite skipped. ${reason}\n`);
}
test.skip(() => binary === null && process.env.CI_ELECTRON !== 'true', reason);

test('HST-41 HST-45 the page comes from app: and reaches the kiosk', async ({ kioskPage }) => {
  await expect(kioskPage.getByRole('heading', { level: 1 })).toBeVisible();
  expect(kioskPage.url()).toMatch(/^app:\/\/blendbar\//);
  const answer = await kioskPage.evaluate(() => window.blendbar?.invoke('kiosk.info', {}));
  expect(answer).toMatchObject({ ok: true, value: { bench: true } });
});

test('HST-40 HST-46 the page has the bridge and nothing of Node', async ({ kioskPage }) => {
  const found = await kioskPage.evaluate(() => ({
    bridge: Object.keys(window.blendbar ?? {}),
    leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
  }));
  expect(found).toEqual({ bridge: ['invoke', 'subscribe'], leaks: [] });
});

test('HST-42 HST-44 the page cannot leave, open windows or reach the network', async ({
  kiosk,
  kioskPage,
}) => {
  const before = kioskPage.url();
  const tried = await kioskPage.evaluate(async () => {
    const opened = window.open('https://blendbar.example/');
    location.assign('https://blendbar.example/');
    const fetched = await fetch('https://blendbar.example/').then(
      () => 'sent',
      () => 'refused',
    );
    return { opened: opened !== null, fetched };
  });
  expect(tried).toEqual({ opened: false, fetched: 'refused' });
  expect(kioskPage.url()).toBe(before);
  expect(kiosk.windows()).toHaveLength(1);
});

test('HST-43 the page gets no permission', async ({ kioskPage }) => {
  const states = await kioskPage.evaluate(async () => {
    const notification = await Notification.requestPermission();
    const { state } = await navigator.permissions.query({ name: 'geolocation' });
    return { notification, geolocation: state };
  });
  expect(states).toEqual({ notification: 'denied', geolocation: 'denied' });
});

test('HST-48 a dead renderer is logged and comes back', async ({ kiosk, kioskPage, folder }) => {
  await expect(kioskPage.getByRole('heading', { level: 1 })).toBeVisible();
  await kiosk.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  const url = () =>
    kiosk.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  await expect.poll(url, { timeout: 10_000 }).toBe('app://blendbar/pause.html');
  await expect.poll(url, { timeout: 20_000 }).toMatch(/^app:\/\/blendbar\/(#.*)?$/);
  expect(await readFile(join(folder, 'kiosk.log'), 'utf8')).toContain('The renderer died');
});
