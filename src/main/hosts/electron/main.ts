import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { app, dialog, Menu, session } from 'electron';
import { readMigrations } from '../../storage/migrations-folder.ts';
import { runKiosk } from '../compose.ts';
import { provideDemoStore } from '../demo-store.ts';
import { fileLogger } from '../file-logger.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { answerRequests, forwardEvents } from './ipc-adapter.ts';
import { createKioskWindow } from './kiosk-window.ts';
import { lockNavigation, lockSession } from './lock-down.ts';
import { osSecretBox } from './os-secret-box.ts';
import { keepRendererAlive } from './renderer-watch.ts';

/** The product: the kiosk in a locked-down Electron window. */

const wellAfterSeconds = 60;

const { values: args } = parseArgs({
  args: process.argv.slice(1),
  options: {
    db: { type: 'string' },
    demo: { type: 'boolean', default: false },
    kiosk: { type: 'boolean', default: app.isPackaged },
  },
  // Chromium's own switches come along, and are not ours to judge.
  strict: false,
});
const file = resolve(
  typeof args.db === 'string' ? args.db : join(app.getPath('userData'), 'kiosk.db'),
);
const logger = fileLogger(join(file, '..', 'kiosk.log'));

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

declareAppScheme();
lockNavigation(app);
Menu.setApplicationMenu(null);

if (app.requestSingleInstanceLock()) app.whenReady().then(main).catch(fail);
else app.quit();

async function main(): Promise<void> {
  const appDir = app.getAppPath();
  const migrations = readMigrations(pathToFileURL(join(appDir, 'db/kiosk/migrations/')));
  if (args.demo === true) await provideDemoStore(file, logger, migrations);
  const secretBox = await osSecretBox(`${file}.key`);
  const running = await runKiosk({
    file,
    logger,
    migrations,
    validateOutput: !app.isPackaged,
    ...(secretBox === null ? {} : { secretBox }),
  });
  if (!running.ok) throw new Error(running.error.message);
  const { kiosk, close } = running.value;

  // A session in memory: nothing of a shopper outlives the process.
  const memory = session.fromPartition('kiosk');
  const devTools = !app.isPackaged;
  lockSession(memory, { devTools });
  serveApp(memory, join(appDir, 'dist/renderer'));
  answerRequests(kiosk.route, logger);

  const window = createKioskWindow({
    session: memory,
    preloadFile: join(appDir, 'dist/electron/preload.cjs'),
    kiosk: args.kiosk === true,
    devTools,
  });
  const stopEvents = forwardEvents(kiosk, window.webContents);
  keepRendererAlive(window, logger);

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  window.on('closed', stopEvents);
  app.on('window-all-closed', () => {
    close()
      .catch((error: unknown) =>
        logger.error('The kiosk did not end well', { error: String(error) }),
      )
      .finally(() => app.exit(0));
  });
}

/**
 * Whatever ends the main process is logged. What ran well for a while is started again; what fails
 * at its start would fail again, and needs a person who reads why.
 */
function fail(error: unknown): void {
  logger.error('The main process failed', {
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  if (process.uptime() > wellAfterSeconds) {
    app.relaunch();
    app.exit(1);
    return;
  }
  dialog.showErrorBox(
    'Blendbar cannot go on',
    error instanceof Error ? error.message : 'Something unexpected happened.',
  );
  app.exit(1);
}
