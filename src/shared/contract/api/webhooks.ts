import { type Static, Type } from 'typebox';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { Uuid } from '#shared/domain/sale/order.ts';
import { CloudEventType } from './cloud-events.ts';
import { Cursor, IsoTime } from './orders.ts';

const closed = { additionalProperties: false };

const Types = Type.Array(CloudEventType, {
  maxItems: CloudEventType.enum.length,
  description: 'types of events; empty: all',
});
const Stores = Type.Array(Id, { maxItems: 1_000, description: 'stores; empty: all' });
const Url = Type.String({
  minLength: 1,
  maxLength: 2_048,
  description: 'https, without credentials and fragment, on the public Internet',
});
/** One line. */
const Description = Type.String({ maxLength: 200, pattern: '^[^\\u0000-\\u001f]*$' });
/** `whsec_` and the secret in base64, as libraries for Standard Webhooks take it. */
const Secret = Type.String({ pattern: '^whsec_[A-Za-z0-9+/]+=*$' });

/** An endpoint that is to hear of events. */
export const WebhookRequest = Type.Object(
  {
    url: Url,
    description: Type.Optional(Description),
    types: Type.Optional(Types),
    stores: Type.Optional(Stores),
  },
  closed,
);

/** What is to be different; what is absent stays. */
export const WebhookChangeRequest = Type.Object(
  {
    url: Type.Optional(Url),
    description: Type.Optional(Description),
    types: Type.Optional(Types),
    stores: Type.Optional(Stores),
    /** `false`: nothing is sent, and nothing new is kept for it, until it is `true` again. */
    active: Type.Optional(Type.Boolean()),
  },
  { ...closed, minProperties: 1 },
);

/** An endpoint that hears of events. */
export const Webhook = Type.Object(
  {
    id: Uuid,
    url: Type.String(),
    description: Type.String(),
    types: Types,
    stores: Stores,
    active: Type.Boolean(),
    /** Why it is not active: somebody asked for it, or the endpoint answered 410. */
    disabledReason: Type.Union([Type.Enum(['asked', 'gone']), Type.Null()]),
    createdAt: IsoTime,
    /** Attempts that failed since the last one that got through. */
    failures: Type.Integer({ minimum: 0 }),
    /** Until when an endpoint that keeps failing is left alone. */
    quietUntil: Type.Union([IsoTime, Type.Null()]),
  },
  closed,
);
export type Webhook = Static<typeof Webhook>;

/** Every webhook. */
export const WebhookList = Type.Object({ items: Type.Array(Webhook) }, closed);

/** A new webhook with its secret, which is told this once. */
export const WebhookCreated = Type.Object({ ...Webhook.properties, secret: Secret }, closed);

/** How long the present secret signs beside the next one. */
export const SecretRotationRequest = Type.Object(
  { overlapHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 168, default: 24 })) },
  closed,
);

/** The next secret, which is told this once. */
export const SecretRotation = Type.Object({ secret: Secret, previousExpiresAt: IsoTime }, closed);

const DeliveryState = Type.Enum(['waiting', 'delivered', 'dead']);

/** An event for a webhook, and what became of it. */
export const WebhookDelivery = Type.Object(
  {
    /** Id of the event. */
    id: Uuid,
    type: CloudEventType,
    store: Id,
    state: DeliveryState,
    createdAt: IsoTime,
    attempts: Type.Integer({ minimum: 0 }),
    nextAttemptAt: Type.Union([IsoTime, Type.Null()]),
    endedAt: Type.Union([IsoTime, Type.Null()]),
    /** HTTP status of the last attempt; `null` when there was no answer. */
    lastStatus: Type.Union([Type.Integer(), Type.Null()]),
    lastError: Type.Union([Type.String(), Type.Null()]),
  },
  closed,
);
export type WebhookDelivery = Static<typeof WebhookDelivery>;

/** Which deliveries of a webhook are asked for. */
export const WebhookDeliveryQuery = Type.Object(
  {
    state: Type.Optional(DeliveryState),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    cursor: Type.Optional(Cursor),
  },
  closed,
);

/** Deliveries, the newest first. */
export const WebhookDeliveryPage = Type.Object(
  { items: Type.Array(WebhookDelivery), nextCursor: Type.Optional(Cursor) },
  closed,
);

/** From where in the feed events are to be sent again; `null`: from the first one. */
export const WebhookReplayRequest = Type.Object(
  { cursor: Type.Union([Cursor, Type.Null()]) },
  closed,
);

/** The replay has begun. */
export const WebhookReplayStarted = Type.Object({ status: Type.Literal('replaying') }, closed);
