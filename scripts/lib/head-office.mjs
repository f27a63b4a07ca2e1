import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const wantedPort = 4610;
const kioskReadyMs = 60_000;

/**
 * Starts the central backend of the demo on its embedded PostgreSQL, gives it the demo catalog, and enrols
 * the kiosk that is being started; what it keeps is in `dataDir`. A head office that does not come up is told
 * and keeps no kiosk from selling.
 */
export function startHeadOffice(root, node, db, dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const logFile = join(dataDir, 'central.log');
  const log = openSync(logFile, 'a');
  const feed = join(dataDir, 'demo-feed.ndjson');
  const surveys = join(dataDir, 'demo-surveys.json');
  const env = { ...process.env, CENTRAL_DATA: process.env.CENTRAL_DATA ?? dataDir };
  const central = (...args) => run(node, [join(root, 'src/central/cli/main.ts'), ...args], { env });
  const kiosk = (...args) => run(node, [join(root, 'src/main/cli/main.ts'), ...args, '--db', db]);
  let child = null;

  async function begin() {
    const port = env.CENTRAL_PORT ?? String(await freePort(wantedPort));
    child = spawn(node, [join(root, 'src/central/cli/main.ts'), 'serve'], {
      cwd: root,
      env: { ...env, CENTRAL_PORT: port },
      stdio: ['ignore', 'pipe', log],
    });
    const url = await addressOf(child);
    console.log(`Head office is running: ${url} (its API is described at ${url}/docs)`);
    await provideCatalog();
    await provideSurveys();
    await enrol(url);
  }

  async function provideCatalog() {
    await run(node, [join(root, 'scripts/write-demo-feed.ts'), feed]);
    const { stdout } = await central('catalog', 'list', '--json');
    if (stdout.trim() === '') await central('import', feed, '--publish');
  }

  async function provideSurveys() {
    const { stdout } = await central('surveys', 'list', '--json');
    if (stdout.trim() !== '') return;
    await run(node, [join(root, 'scripts/write-demo-surveys.ts'), surveys]);
    await central('surveys', 'live', surveys);
  }

  async function enrol(url) {
    const status = await kioskStatus();
    if (status.central?.url === url && status.state !== 'refused') return;
    const store = storeOfDemo();
    const { stdout: code } = await central('enrol-code', '--store', store, '--name', 'Demo kiosk');
    // It may have been on another port before.
    await kiosk('enrol', code.trim(), '--central', url, '--move');
    console.log(
      `The kiosk is enrolled in ${store}. A key for the API: npm run -s central -- key --help`,
    );
  }

  /** The demo has one store. */
  function storeOfDemo() {
    const records = readFileSync(feed, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return records.find(({ kind }) => kind === 'store').id;
  }

  /** The store is there as soon as the kiosk has seeded it. */
  async function kioskStatus() {
    const deadline = Date.now() + kioskReadyMs;
    for (;;) {
      if (existsSync(db)) {
        try {
          return JSON.parse((await kiosk('sync', 'status', '--json')).stdout);
        } catch (error) {
          if (Date.now() > deadline) throw error;
        }
      }
      await pause(500);
    }
  }

  const begun = begin().catch((error) => {
    const reason = String(error.stderr ?? error.message)
      .trim()
      .split('\n')
      .at(-1);
    console.error(
      `Head office is not there: ${reason}. The kiosk sells without it. See ${logFile}`,
    );
  });
  return {
    async stop() {
      if (child === null || child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
    begun,
  };
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /running: (https?:\S+)/.exec(line)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`it ended with exit code ${code}`)));
  });
}

/** The wanted port, or any other when somebody has it. */
function freePort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => freePort(0).then(resolve));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
