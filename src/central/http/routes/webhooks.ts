import { Type } from 'typebox';
import {
  SecretRotation,
  SecretRotationRequest,
  type Webhook as WebhookAnswer,
  WebhookChangeRequest,
  WebhookCreated,
  WebhookList,
  WebhookRequest,
  Webhook as WebhookSchema,
} from '#shared/contract/api/webhooks.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import type { Fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import {
  createWebhook,
  removeWebhook,
  rotateSecret,
  updateWebhook,
  webhookNotFound,
} from '../../core/webhooks/manage-webhooks.ts';
import { findWebhook, listWebhooks, type Webhook } from '../../storage/webhooks.ts';
import type { App } from '../app.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const WebhookPath = Type.Object({ id: Uuid }, { additionalProperties: false });
const hourMs = 3_600_000;

/** Endpoints of other systems that hear of events. docs/events.md */
export function webhookRoutes(app: App, central: Central): void {
  const onRequest = requireKey(central, 'webhooks:write');

  app.get(
    '/v1/webhooks',
    {
      onRequest,
      schema: describeRoute(
        { operationId: 'listWebhooks', summary: 'Every webhook', tag: 'events', access: 'key' },
        { 200: WebhookList },
      ),
    },
    async () => ({ items: (await listWebhooks(central.db)).map(answerOf) }),
  );

  app.post(
    '/v1/webhooks',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'createWebhook',
            summary: 'Let an endpoint hear of events from now on',
            description:
              'Bodies are CloudEvents, signed as Standard Webhooks says. The secret is told this once.',
            tag: 'events',
            access: 'key',
            fails: [409, 422],
          },
          { 201: WebhookCreated },
        ),
        body: WebhookRequest,
      },
    },
    async (request, reply) => {
      const { url, description = '', types = [], stores = [] } = request.body;
      const wanted = { url, description, types, stores };
      const made = await createWebhook(central, wanted, actorOf(request));
      if (!made.ok) throw problemOf(made.error);
      const { webhook, secret } = made.value;
      return reply.code(201).send({ ...answerOf(webhook), secret });
    },
  );

  app.get(
    '/v1/webhooks/:id',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'getWebhook',
            summary: 'One webhook',
            tag: 'events',
            access: 'key',
            fails: [404],
          },
          { 200: WebhookSchema },
        ),
        params: WebhookPath,
      },
    },
    async ({ params }) => {
      const webhook = await findWebhook(central.db, params.id);
      if (webhook === null) throw problemOf(webhookNotFound(params.id));
      return answerOf(webhook);
    },
  );

  app.patch(
    '/v1/webhooks/:id',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'changeWebhook',
            summary: 'Change a webhook, stop it, or let it go on',
            description: 'What waits for it follows: it is sent to the address as it is then.',
            tag: 'events',
            access: 'key',
            fails: [404, 422],
          },
          { 200: WebhookSchema },
        ),
        params: WebhookPath,
        body: WebhookChangeRequest,
      },
    },
    async (request) => {
      const { active, ...rest } = request.body;
      const disabledReason = active === true ? null : ('asked' as const);
      const change = active === undefined ? rest : { ...rest, disabledReason };
      const changed = await updateWebhook(central, request.params.id, change, actorOf(request));
      if (!changed.ok) throw problemOf(changed.error);
      return answerOf(changed.value);
    },
  );

  app.delete(
    '/v1/webhooks/:id',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'deleteWebhook',
            summary: 'Forget a webhook with everything that waits for it',
            tag: 'events',
            access: 'key',
            fails: [404],
          },
          { 204: Type.Null({ description: 'It is gone' }) },
        ),
        params: WebhookPath,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!(await removeWebhook(central, id, actorOf(request)))) {
        throw problemOf(webhookNotFound(id));
      }
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/webhooks/:id/secret',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'rotateWebhookSecret',
            summary: 'A new signing secret; the present one signs beside it for a while',
            tag: 'events',
            access: 'key',
            fails: [404, 409],
          },
          { 201: SecretRotation },
        ),
        params: WebhookPath,
        body: SecretRotationRequest,
      },
    },
    async (request, reply) => {
      const { overlapHours = 24 } = request.body;
      const { id } = request.params;
      const rotated = await rotateSecret(central, id, overlapHours * hourMs, actorOf(request));
      if (!rotated.ok) throw problemOf(rotated.error);
      const { secret, previousExpiresAt } = rotated.value;
      return reply.code(201).send({ secret, previousExpiresAt: previousExpiresAt.toISOString() });
    },
  );
}

const statuses = {
  'webhook.not_found': 404,
  'webhook.url_refused': 422,
  'webhook.too_many': 409,
  'webhook.no_master_key': 409,
} as const;

function problemOf(fault: Fault<keyof typeof statuses>): ProblemError {
  return new ProblemError(statuses[fault.code], fault);
}

function answerOf(webhook: Webhook): WebhookAnswer {
  const { id, url, description, types, stores, disabledReason, failures, quietUntil } = webhook;
  return {
    id,
    url,
    description,
    // They were checked when they came in.
    types: types as WebhookAnswer['types'],
    stores: [...stores],
    active: disabledReason === null,
    disabledReason,
    createdAt: webhook.createdAt.toISOString(),
    failures,
    quietUntil: quietUntil === null ? null : quietUntil.toISOString(),
  };
}
