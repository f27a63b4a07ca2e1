import rateLimit, { type errorResponseBuilderContext } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { fault } from '#shared/lib/errors.ts';
import type { App } from './app.ts';
import { ProblemError } from './problem.ts';

/** Of one device, one key or one address, in each process. */
export interface RequestsPerMinute {
  readonly device: number;
  readonly key: number;
  /** Tries to enrol that are signed: of 2^50 codes a handful are young at a time. */
  readonly enrolment: number;
  /**
   * Of one address, with a signature or key that was refused: each costs a look into the database; and as many
   * with a key whose own request was refused.
   */
  readonly refused: number;
  /** Of one address, of what anybody may read. */
  readonly open: number;
}
export const requestsPerMinute: RequestsPerMinute = {
  device: 1_200,
  key: 6_000,
  enrolment: 10,
  refused: 300,
  open: 600,
};

export const windowOfLimits = '1 minute';
const timeWindow = windowOfLimits;

/** Answered by `answerProblem`. */
function errorResponseBuilder(_request: unknown, { after }: errorResponseBuilderContext): Error {
  return new ProblemError(429, fault('request.too_many', `Too many requests; again in ${after}`));
}

/** To whoever was refused too often already. */
export function tooMany(whose: string, afterSeconds: number): ProblemError {
  return new ProblemError(
    429,
    fault('request.too_many', `Too many requests ${whose} were refused`),
    { 'retry-after': String(afterSeconds) },
  );
}

/** Limits the routes inside by who asks, after a request has shown whose it is. */
export async function limitSender(
  scope: App,
  max: number,
  keyGenerator: (request: FastifyRequest) => string,
): Promise<void> {
  await scope.register(rateLimit, {
    max,
    timeWindow,
    hook: 'preHandler',
    keyGenerator,
    errorResponseBuilder,
  });
}

/** Limits the routes inside by address, before a body is read. */
export async function limitAddress(scope: App, max: number): Promise<void> {
  await scope.register(rateLimit, { max, timeWindow, hook: 'onRequest', errorResponseBuilder });
}

/**
 * Lets only those requests into the routes inside that `admit` does not refuse, before a body is read, and of
 * those so many from one address as may enrol. What is not signed counts by itself and uses none of them up. ENR-6
 */
export async function limitAdmitted(
  scope: App,
  max: Pick<RequestsPerMinute, 'enrolment' | 'refused'>,
  admit: (request: FastifyRequest) => void,
): Promise<void> {
  await limitAddress(scope, max.enrolment);
  const countUnsigned = scope.createRateLimit({ max: max.refused, timeWindow });
  // Comes before the limit: a scope's hooks do before those of its routes.
  scope.addHook('onRequest', async (request) => {
    try {
      admit(request);
    } catch (error) {
      // Whoever signed right at a wrong time hears what time it is, whatever others do.
      const isUnsigned = error instanceof ProblemError && error.code === 'device.signature_invalid';
      if (!isUnsigned) throw error;
      const state = await countUnsigned(request);
      if (state.isAllowed || !state.isExceeded) throw error;
      throw tooMany('from this address', state.ttlInSeconds);
    }
  });
}
