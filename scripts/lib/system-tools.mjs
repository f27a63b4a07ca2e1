import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './browser.mjs';

const onLinux = process.platform === 'linux';

/** What tests need from the system, and the Debian package that brings it. */
const tools = [
  { name: 'a Chromium browser', package: 'chromium', present: () => findBrowser() !== null },
  { name: 'socat', package: 'socat', present: () => !onLinux || isOnPath('socat') },
  { name: 'xvfb-run', package: 'xvfb', present: () => !onLinux || isOnPath('xvfb-run') },
];

/** Installs what is missing where that can be done without asking; answers what is still missing. */
export function provideTools() {
  const missing = tools.filter((tool) => !tool.present());
  if (missing.length > 0 && canInstall()) {
    const packages = missing.map((tool) => tool.package);
    console.log(`Installing ${packages.join(', ')} …`);
    apt(['update']);
    apt(['install', '-y', '--no-install-recommends', ...packages]);
  }
  return tools.filter((tool) => !tool.present()).map((tool) => tool.name);
}

function canInstall() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0 && isOnPath('apt-get');
}

function apt(args) {
  spawnSync('apt-get', args, {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function isOnPath(name) {
  return spawnSync('which', [name], { stdio: 'ignore' }).status === 0;
}
