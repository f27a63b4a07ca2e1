import { fault } from '#shared/lib/errors.ts';
import { isDeeperThan } from '#shared/lib/nesting.ts';
import type { App } from './app.ts';
import { ProblemError } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route looks at the depth of what it is sent by itself. */
    anyDepth?: true;
  }
}

/** More than any schema has, less than any stack minds. */
export const deepestBody = 64;

export function tooDeep(): ProblemError {
  return new ProblemError(400, fault('input.invalid', 'body is nested too deeply'));
}

/** Refuses bodies that are nested so deeply that looking through them would run out of stack. API-72 */
export function limitDepth(app: App): void {
  app.addHook('preValidation', async ({ body, routeOptions }) => {
    if (routeOptions.config.anyDepth === true || !isParsed(body)) return;
    if (isDeeperThan(body, deepestBody)) throw tooDeep();
  });
}

/** From JSON, and no stream or bytes that a route reads by itself. */
function isParsed(body: unknown): body is object {
  if (body === null || typeof body !== 'object') return false;
  return Array.isArray(body) || Object.getPrototypeOf(body) === Object.prototype;
}
