import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { toolFolder, unpackTool } from './unpacked-tools.mjs';

const onLinux = process.platform === 'linux';

/** What tests need from the system, and the Debian package that brings it. */
const tools = [
  { name: 'a Chromium browser', package: 'chromium', present: () => findBrowser() !== null },
  {
    // The same without windows of its own: tests run in it where it is to be had, in less time.
    name: 'a headless Chromium',
    package: 'chromium-headless-shell',
    present: () => !onLinux || isOnPath('chromium-headless-shell'),
    isOptional: true,
  },
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
    // One by one: what a release of Debian does not have keeps nothing else out.
    for (const name of packages) apt(['install', '-y', '--no-install-recommends', name]);
    for (const tool of missing.filter(({ file }) => file !== undefined)) unpackTool(tool);
  }
  const isMissing = ({ present, isOptional = false }) => !isOptional && !present();
  return tools.filter(isMissing).map((tool) => tool.name);
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
