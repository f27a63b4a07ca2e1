import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a window can be shown here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const wellKnown = {
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
};
const names = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];

/** A Chromium-like browser of this machine, or `null`. */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [...(wellKnown[process.platform] ?? []), ...onPath];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** Opens `url` in a window of its own with a profile of its own; a failure is no error. */
export function openWindow(browser, url, { profile, kiosk }) {
  const args = [`--app=${url}`, `--user-data-dir=${profile}`, '--no-first-run'];
  if (kiosk) args.push('--kiosk');
  const child = spawn(browser, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
