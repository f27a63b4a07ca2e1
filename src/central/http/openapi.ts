import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { Problem } from '#shared/contract/api/problem.ts';
import manifest from '../../../package.json' with { type: 'json' };
import type { App } from './app.ts';

/** How a route may be called: by a device's signature, by an API key, or by anybody. */
type Access = 'device' | 'key' | 'open';

const failures: Readonly<Record<Access, readonly number[]>> = {
  device: [400, 401, 429],
  key: [400, 401, 403, 429],
  open: [400, 429],
};

const problemAnswer = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: Problem } },
};

/** Everything that a route's schema says besides what it takes. */
export interface RouteDescription {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag:
    | 'device'
    | 'catalog'
    | 'designs'
    | 'orders'
    | 'stock'
    | 'surveys'
    | 'events'
    | 'people'
    | 'service';
  readonly access: Access;
  /** Statuses besides those that every route of its kind may answer with. */
  readonly fails?: readonly number[];
}

/**
 * The part of a route's schema that the OpenAPI document needs. `answers` by status; a status without a
 * schema has no content.
 */
export function describeRoute<A extends Readonly<Record<number, TSchema>>>(
  route: RouteDescription,
  answers: A,
) {
  const { operationId, summary, description, tag, access, fails = [] } = route;
  const problems = Object.fromEntries(
    [...new Set([...failures[access], ...fails])].map((status) => [status, problemAnswer]),
  );
  return {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security:
      access === 'open' ? [] : [{ [access === 'device' ? 'deviceSignature' : 'apiKey']: [] }],
    // Handlers answer with these; problems are thrown.
    response: { ...problems, ...answers } as A,
  };
}

/** Methods whose body is never read. */
const bodiless: readonly unknown[] = ['GET', 'HEAD'];

/**
 * What any route may be sent: a body that is too large or of another type, a part of the path that is
 * longer than any.
 */
function withCommonProblems(
  schema: FastifySchema,
  { method, url }: Pick<RouteOptions, 'method' | 'url'>,
): FastifySchema {
  const { response } = schema;
  const known = response !== null && typeof response === 'object' ? response : {};
  return {
    ...schema,
    response: {
      ...(bodiless.includes(method) ? {} : { 413: problemAnswer, 415: problemAnswer }),
      ...(url.includes(':') ? { 414: problemAnswer } : {}),
      ...known,
    },
  };
}

/** Collects the description of every route; register it before them. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => ({
      schema: withCommonProblems(schema, route),
      url,
    }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Blendbar central API',
        version: manifest.version,
        description:
          'Head office and other channels: catalog, prices, designs, orders, stock, surveys and events. Times are ISO 8601 in UTC, money is integer minor units of an ISO 4217 currency.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'device', description: 'What kiosks and counters use; signed by the device.' },
        { name: 'catalog', description: 'Products and their versions.' },
        { name: 'designs', description: 'Options, rules, prices and saved designs.' },
        { name: 'orders', description: 'Sales of every channel.' },
        { name: 'stock', description: 'What is on hand, and who may sell it.' },
        { name: 'surveys', description: 'Surveys and their answers.' },
        { name: 'events', description: 'What happened, as CloudEvents: feed and webhooks.' },
        { name: 'people', description: 'Personal data of customers.' },
        { name: 'service', description: 'The service itself.' },
      ],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key with scopes: `Authorization: Bearer bbk_…`.',
          },
          deviceSignature: {
            type: 'apiKey',
            in: 'header',
            name: 'Signature',
            description:
              'HTTP Message Signatures (RFC 9421), Ed25519, over the method, path, query and Content-Digest.',
          },
        },
      },
    },
  });
}

/** Serves `/openapi.json` and `/docs`. */
export async function serveApiDocument(app: App): Promise<void> {
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
