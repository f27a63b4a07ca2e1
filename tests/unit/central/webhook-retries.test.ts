import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  judgeAttempt,
  longestWaitMs,
  mostAttempts,
  retryAfterMs,
} from '#central/core/webhooks/judge-attempt.ts';

const at = new Date(Date.UTC(2026, 10, 25));
const hourMs = 3_600_000;

function failing(attempts: number, random = 0.999_999, readyAt = at, retryAfter = 0) {
  return judgeAttempt({ status: 500, retryAfterMs: retryAfter }, { attempts, readyAt }, at, random);
}

test('EVO-50 2xx is delivered, everything else failed', () => {
  for (const status of [200, 201, 204, 299]) {
    const judged = judgeAttempt({ status, retryAfterMs: 0 }, { attempts: 3, readyAt: at }, at, 0);
    expect(judged).toMatchObject({ outcome: 'delivered', state: 'delivered', nextAttemptAt: null });
  }
  for (const status of [100, 199, 300, 301, 302, 304, 307, 400, 401, 404, 409, 429, 500, 503]) {
    const judged = judgeAttempt({ status, retryAfterMs: 0 }, { attempts: 1, readyAt: at }, at, 0);
    expect(judged).toMatchObject({
      outcome: 'failed',
      state: 'waiting',
      status,
      error: `The endpoint answered ${status}`,
    });
  }
  const silent = judgeAttempt({ error: 'No answer' }, { attempts: 1, readyAt: at }, at, 0);
  expect(silent).toMatchObject({ outcome: 'failed', status: null, error: 'No answer' });
});

test('EVO-51 the pauses triple from 10 s to 8 h, each shortened by up to a half', () => {
  const longest = Array.from({ length: mostAttempts - 1 }, (_, index) => {
    const next = failing(index + 1).nextAttemptAt;
    return Math.round(((next?.getTime() ?? 0) - at.getTime()) / 1000);
  });
  expect(longest).toEqual([10, 30, 90, 270, 810, 2_430, 7_290, 21_870, 28_800, 28_800, 28_800]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: mostAttempts - 1 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempts, random) => {
        const waitMs = (failing(attempts, random).nextAttemptAt?.getTime() ?? 0) - at.getTime();
        const fullMs = (longest[attempts - 1] ?? 0) * 1000;
        expect(waitMs).toBeGreaterThanOrEqual(fullMs / 2);
        expect(waitMs).toBeLessThanOrEqual(fullMs);
      },
    ),
    { seed: 20_261_125 },
  );
});

test('EVO-52 after 12 attempts or 3 days a delivery is dead', () => {
  expect(failing(mostAttempts - 1).state).toBe('waiting');
  expect(failing(mostAttempts)).toMatchObject({
    outcome: 'dead',
    state: 'dead',
    nextAttemptAt: null,
    error: 'The endpoint answered 500',
  });
  const old = new Date(at.getTime() - longestWaitMs);
  expect(failing(2, 0, old).state).toBe('dead');
  expect(failing(2, 0, new Date(old.getTime() + 1)).state).toBe('waiting');
});

test('EVO-53 410 ends the delivery at once', () => {
  const judged = judgeAttempt(
    { status: 410, retryAfterMs: 0 },
    { attempts: 1, readyAt: at },
    at,
    0,
  );
  expect(judged).toMatchObject({ outcome: 'gone', state: 'dead' });
});

test('EVO-51 Retry-After lengthens a pause, never shortens it, and never beyond 8 h', () => {
  const waits = (retryAfter: number) =>
    ((failing(1, 0.999_999, at, retryAfter).nextAttemptAt?.getTime() ?? 0) - at.getTime()) / 1000;
  expect(waits(120_000)).toBe(120);
  expect(Math.round(waits(1_000))).toBe(10);
  expect(waits(99 * hourMs)).toBe(8 * 3_600);
  expect(retryAfterMs('30', at)).toBe(30_000);
  expect(retryAfterMs('Wed, 25 Nov 2026 00:01:00 GMT', at)).toBe(60_000);
  expect(retryAfterMs('Tue, 24 Nov 2026 00:00:00 GMT', at)).toBe(0);
  for (const nonsense of [undefined, '', 'soon', '-5', '1e9', '99999999999999']) {
    expect(retryAfterMs(nonsense, at)).toBe(0);
  }
});
