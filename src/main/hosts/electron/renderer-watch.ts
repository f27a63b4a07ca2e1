import type { BrowserWindow } from 'electron';
import type { Logger } from '../../core/ports/logger.ts';
import { appOrigin } from './renderer-files.ts';

const firstWaitMs = 4000;
const longestWaitMs = 60_000;
/** A page that ran this long was well: the next fall begins with the short wait again. */
const wellAfterMs = 5 * 60_000;

const startPage = `${appOrigin}/`;
const pausePage = `${appOrigin}/pause.html`;

/**
 * Loads the renderer and keeps it alive: when its process dies or hangs, that is logged, a calm
 * page is shown, and the renderer is loaded again after a wait that doubles while it keeps falling.
 */
export function keepRendererAlive(window: BrowserWindow, logger: Logger): void {
  let waitMs = firstWaitMs;
  let reload: NodeJS.Timeout | null = null;
  let well: NodeJS.Timeout | null = null;

  function load(): void {
    reload = null;
    well = setTimeout(() => {
      waitMs = firstWaitMs;
    }, wellAfterMs);
    show(startPage);
  }

  function show(url: string): void {
    window.loadURL(url).catch((error: unknown) => {
      logger.error('A page could not be loaded', { url, error: String(error) });
      if (url === startPage) pause();
    });
  }

  function pause(): void {
    if (reload !== null || window.isDestroyed()) return;
    if (well !== null) clearTimeout(well);
    show(pausePage);
    reload = setTimeout(load, waitMs);
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logger.error('The renderer died', { reason, exitCode });
    pause();
  });
  window.on('unresponsive', () => {
    logger.error('The renderer hangs');
    // A hanging process answers nothing; its end is what `render-process-gone` then tells.
    window.webContents.forcefullyCrashRenderer();
  });
  window.on('closed', () => {
    if (reload !== null) clearTimeout(reload);
    if (well !== null) clearTimeout(well);
  });
  load();
}
