import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { windowOfLimits as timeWindow, tooMany } from './rate-limits.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The key that it names is its sender's, also when it is refused; otherwise anybody may have sent it. */
    isProven: boolean;
  }
}

const peek = { increment: false };

/** Who is let through whatever others at their address do, of those who ask in a scope. */
type KnowsSender = (request: FastifyRequest) => Promise<boolean>;
const nobody: KnowsSender = async () => false;

/**
 * Makes what counts answers of 401, for all scopes that it is used in: by the key that is named where the
 * request is proven to be its holder's, by address otherwise. An address or a key that had too many is refused
 * before anything is looked up. Use it before the hooks that ask who is there. API-75
 */
export async function makeRefusalLimit(
  app: App,
  max: number,
  keyNamed: (request: FastifyRequest) => string | null,
): Promise<(scope: App, isKnown?: KnowsSender) => void> {
  await app.register(rateLimit, { global: false });
  app.decorateRequest('isProven', false);
  const ofAddress = app.createRateLimit({ max, timeWindow });
  const ofKey = app.createRateLimit({
    max,
    timeWindow,
    keyGenerator: (request) => `${normalizeIP(request.ip)} ${keyNamed(request)}`,
  });

  return (scope, isKnown = nobody) => {
    scope.addHook('onRequest', async (request) => {
      const own = await ofKey(request, peek);
      if (isUsedUp(own)) throw tooMany('of this key', own.ttlInSeconds);
      const address = await ofAddress(request, peek);
      if (!isUsedUp(address) || (await isKnown(request))) return;
      throw tooMany('from this address', address.ttlInSeconds);
    });
    scope.addHook('onSend', async (request, reply) => {
      if (reply.statusCode !== 401) return;
      await (request.isProven ? ofKey : ofAddress)(request);
    });
  };
}

type LimitState = Awaited<ReturnType<ReturnType<App['createRateLimit']>>>;

function isUsedUp(state: LimitState): state is Extract<LimitState, { readonly isAllowed: false }> {
  return !state.isAllowed && state.remaining === 0;
}
