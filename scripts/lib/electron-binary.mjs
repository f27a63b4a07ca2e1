import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const tryForMs = 120_000;
const tryAgainAfterMs = 24 * 60 * 60 * 1000;

/** Path of Electron's binary, or `null` when it is not installed. */
export function electronBinary(root) {
  const home = join(root, 'node_modules', 'electron');
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(home, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/**
 * Downloads Electron's binary when it is not there. A failure is remembered for a day, so that a
 * machine without access to it starts at once the next time.
 */
export function fetchElectron(root, node) {
  const present = electronBinary(root);
  if (present !== null) return present;
  const failed = join(root, 'var', 'electron-download-failed');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < tryAgainAfterMs) return null;

  console.log('Fetching Electron …');
  const fetched = spawnSync(node, [join(root, 'node_modules', 'electron', 'install.js')], {
    stdio: 'ignore',
    timeout: tryForMs,
  });
  if (fetched.status === 0) {
    rmSync(failed, { force: true });
    return electronBinary(root);
  }
  mkdirSync(join(root, 'var'), { recursive: true });
  writeFileSync(failed, 'Delete this file to try the download again.\n');
  return null;
}
