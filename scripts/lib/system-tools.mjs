import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { toolFolder, unpackTool } from './unpacked-tools.mjs';

const onLinux = process.platform === 'linux';

/** What tests need from the system, and the Debian package that brings it. */
const tools = [
  { name: 'a Chromium browser', package: 'chromium', present: () => findBrowser() !== null },
  { name: 'socat', package: 'socat', present: () => !onLinux || isOnPath('socat') },
  { name: 'xvfb-run', package: 'xvfb', present: () => !onLinux || isOnPath('xvfb-run') },
  unpacked('nats-server', 'nats-server', 'usr/sbin/nats-server'),
  unpacked('promtool', 'prometheus', 'usr/bin/promtool'),
];

/** A single program of a package that would start a service. */
function unpacked(name, debian, file) {
  const present = () =>
    !onLinux || isOnPath(name) || existsSync(`/${file}`) || existsSync(join(toolFolder, name));
  return { name, package: debian, file, present };
}

/** Installs what is missing where that can be done without asking; answers what is still missing. */
export function provideTools() {
  const missing = tools.filter((tool) => !tool.present());
  if (missing.length > 0 && canInstall()) {
    console.log(`Fetching ${missing.map((tool) => tool.name).join(', ')} …`);
    apt(['update']);
    const packages = missing.filter(({ file }) => file === undefined).map((tool) => tool.package);
    if (packages.length > 0) apt(['install', '-y', '--no-install-recommends', ...packages]);
    for (const tool of missing.filter(({ file }) => file !== undefined)) unpackTool(tool);
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
