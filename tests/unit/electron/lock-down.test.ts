import type { App, Session } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { createKioskWindow } from '#main/hosts/electron/kiosk-window.ts';
import { lockNavigation, lockSession } from '#main/hosts/electron/lock-down.ts';
import * as electron from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(() => electron.resetElectron());

const session = () => electron.session.fromPartition('kiosk');
// The doubles stand in for Electron's own classes, of which they have the used part.
const asApp = () => electron.app as unknown as App;
const asSession = () => session() as unknown as Session;

function openWindow(devTools = false) {
  createKioskWindow({ session: asSession(), preloadFile: '/p/preload.cjs', kiosk: true, devTools });
  const [window] = electron.BrowserWindow.all;
  if (window === undefined) throw new Error('no window was opened');
  return window;
}

test('HST-40 the window is a sandboxed kiosk without Node', () => {
  const { options } = openWindow();
  expect(options).toMatchObject({ kiosk: true, show: false });
  expect(options.webPreferences).toEqual({
    session: session(),
    preload: '/p/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

test('HST-40 the window is shown when there is something to see', () => {
  const window = openWindow();
  expect(window.show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  expect(window.show).toHaveBeenCalledOnce();
});

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
  'HST-42 %s is prevented in every web contents',
  (name) => {
    lockNavigation(asApp());
    const contents = new electron.WebContentsDouble();
    electron.app.emit('web-contents-created', {}, contents);
    const event = { preventDefault: vi.fn() };
    contents.emit(name, event, 'app://blendbar/other.html');
    expect(event.preventDefault).toHaveBeenCalledOnce();
  },
);

test('HST-42 no window can be opened', () => {
  lockNavigation(asApp());
  const { webContents } = openWindow();
  expect(webContents.windowOpen?.({ url: 'app://blendbar/' })).toEqual({ action: 'deny' });
});

test.each(['media', 'geolocation', 'notifications', 'fullscreen', 'serial', 'clipboard-read'])(
  'HST-43 the permission %s is denied, asked or checked',
  (permission) => {
    lockSession(asSession(), { devTools: false });
    const answer = vi.fn();
    session().permissionRequest?.(null, permission, answer);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(session().permissionCheck?.(null, permission)).toBe(false);
    expect(session().devicePermission?.({ deviceType: permission })).toBe(false);
  },
);

test('HST-44 downloads are prevented', () => {
  lockSession(asSession(), { devTools: false });
  const event = { preventDefault: vi.fn() };
  session().emit('will-download', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
});

test.each([
  ['app://blendbar/index.html', false],
  ['https://blendbar.example/', true],
  ['http://127.0.0.1:80/', true],
  ['ws://127.0.0.1/', true],
  ['file:///etc/passwd', true],
  ['devtools://devtools/bundled/inspector.html', true],
  ['not a url', true],
])('HST-44 a request for %s is cancelled: %s', (url, cancel) => {
  lockSession(asSession(), { devTools: false });
  const answer = vi.fn();
  session().beforeRequest?.({ url }, answer);
  expect(answer).toHaveBeenCalledExactlyOnceWith({ cancel });
});
