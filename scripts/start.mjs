// `npm start`: from a fresh clone to a running kiosk with the demo store. Runs on Node 18 and later.
import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser, hasDisplay, openWindow } from './lib/browser.mjs';
import { electronBinary, fetchElectron } from './lib/electron-binary.mjs';
import { isStale } from './lib/freshness.mjs';
import { startHeadOffice } from './lib/head-office.mjs';
import { root, setUp } from './setup.mjs';

const usage = `npm start [-- --kiosk] [--no-open] [--no-central] [--port N] [--db FILE] [--data DIR]

  --kiosk    fill the screen
  --no-open  open no browser window, print the address only
  --no-central  start no head office: the kiosk sells by itself
  --port N   port of the web host (default: a free one)
  --db FILE  the kiosk's store (default: one filled with the demo store)
  --data DIR where the demo keeps its store and its head office (default: var)

BLENDBAR_HOST=electron|web chooses the host; by default Electron where its binary can be had.`;

function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(usage);
    return;
  }
  const node = setUp();
  const electron = chooseElectron(node);
  buildWhatIsStale(node, electron !== null);
  const { data, own } = demoFolder(args.filter((arg) => arg !== '--no-central'));
  const demoDb = join(data, 'demo/kiosk.db');
  const hostArgs = own.includes('--db') ? own : ['--db', demoDb, '--demo', ...own];
  const child = electron === null ? startWeb(node, hostArgs) : startElectron(electron, hostArgs);
  // With a store of one's own the demo's head office has nothing to do.
  const isDemo = !args.includes('--no-central') && !args.includes('--db');
  handOver(child, isDemo ? startHeadOffice(root, node, demoDb, join(data, 'central')) : null);
}

/** Takes `--data DIR` out of the arguments. */
function demoFolder(args) {
  const at = args.indexOf('--data');
  if (at < 0) return { data: join(root, 'var'), own: args };
  const folder = args[at + 1];
  if (folder === undefined || folder.startsWith('--')) throw new Error('--data needs a folder.');
  return {
    data: resolve(folder),
    own: args.filter((_, index) => index !== at && index !== at + 1),
  };
}

/** Electron's binary when that host is to be used, else `null`. */
function chooseElectron(node) {
  const wanted = process.env.BLENDBAR_HOST;
  if (wanted === 'web') return null;
  if (wanted !== undefined && wanted !== 'electron') {
    throw new Error(`BLENDBAR_HOST is "${wanted}"; it can be "electron" or "web".`);
  }
  const binary = hasDisplay() ? fetchElectron(root, node) : electronBinary(root);
  if (wanted === 'electron' && binary === null) {
    throw new Error('Electron could not be fetched here; BLENDBAR_HOST=web runs in a browser.');
  }
  return wanted === 'electron' || hasDisplay() ? binary : null;
}

function buildWhatIsStale(node, withElectron) {
  const shared = ['src/shared', 'package-lock.json'].map((path) => join(root, path));
  const renderer = [...shared, join(root, 'src/renderer'), join(root, 'vite.config.ts')];
  if (isStale(join(root, 'dist/renderer/index.html'), renderer)) {
    console.log('Building the screens …');
    run(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
  }
  const main = [...shared, join(root, 'src/main'), join(root, 'src/preload'), join(root, 'db')];
  if (withElectron && isStale(join(root, 'dist/electron/main.js'), main)) {
    console.log('Building the Electron host …');
    run(node, [join(root, 'scripts/build-electron.ts')]);
  }
}

function run(command, args) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('The build failed; see above.');
}

function startElectron(binary, args) {
  const own = args.filter((arg) => arg !== '--no-open');
  return spawn(binary, [root, ...own], { cwd: root, stdio: 'inherit' });
}

function startWeb(node, args) {
  const own = args.filter((arg) => arg !== '--no-open' && arg !== '--kiosk');
  const child = spawn(node, [join(root, 'src/main/hosts/web/main.ts'), ...own], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = args.includes('--no-open') || !hasDisplay() ? null : findBrowser();
  let opened = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    const url = /http:\S+/.exec(line)?.[0];
    if (browser === null || url === undefined || opened) return;
    opened = true;
    openWindow(browser, url, {
      profile: join(root, 'var/browser'),
      kiosk: args.includes('--kiosk'),
    });
  });
  return child;
}

/** Ends with the host, and lets it end in its own time when this process is asked to; then head office. */
function handOver(child, headOffice) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error));
  child.on('exit', async (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 0);
    await headOffice?.stop();
  });
}

function fail(error) {
  console.error(error.message);
  process.exitCode = 1;
}

try {
  main();
} catch (error) {
  fail(error);
}
