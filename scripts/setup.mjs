// Installs what package-lock.json names, when it is not installed yet, and the Node that everything
// else runs on. Itself runs on Node 18 and later, before there are any dependencies.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';
const modules = join(root, 'node_modules');
const nodeVersion = readJson(join(root, 'package.json')).devDependencies.node;

const shippedNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');
/** What `node` means in npm's scripts. */
const nodeCommand = join(modules, '.bin', isWindows ? 'node.cmd' : 'node');

/** Makes the project ready to run and answers the Node to run it with; throws one clear line when it cannot. */
export function setUp() {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    throw new Error(`Node 18 or later is needed to begin with; this is ${process.version}.`);
  }
  if (isInstalled() && isRightNode(shippedNode) && existsSync(nodeCommand)) return shippedNode;

  const node = fetchNode();
  if (!isInstalled()) {
    console.log('Installing dependencies …');
    npm(node, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  if (!isRightNode(shippedNode)) placeNode(node);
  nameNode();
  return shippedNode;
}

/** Whether every package of the lockfile that this machine needs is there, in its version. */
function isInstalled() {
  const hidden = join(modules, '.package-lock.json'); // npm writes it last
  if (!existsSync(hidden)) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const present = readJson(hidden).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

/**
 * The Node of this project: this one, or the npm package that carries its binary. npm itself must
 * run on it, because an older Node makes npm leave out optional packages that are for newer ones.
 */
function fetchNode() {
  if (isRightNode(process.execPath)) return process.execPath;
  const home = join(root, 'var', 'node');
  const name = nodePackage();
  const node = join(home, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  if (!isRightNode(node)) {
    console.log(`Fetching Node ${nodeVersion} …`);
    mkdirSync(home, { recursive: true });
    const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
    npm(process.execPath, ['install', '--prefix', home, ...quiet, `${name}@${nodeVersion}`]);
  }
  if (isRightNode(node)) return node;
  throw new Error(`Node ${nodeVersion} does not run here; install it by hand and try again.`);
}

function nodePackage() {
  const { platform, arch } = process;
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${isWindows ? 'win' : platform}-${arch}`;
}

function placeNode(node) {
  mkdirSync(dirname(shippedNode), { recursive: true });
  rmSync(shippedNode, { force: true });
  try {
    linkSync(node, shippedNode);
  } catch {
    // Another file system: a copy does as well.
    copyFileSync(node, shippedNode);
    chmodSync(shippedNode, 0o755);
  }
}

/** npm made no command for a binary that was not there yet when it installed. */
function nameNode() {
  if (existsSync(nodeCommand)) return;
  if (isWindows) writeFileSync(nodeCommand, '@"%~dp0..\\node\\bin\\node.exe" %*\r\n');
  else symlinkSync('../node/bin/node', nodeCommand);
}

function isRightNode(node) {
  if (!existsSync(node)) return false;
  const said = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return said.status === 0 && said.stdout.trim() === `v${nodeVersion}`;
}

/** Runs npm on `node`; what it lists is not worth reading, its errors are. */
function npm(node, args) {
  const cli = process.env.npm_execpath; // set when npm started this script
  const known = cli?.endsWith('.js') === true && existsSync(cli);
  const command = known ? [node, cli] : [isWindows ? 'npm.cmd' : 'npm'];
  const done = spawnSync(command[0], [...command.slice(1), ...args], {
    cwd: root,
    env: npmEnvironment(node),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: !known && isWindows,
  });
  if (done.status !== 0) throw new Error(`npm ${args[0]} failed; see its words above.`);
}

/** Without what an outer `npm start` or `npm test` tells its children about itself. */
function npmEnvironment(node) {
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  for (const name of Object.keys(env)) {
    if (/^npm_(config_(local_|global_)?prefix|package_|lifecycle_|command)/i.test(name)) {
      delete env[name];
    }
  }
  return { ...env, PATH: [dirname(node), process.env.PATH].join(delimiter) };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    setUp();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
