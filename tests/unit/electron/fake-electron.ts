import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/**
 * Stands in for the `electron` module: keeps what the host asked for, so that a test can look at
 * it, and lets a test play the events that Electron would send.
 */

type Handler = (...args: unknown[]) => unknown;

class FakeSession extends EventEmitter {
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>();
  permissionRequest: Handler | null = null;
  permissionCheck: Handler | null = null;
  devicePermission: Handler | null = null;
  beforeRequest: Handler | null = null;

  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
      this.schemes.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (handler: Handler) => {
      this.beforeRequest = handler;
    },
  };

  setPermissionRequestHandler(handler: Handler) {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Handler) {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Handler) {
    this.devicePermission = handler;
  }
}

class FakeWebContents extends EventEmitter {
  readonly sent: unknown[][] = [];
  readonly mainFrame = { url: 'app://blendbar/' };
  windowOpen: Handler | null = null;
  destroyed = false;
  readonly forcefullyCrashRenderer = vi.fn();

  send(...args: unknown[]) {
    this.sent.push(args);
  }
  isDestroyed() {
    return this.destroyed;
  }
  setWindowOpenHandler(handler: Handler) {
    this.windowOpen = handler;
  }
}

class FakeBrowserWindow extends EventEmitter {
  static readonly all: FakeBrowserWindow[] = [];
  readonly webContents = new FakeWebContents();
  readonly loaded: string[] = [];
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  destroyed = false;
  /** What the next `loadURL` does. */
  load: () => Promise<void> = () => Promise.resolve();
  readonly options: { readonly [key: string]: unknown };

  constructor(options: { readonly [key: string]: unknown }) {
    super();
    this.options = options;
    FakeBrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string) {
    this.loaded.push(url);
    return this.load();
  }
  isDestroyed() {
    return this.destroyed;
  }
  isMinimized() {
    return false;
  }
}

class FakeApp extends EventEmitter {
  isPackaged = false;
  hasLock = true;
  appPath = '/fake/app';
  readonly quit = vi.fn();
  readonly exit = vi.fn();
  readonly relaunch = vi.fn();
  getPath(name: string) {
    return `/fake/${name}`;
  }
  getAppPath() {
    return this.appPath;
  }
  requestSingleInstanceLock() {
    return this.hasLock;
  }
  whenReady() {
    return Promise.resolve();
  }
}

class FakeIpcMain {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler) {
    if (this.handlers.has(channel)) throw new Error(`${channel} has a handler already`);
    this.handlers.set(channel, handler);
  }
}

class FakeIpcRenderer extends EventEmitter {
  readonly invoke = vi.fn(async (..._args: unknown[]): Promise<unknown> => undefined);
}

export const app = new FakeApp();
export const ipcMain = new FakeIpcMain();
export const ipcRenderer = new FakeIpcRenderer();
export const BrowserWindow = FakeBrowserWindow;
export const protocol = { registerSchemesAsPrivileged: vi.fn() };
export const dialog = { showErrorBox: vi.fn() };
export const Menu = { setApplicationMenu: vi.fn() };
export const exposed = new Map<string, unknown>();
export const contextBridge = {
  exposeInMainWorld: (name: string, value: unknown) => {
    exposed.set(name, value);
  },
};

const sessions = new Map<string, FakeSession>();
export const session = {
  fromPartition(name: string) {
    const known = sessions.get(name) ?? new FakeSession();
    sessions.set(name, known);
    return known;
  },
};

export type { FakeBrowserWindow, FakeIpcMain, FakeSession, FakeWebContents };
export { FakeWebContents as WebContentsDouble };

/** Forgets everything, between tests. */
export function resetElectron(): void {
  app.removeAllListeners();
  app.hasLock = true;
  app.isPackaged = false;
  app.quit.mockClear();
  app.exit.mockClear();
  app.relaunch.mockClear();
  ipcMain.handlers.clear();
  ipcRenderer.removeAllListeners();
  sessions.clear();
  exposed.clear();
  FakeBrowserWindow.all.length = 0;
  protocol.registerSchemesAsPrivileged.mockClear();
  dialog.showErrorBox.mockClear();
}

/** Seals by turning the text round; `available: false` is a system without a store. */
export const safeStorage = {
  available: true,
  backend: 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => safeStorage.available,
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptStringAsync: async (text: string) => Buffer.from([...text].reverse().join('')),
  decryptStringAsync: async (sealed: Buffer) => ({
    shouldReEncrypt: false,
    result: [...sealed.toString()].reverse().join(''),
  }),
};
