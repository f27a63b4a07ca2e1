// `npm test`: every check of this repository, all of them even when one fails. Runs on Node 18 and
// later. The last line is the sum: `N passed, N failed`. Names as arguments run only those checks;
// `--full` runs the fault tests at full length.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { countExit, countPlaywright, countVitest, summaryLine } from './lib/reports.mjs';
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
  vitest('unit'),
  vitest('contract'),
  {
    name: 'build',
    run: [['vite/bin/vite.js', 'build', '--logLevel', 'warn'], ['../scripts/build-electron.ts']],
  },
  vitest('integration'),
  vitest('faults'),
  {
    name: 'e2e',
    run: [['@playwright/test/cli.js', 'test', '--reporter=list,json']],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json') },
    count: (status) => countPlaywright(join(reports, 'e2e.json'), status),
  },
];

function vitest(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: project,
    run: [['vitest/vitest.mjs', 'run', '--project', project, ...reporters]],
    count: (status) => countVitest(report, status),
  };
}

function main() {
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
    ...(args.includes('--full') ? { BLENDBAR_FAULTS: 'full' } : {}),
  };
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const total = missingTools();
  for (const check of checks) {
    if (names.length > 0 && !names.includes(check.name)) continue;
    const count = runCheck(node, check, env);
    for (const key of Object.keys(total)) total[key] += count[key];
  }
  console.log(`\n${summaryLine(total)}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

/** A missing tool only skips its tests, except where everything must run. */
function missingTools() {
  const missing = provideTools();
  if (missing.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  console.log(`Missing on this machine: ${missing.join(', ')}. Tests that need it are skipped.`);
  return { passed: 0, failed: process.env.CI === 'true' ? missing.length : 0, skipped: 0 };
}

function runCheck(node, check, env) {
  console.log(`\n== ${check.name} ${'='.repeat(Math.max(0, 60 - check.name.length))}`);
  const startedAt = Date.now();
  let status = 0;
  for (const [tool, ...args] of check.run) {
    const done = spawnSync(node, [join(root, 'node_modules', tool), ...args], {
      cwd: root,
      env: { ...env, ...check.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (done.error) console.error(done.error.message);
    status = status || (done.status ?? 1);
  }
  const count = check.count ? check.count(status) : countExit(status);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`-- ${check.name}: ${summaryLine(count)} (${seconds} s)`);
  return count;
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
}
