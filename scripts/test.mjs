// `npm test`: every check of this repository, all of them even when one fails. Runs on Node 18 and
// later. The last line is the sum: `N passed, N failed`. Names as arguments run only those checks;
// `--full` runs the fault tests at full length.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  countExit,
  countPlaywright,
  countVitest,
  failedInPlaywright,
  failedInVitest,
  summaryLine,
} from './lib/reports.mjs';
import { provideTools } from './lib/system-tools.mjs';
import { root, setUp } from './setup.mjs';

const reports = join(root, 'test-results', 'reports');

/** Command lines are relative to node_modules; `report` names the reader of the check's own count. */
const checks = [
  { name: 'format', run: [['@biomejs/biome/bin/biome', 'format', '.']] },
  { name: 'lint', run: [['@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.']] },
  {
    name: 'types',
    run: ['domain', 'node', 'renderer', 'browser-tests'].map((part) => [
      'typescript/bin/tsc',
      '-p',
      `tsconfig.${part}.json`,
    ]),
  },
  {
    name: 'boundaries',
    run: [
      [
        'dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'src',
        'db',
      ],
    ],
  },
  { name: 'dead', run: [['knip/bin/knip.js']] },
  {
    name: 'build',
    run: [
      ['vite/bin/vite.js', 'build', '--logLevel', 'warn'],
      ['../scripts/check-bundle.ts'],
      ['../scripts/build-electron.ts'],
    ],
  },
  vitest('unit'),
  vitest('contract'),
  vitest('integration'),
  vitest('faults'),
  {
    name: 'e2e',
    run: [['@playwright/test/cli.js', 'test', '--reporter=list,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'), BLENDBAR_E2E: 'share' },
    count: (status) => countPlaywright(join(reports, 'e2e.json'), status),
    failed: () => failedInPlaywright(join(reports, 'e2e.json')),
    // A browser and a backend wait for each other more than they compute.
    beside: true,
  },
];

function vitest(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: project,
    run: [['vitest/vitest.mjs', 'run', '--project', project, ...reporters]],
    count: (status) => countVitest(report, status),
    failed: () => failedInVitest(report),
  };
}

async function main() {
  const args = process.argv.slice(2);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no check "${unknown}"; there are: ${checks.map((c) => c.name).join(', ')}`,
    );
  }
  const node = setUp();
  // A fault test, a benchmark and a browser want the Node that runs them to be this one as well.
  const env = {
    ...process.env,
    PATH: [dirname(node), process.env.PATH].join(delimiter),
    // Tests start hundreds of programs of ours: what Node compiled for one is kept for the next.
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
    ...(args.includes('--full') ? { BLENDBAR_FAULTS: 'full' } : {}),
  };
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const missing = missingTools();
  const wanted = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  const done = await runAll(node, wanted, env);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of [missing, ...done.map((one) => one.count)]) {
    for (const key of Object.keys(total)) total[key] += count[key];
  }
  // Once more at the end, as a long run's beginning is often cut off.
  const failed = done.flatMap((one) => one.failed);
  if (failed.length > 0) console.log(`\nFailed:\n${failed.join('\n')}`);
  console.log(`\n${summaryLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** A line for each test that failed; for the check itself where no test of it can be named. */
function namesOfFailed({ name, failed }, count) {
  if (count.failed === 0) return [];
  const named = failed?.() ?? [];
  return (named.length > 0 ? named : ['failed']).map((line) => `  ${name}: ${line}`);
}

/**
 * One check after the other; those that go beside the others begin when the build is there, and what
 * they print comes when they are done.
 */
async function runAll(node, wanted, env) {
  const finished = [];
  let beside = [];
  const begin = () => {
    beside = wanted.filter((check) => check.beside).map((check) => runCheck(node, check, env));
  };
  if (!wanted.some(({ name }) => name === 'build')) begin();
  for (const check of wanted.filter((one) => !one.beside)) {
    const done = await runCheck(node, check, env);
    console.log(done.text);
    finished.push(done);
    if (check.name === 'build') begin();
  }
  for (const done of await Promise.all(beside)) {
    console.log(done.text);
    finished.push(done);
  }
  return finished;
}

/** A missing tool only skips its tests, except where everything must run. */
function missingTools() {
  const missing = provideTools();
  if (missing.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  console.log(`Missing on this machine: ${missing.join(', ')}. Tests that need it are skipped.`);
  return { passed: 0, failed: process.env.CI === 'true' ? missing.length : 0, skipped: 0 };
}

/** What a check counted, what failed in it, and the text that is still to be printed about it. */
async function runCheck(node, check, env) {
  const title = `\n== ${check.name} ${'='.repeat(Math.max(0, 60 - check.name.length))}`;
  if (!check.beside) console.log(title);
  const startedAt = Date.now();
  const printed = check.beside ? [title] : [];
  let status = 0;
  for (const [tool, ...args] of check.run) {
    const command = [join(root, 'node_modules', tool), ...args];
    const done = await run(node, command, { ...env, ...check.env }, check.beside === true);
    printed.push(done.text);
    status = status || done.status;
  }
  const count = check.count ? check.count(status) : countExit(status);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  printed.push(`-- ${check.name}: ${summaryLine(count)} (${seconds} s)`);
  const text = printed.filter((part) => part !== '').join('\n');
  return { count, text, failed: namesOfFailed(check, count) };
}

/** Runs to the end; what is printed goes out at once, or comes back as `text`. */
function run(node, command, env, isQuiet) {
  return new Promise((resolve) => {
    const output = isQuiet ? 'pipe' : 'inherit';
    const child = spawn(node, command, { cwd: root, env, stdio: ['ignore', output, output] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => chunks.push(chunk));
    }
    const end = (status) => {
      resolve({ status, text: Buffer.concat(chunks).toString().trimEnd() });
    };
    child.once('error', (error) => {
      console.error(error.message);
      end(1);
    });
    child.once('close', (status) => end(status ?? 1));
  });
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
});
