import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../central.ts';
import { findApiKey } from '../storage/api-keys.ts';
import { ProblemError } from './problem.ts';
import type { ApiScope } from './scopes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the API key that the request was made with; `null` on other routes. */
    apiKey: string | null;
  }
}

const bearer = /^Bearer bbk_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})$/;
const nothing = Buffer.alloc(32);

/** A hook that lets only requests with an API key of this scope through. API-1 to API-4. */
export function requireKey(
  { db }: Pick<Central, 'db'>,
  scope: ApiScope,
): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const [, id, secret] = bearer.exec(request.headers.authorization ?? '') ?? [];
    const key = id === undefined ? null : await findApiKey(db, id);
    const given = createHash('sha256')
      .update(secret ?? '')
      .digest();
    // Compared also when there is no such key, so that ids cannot be told apart by time.
    const right = timingSafeEqual(given, key?.secretHash ?? nothing);
    request.isProven = key !== null && right;
    if (key === null || !right || key.revoked) {
      throw new ProblemError(401, fault('key.invalid', 'This needs a valid API key'), {
        'www-authenticate': 'Bearer realm="blendbar"',
      });
    }
    if (!key.scopes.includes(scope)) {
      throw new ProblemError(
        403,
        fault('key.scope_missing', `The key lacks the scope ${scope}`, { scope }),
      );
    }
    request.apiKey = key.id;
  };
}

/** The key that a request says it comes with, for what that is worth. */
export function keyNamed({ headers }: FastifyRequest): string | null {
  return bearer.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** Who acts, for the audit log. */
export function actorOf(request: FastifyRequest): string {
  return `key:${request.apiKey}`;
}
