import { Type } from 'typebox';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { checkReady } from '../../storage/database.ts';
import type { App } from '../app.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const Status = Type.Object({ status: Type.Literal('ok') }, { additionalProperties: false });

/** What load balancers ask. */
export function serviceRoutes(app: App, { db }: Central): void {
  app.get(
    '/healthz',
    {
      schema: describeRoute(
        {
          operationId: 'getHealth',
          summary: 'Whether the process answers',
          tag: 'service',
          access: 'open',
        },
        { 200: Status },
      ),
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/readyz',
    {
      schema: describeRoute(
        {
          operationId: 'getReadiness',
          summary: 'Whether requests can be served: the database answers',
          tag: 'service',
          access: 'open',
          fails: [503],
        },
        { 200: Status },
      ),
    },
    async () => {
      try {
        await checkReady(db);
      } catch {
        throw new ProblemError(503, fault('central.unavailable', 'The database does not answer'));
      }
      return { status: 'ok' as const };
    },
  );
}

/** What Prometheus asks. */
export function metricsRoute(app: App, { metrics }: Central): void {
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    reply.type(metrics.registry.contentType);
    return reply.send(await metrics.registry.metrics());
  });
}
