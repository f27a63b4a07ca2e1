import { BrowserWindow, type Session } from 'electron';

export interface WindowOptions {
  readonly session: Session;
  readonly preloadFile: string;
  /** Fills the screen and cannot be left; off while developing. */
  readonly kiosk: boolean;
  readonly devTools: boolean;
}

export function createKioskWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1080,
    height: 1920,
    kiosk: options.kiosk,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f7f2ea',
    title: 'Blendbar',
    webPreferences: {
      session: options.session,
      preload: options.preloadFile,
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
      devTools: options.devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}
