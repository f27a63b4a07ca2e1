import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  WebhookDelivery,
  type WebhookDelivery as WebhookDeliveryAnswer,
  WebhookDeliveryPage,
  WebhookDeliveryQuery,
  WebhookReplayRequest,
  WebhookReplayStarted,
} from '#shared/contract/api/webhooks.ts';
import { TimeMs } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { fault } from '#shared/lib/errors.ts';
import type { Central } from '../../central.ts';
import { placeOfCursor } from '../../core/feed/feed-cursor.ts';
import { cloudStart, storedPlaceBefore } from '../../core/feed/read-cloud-events.ts';
import { webhookNotFound } from '../../core/webhooks/manage-webhooks.ts';
import { replayFrom, replayOne } from '../../core/webhooks/replay-feed.ts';
import { type Delivery, deliveriesPage } from '../../storage/webhook-deliveries.ts';
import { findWebhook } from '../../storage/webhooks.ts';
import { cursorAhead, isAheadOfFeed } from '../ahead-of-feed.ts';
import type { App } from '../app.ts';
import { decodeCursor, encodeCursor, wrongCursor } from '../cursor.ts';
import { actorOf, requireKey } from '../key-auth.ts';
import { describeRoute } from '../openapi.ts';
import { ProblemError } from '../problem.ts';

const closed = { additionalProperties: false };
const WebhookPath = Type.Object({ id: Uuid }, closed);
const DeliveryPath = Type.Object({ id: Uuid, delivery: Uuid }, closed);

/** What became of events that webhooks were to get, and sending them again. */
export function webhookDeliveryRoutes(app: App, central: Central): void {
  const onRequest = requireKey(central, 'webhooks:write');

  app.get(
    '/v1/webhooks/:id/deliveries',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'listWebhookDeliveries',
            summary: 'What was, or is to be, delivered to a webhook, the newest first',
            description:
              'Delivered ones are kept for 7 days, dead ones for 30: what is dead got no 2xx in 12 attempts or 3 days.',
            tag: 'events',
            access: 'key',
            fails: [404],
          },
          { 200: WebhookDeliveryPage },
        ),
        params: WebhookPath,
        querystring: WebhookDeliveryQuery,
      },
    },
    async ({ params, query }) => {
      if ((await findWebhook(central.db, params.id)) === null) {
        throw new ProblemError(404, webhookNotFound(params.id));
      }
      const { state, limit = 100, cursor } = query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, deliveryPlace);
      const deliveries = await deliveriesPage(central.db, {
        webhook: params.id,
        ...(state === undefined ? {} : { state }),
        ...(after === undefined ? {} : { after: { createdAtMs: after[0], event: after[1] } }),
        limit,
      });
      const last = deliveries.length < limit ? undefined : deliveries.at(-1);
      return {
        items: deliveries.map(answerOf),
        ...(last === undefined
          ? {}
          : { nextCursor: encodeCursor([last.createdAt.getTime(), last.event]) }),
      };
    },
  );

  app.post(
    '/v1/webhooks/:id/deliveries/:delivery/replay',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'replayWebhookDelivery',
            summary: 'Send one event again, now, whatever became of it',
            tag: 'events',
            access: 'key',
            fails: [404],
          },
          { 202: WebhookDelivery },
        ),
        params: DeliveryPath,
      },
    },
    async (request, reply) => {
      const { id, delivery } = request.params;
      const replayed = await replayOne(central, id, delivery, actorOf(request));
      if (replayed === null) {
        const message = `Webhook ${id} has no delivery ${delivery}`;
        throw new ProblemError(404, fault('webhook.delivery_not_found', message));
      }
      return reply.code(202).send(answerOf(replayed));
    },
  );

  app.post(
    '/v1/webhooks/:id/replay',
    {
      onRequest,
      schema: {
        ...describeRoute(
          {
            operationId: 'replayWebhook',
            summary: 'Send everything again that came after a place in the feed',
            description:
              'The cursor is one of `GET /v1/feed`; `null` begins with the first event. Events keep their ids.',
            tag: 'events',
            access: 'key',
            fails: [404, 410],
          },
          { 202: WebhookReplayStarted },
        ),
        params: WebhookPath,
        body: WebhookReplayRequest,
      },
    },
    async (request, reply) => {
      const { cursor } = request.body;
      const place = cursor === null ? cloudStart : placeOfCursor(cursor);
      if (place === null) throw wrongCursor('body/cursor');
      if (await isAheadOfFeed(central, place)) throw cursorAhead();
      const begun = await replayFrom(
        central,
        request.params.id,
        storedPlaceBefore(place),
        actorOf(request),
      );
      if (!begun.ok) throw new ProblemError(404, begun.error);
      return reply.code(202).send({ status: 'replaying' as const });
    },
  );
}

const isUuid = Compile(Uuid);
const isTime = Compile(TimeMs);

function deliveryPlace([createdAtMs, event]: readonly unknown[]): [number, string] | null {
  return isTime.Check(createdAtMs) && isUuid.Check(event) ? [createdAtMs, event] : null;
}

function answerOf(delivery: Delivery): WebhookDeliveryAnswer {
  const { event, type, store, state, attempts, lastStatus, lastError } = delivery;
  return {
    id: event,
    type: type as WebhookDeliveryAnswer['type'],
    store,
    state,
    createdAt: delivery.createdAt.toISOString(),
    attempts,
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    endedAt: delivery.endedAt?.toISOString() ?? null,
    lastStatus,
    lastError,
  };
}
