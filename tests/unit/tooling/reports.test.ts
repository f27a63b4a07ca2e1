import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { tempFolder } from '../../helpers/temp-folder.ts';

const module = pathToFileURL(join(import.meta.dirname, '../../../scripts/lib/reports.mjs')).href;

/** Evaluates an expression over the functions of scripts/lib/reports.mjs. */
function evaluate(expression: string): unknown {
  const code = `import * as r from ${JSON.stringify(module)}; console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function report(content: unknown): string {
  const file = join(tempFolder(), 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return JSON.stringify(file);
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

test.each([
  [{ passed: 3, failed: 0, skipped: 0 }, '3 passed, 0 failed'],
  [{ passed: 3, failed: 1, skipped: 2 }, '3 passed, 1 failed, 2 skipped'],
])('the sum of %j reads %j', (count, line) => {
  expect(evaluate(`r.summaryLine(${JSON.stringify(count)})`)).toBe(line);
});

test('a run that failed without a failed test counts as a failure', () => {
  const file = report(vitest);
  expect(evaluate(`r.countVitest(${file}, 0)`)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  expect(evaluate(`r.countVitest(${file}, 1)`)).toEqual({ passed: 5, failed: 1, skipped: 1 });
});

test.each(['{ broken', ''])('a report that is %j counts as a failure', (content) => {
  const file = report(content);
  expect(evaluate(`r.countVitest(${file}, 0)`)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a missing report counts as a failure, also when the tool was content', () => {
  expect(evaluate('r.countPlaywright("/nowhere.json", 0)')).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});

test('what passed only when retried is a failure', () => {
  const file = report({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 } });
  expect(evaluate(`r.countPlaywright(${file}, 1)`)).toEqual({ passed: 4, failed: 3, skipped: 3 });
});

test('what failed in vitest is named with its file and the first words of the reason', () => {
  const name = join(process.cwd(), 'tests/unit/a.test.ts');
  const file = report({
    ...vitest,
    testResults: [
      {
        name,
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'adds', failureMessages: [] },
          {
            status: 'failed',
            fullName: 'divides',
            failureMessages: ['\u001b[31mNo 0\u001b[39m\nat'],
          },
        ],
      },
      { name, message: 'Cannot read it', assertionResults: [] },
    ],
  });
  expect(evaluate(`r.failedInVitest(${file})`)).toEqual([
    'tests/unit/a.test.ts › divides › No 0',
    'tests/unit/a.test.ts › Cannot read it',
  ]);
});

test('what failed in Playwright is named, also what passed when retried', () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: 'sale.spec.ts',
    title,
    tests: [
      { projectName: 'portrait', status, results: message ? [{ error: { message } }] : [{}] },
    ],
  });
  const file = report({
    suites: [
      {
        specs: [spec('pays', 'expected'), spec('waits', 'flaky', 'Too late\n  at')],
        suites: [{ specs: [spec('leaves', 'unexpected')] }],
      },
    ],
  });
  expect(evaluate(`r.failedInPlaywright(${file})`)).toEqual([
    '[portrait] sale.spec.ts › waits › Too late',
    '[portrait] sale.spec.ts › leaves',
  ]);
});
