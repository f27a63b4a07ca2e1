import { existsSync, readFileSync } from 'node:fs';

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
