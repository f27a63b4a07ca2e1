import type { AttemptEnd } from '../../storage/webhook-deliveries.ts';

/** After so many attempts, or so long after it was ready, a delivery is dead. */
export const mostAttempts = 12;
export const longestWaitMs = 3 * 24 * 3_600_000;
const firstPauseMs = 10_000;
const pauseFactor = 3;
const longestPauseMs = 8 * 3_600_000;

/** What came of an attempt: an answer, or why there was none. */
export type AttemptResult =
  | { readonly status: number; readonly retryAfterMs: number }
  | { readonly error: string };

/** What an attempt means for its delivery and for its endpoint. */
export interface Judgement extends AttemptEnd {
  readonly outcome: 'delivered' | 'failed' | 'dead' | 'gone';
  /** How long the endpoint asks to be left alone. */
  readonly retryAfterMs: number;
}

/**
 * 2xx is delivered; everything else failed, redirections too. A failed delivery is tried again after a pause
 * that triples, with jitter so that what failed together does not come back together, until it is dead.
 * 410 ends it and the webhook. Pure. EVO-50 to EVO-53.
 * @param random in [0, 1).
 */
export function judgeAttempt(
  result: AttemptResult,
  delivery: { readonly attempts: number; readonly readyAt: Date },
  at: Date,
  random: number,
): Judgement {
  const answered = 'status' in result;
  const status = answered ? result.status : null;
  const end = { nextAttemptAt: null, status, error: null, retryAfterMs: 0 } as const;
  if (status !== null && status >= 200 && status < 300) {
    return { ...end, outcome: 'delivered', state: 'delivered' };
  }
  const error = answered ? `The endpoint answered ${result.status}` : result.error;
  if (status === 410) return { ...end, outcome: 'gone', state: 'dead', error };
  const { attempts, readyAt } = delivery;
  if (attempts >= mostAttempts || at.getTime() - readyAt.getTime() >= longestWaitMs) {
    return { ...end, outcome: 'dead', state: 'dead', error };
  }
  const retryAfterMs = answered ? Math.min(result.retryAfterMs, longestPauseMs) : 0;
  const pauseMs = Math.min(firstPauseMs * pauseFactor ** (attempts - 1), longestPauseMs);
  const waitMs = Math.max(pauseMs * (0.5 + random / 2), retryAfterMs);
  return {
    outcome: 'failed',
    state: 'waiting',
    nextAttemptAt: new Date(at.getTime() + Math.ceil(waitMs)),
    status,
    error,
    retryAfterMs,
  };
}

/** A `Retry-After` (RFC 9110, 10.2.3) as a span; 0 when it says nothing. */
export function retryAfterMs(header: string | undefined, at: Date): number {
  if (header === undefined) return 0;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - at.getTime();
  return Number.isFinite(ms) ? Math.max(ms, 0) : 0;
}
