import { type Static, Type } from 'typebox';
import { Id } from '#shared/domain/catalog/primitives.ts';
import { CloudEvent, CloudEventType } from './cloud-events.ts';
import { Cursor } from './orders.ts';

const closed = { additionalProperties: false };

/** Which events of the feed are wanted, and from where on. */
export const FeedQuery = Type.Object(
  {
    /** From the last answer; the first event of all when absent. */
    cursor: Type.Optional(Cursor),
    /** Repeat it for several; all types when absent. */
    types: Type.Optional(
      Type.Array(CloudEventType, { minItems: 1, maxItems: CloudEventType.enum.length }),
    ),
    /** Only what happened in this store. */
    store: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    /** How long to wait for the next event when there is none, in seconds. */
    wait: Type.Optional(Type.Integer({ minimum: 0, maximum: 20, default: 0 })),
  },
  closed,
);

/** Events in the order of the feed. */
export const FeedPage = Type.Object(
  {
    items: Type.Array(CloudEvent),
    /** Where to go on, now or later; there also when `items` is empty. Valid for ever. */
    nextCursor: Cursor,
    /** More may be there already. A page may be short, or empty, although it is. */
    hasMore: Type.Boolean(),
  },
  closed,
);
export type FeedPage = Static<typeof FeedPage>;
