import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** A check without a report of its own is one test. */
export function countExit(status) {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** Counts of vitest's JSON report; a run that failed without a failed test counts as one. */
export function countVitest(file, status) {
  const report = read(file);
  if (report === null) return countExit(status === 0 ? 1 : status);
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    status,
  );
}

/** Counts of Playwright's JSON report; a test that passed only when retried is a failure here. */
export function countPlaywright(file, status) {
  const report = read(file);
  if (report === null) return countExit(status === 0 ? 1 : status);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, status);
}

/** What failed in vitest's JSON report, a line each: file, name and the first words of the reason. */
export function failedInVitest(file) {
  return (read(file)?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message) return [line(name, '', message)];
    return failed.map((test) => line(name, test.fullName, test.failureMessages[0]));
  });
}

/** The same of Playwright's, with what passed only when retried. */
export function failedInPlaywright(file) {
  return (read(file)?.suites ?? []).flatMap(failedInSuite);
}

function failedInSuite({ suites = [], specs = [] }) {
  const failed = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const error = results.find((result) => result.error)?.error;
        return line(`[${projectName}] ${file}`, title, error?.message);
      }),
  );
  return [...failed, ...suites.flatMap(failedInSuite)];
}

function line(file, name, reason = '') {
  const words = stripVTControlCharacters(reason).split('\n')[0];
  const where = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return [where, name, words].filter((part) => part !== '').join(' › ');
}

function honest(count, status) {
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function read(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The last line of a run. */
export function summaryLine({ passed, failed, skipped }) {
  const end = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${end}`;
}
