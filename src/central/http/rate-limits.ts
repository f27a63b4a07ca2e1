import rateLimit, { type errorResponseBuilderContext } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { fault } from '#shared/lib/errors.ts';
import type { App } from './app.ts';
import { ProblemError } from './problem.ts';

/** Of one device, one key or one address, in each process. */
export interface RequestsPerMinute {
  readonly device: number;
  readonly key: number;
  /** Tries to enrol: of 2^50 codes a handful are young at a time. */
  readonly enrolment: number;
  /** Of one address, with a signature or key that was refused: each costs a look into the database. */
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

const timeWindow = '1 minute';

/** Answered by `answerProblem`. */
function errorResponseBuilder(_request: unknown, { after }: errorResponseBuilderContext): Error {
  return new ProblemError(429, fault('request.too_many', `Too many requests; again in ${after}`));
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
 * Makes what counts answers of 401 by address, for all scopes that it is used in: an address that had too
 * many is refused before anything is looked up. Use it before the hooks that ask who is there.
 */
export async function makeRefusalLimit(app: App, max: number): Promise<(scope: App) => void> {
  await app.register(rateLimit, { global: false });
  const count = app.createRateLimit({ max, timeWindow });
  return (scope) => {
    scope.addHook('onRequest', async (request) => {
      const state = await count(request, { increment: false });
      if (state.isAllowed || state.remaining > 0) return;
      throw new ProblemError(
        429,
        fault('request.too_many', 'Too many requests from this address were refused'),
        { 'retry-after': String(state.ttlInSeconds) },
      );
    });
    scope.addHook('onSend', async (request, reply) => {
      if (reply.statusCode === 401) await count(request);
    });
  };
}
